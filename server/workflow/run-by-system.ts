import type { Command, CommandBody } from '@domain/approval/commands';
import type { Organisation } from '../organisation';
import type { Ports } from '../ports';
import type { CaseDocument } from '../repositories/cases';
import type { Commit } from '../repositories/commits';
import { keptApplicant, peopleOf } from './case-staff';
import { runCommand } from './run-command';
import { readStaff } from './staff';

/** Which part of the machinery acts, and under which id: the same occasion has the same id, so two timers act once. */
export interface Occasion {
  readonly id: string;
  readonly part: 'timer' | 'staffing' | 'documents' | 'provider';
}

/** A command of the machinery on one case; its effects are the caller's to do. Null: it changed nothing. */
export async function runBySystem(
  ports: Ports,
  org: Organisation,
  stored: CaseDocument,
  { id, part }: Occasion,
  body: CommandBody,
): Promise<Commit | null> {
  const command: Command = { id, caseId: stored._id, actor: { who: 'system', part }, ...body };
  const more = body.kind === 'reassign' ? [body.person] : [];
  const staffFor = (document: CaseDocument | null) =>
    readStaff(
      ports,
      org,
      keptApplicant(org, document),
      document ? [...peopleOf(ports, document), ...more] : [],
    );
  const result = await runCommand(ports, { org, subject: null, staffFor }, stored.flowId, command, stored);
  if (result.ok) return result.value.commit;
  const outcome = 'busy' in result ? 'busy' : result.refusal.code;
  ports.log.write({ case: stored._id, did: body.kind, outcome });
  return null;
}
