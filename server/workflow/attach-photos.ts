import type { Command } from '@domain/approval/commands';
import type { Caller } from '../caller';
import type { Ports } from '../ports';
import { doEffects } from './effects';
import { type CommandSetting, runCommand } from './run-command';

/** Pictures come as the applicant's first comment: the log names their digests. A repeat attaches nothing twice. */
export async function attachPhotos(
  ports: Ports,
  setting: CommandSetting,
  caller: Caller,
  caseId: string,
  startId: string,
  photos: readonly string[],
): Promise<void> {
  if (photos.length === 0) return;
  const command: Command = {
    id: `${startId}-photos`,
    caseId,
    actor: { who: 'person', id: caller.employment._id },
    kind: 'comment',
    text: '附上照片',
    photos,
  };
  const attached = await runCommand(ports, setting, 'correction', command);
  if (attached.ok && attached.value.commit) await doEffects(ports, attached.value.commit);
}
