import type { HandoverContent } from '@domain/offboarding/handover-content';
import { ok, refuse, type Result } from '@domain/result';
import type { Caller } from '../caller';
import type { Ports } from '../ports';
import { type Photo, photos } from '../repositories/photos';
import type { RefusalOf } from '../use-case';
import { showPictures } from '../files/show-files';
import { uploadFolderOf } from '../files/uploads';
import { type HandoverDesk, openHandover } from './handover-desk';
import { handoverView, type HandoverView, type ShownFiles } from './handover-view';

/** The list as the caller may see it; null for whoever may not. */
export async function readHandoverView(
  ports: Ports,
  caller: Caller,
  caseId: string,
  version: number | null = null,
): Promise<HandoverView | null> {
  const desk = await openHandover(ports, caller, caseId);
  if (!desk) return null;
  return handoverView(desk, version, await filesFor(ports, desk), uploadFolderOf(caller.openid));
}

/** What a command answers: a sentence, and the list as it stands now. */
export async function answered(
  ports: Ports,
  caller: Caller,
  caseId: string,
  text: string,
): Promise<Result<{ text: string; view: HandoverView }, RefusalOf<'case.unknown'>>> {
  const view = await readHandoverView(ports, caller, caseId);
  return view ? ok({ text, view }) : refuse('case.unknown', {});
}

/** The same press again: it was answered, whatever has happened since. */
export const wasAnswered = ({ leaving, viewerId }: HandoverDesk, commandId: string): boolean =>
  leaving.stored.state.answered.some(
    (answer) => answer.commandId === commandId && answer.actor === `person:${viewerId}`,
  );

/** Files of the versions; what the employee has attached and not handed in yet only the employee sees. */
export function seenFiles({ kept, handover, role }: HandoverDesk): HandoverDesk['kept']['files'] {
  const handedIn = new Set(handover.versions.flatMap(({ content }) => attachmentsIn(content)));
  return kept.files.filter(({ digest }) => role === 'employee' || handedIn.has(digest));
}

async function filesFor(ports: Ports, desk: HandoverDesk): Promise<ShownFiles> {
  const seen = seenFiles(desk);
  const found = await photos.read(
    ports.database,
    seen.map(({ digest }) => digest),
  );
  const addresses = await showPictures(ports, found);
  return seen.flatMap(({ digest, name }) => {
    const file = found.find(({ _id, bytes }) => _id === digest && bytes > 0);
    return file ? [fileView(file, name, addresses.get(digest) ?? null)] : [];
  });
}

export const fileView = (
  { _id, kind = 'picture' }: Photo,
  name: string,
  url: string | null,
): ShownFiles[number] => ({ digest: _id, name: name || (kind === 'picture' ? '照片' : '文件'), kind, url });

export const attachmentsIn = (content: HandoverContent): readonly string[] =>
  Object.values(content).flatMap(({ lines }) => lines.flatMap(({ attachments }) => attachments));
