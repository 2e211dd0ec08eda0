import type { Command } from '@domain/approval/commands';
import { SWAP } from '@domain/approval/flows/swap';
import { ok, refuse } from '@domain/result';
import type { InputOf } from '@contract/contract';
import type { Caller } from '../caller';
import { recentOrganisation } from '../organisation';
import type { Ports } from '../ports';
import { type CaseDocument, cases } from '../repositories/cases';
import { openSwapDesk } from '../rosters/swap-desk';
import { agreedText, swapText } from '../rosters/swap-fields';
import { swapOfInput } from '../rosters/swap-input';
import { type Answer, useCase } from '../use-case';
import { staffOf } from '../workflow/case-staff';
import { doEffectsNow } from '../workflow/do-effects-now';
import { readCase } from '../workflow/read-case';
import { runCommand } from '../workflow/run-command';
import { wireCaseRefusal } from '../workflow/wire-case-refusal';

type Refused = Extract<Answer<'swap.ask'>, { ok: false }>;

/** 换班: starts a case that the colleague agrees to and the leader decides. */
export const askSwap = useCase('swap.ask', {
  async run(ports, caller, input): Promise<Answer<'swap.ask'>> {
    const caseId = `${caller.employment._id}-${input.commandId}`;
    const begun = await cases.read(ports.database, caseId);
    const refused = begun ? null : await start(ports, caller, caseId, input);
    if (refused) return refused;
    const view = await readCase(ports, caller, caseId);
    return view ? ok({ text: '已发给同事，等他同意', view }) : refuse('command.id-taken', {});
  },
});

async function start(
  ports: Ports,
  caller: Caller,
  caseId: string,
  { commandId, reason, ...wished }: InputOf<'swap.ask'>,
): Promise<Refused | null> {
  const org = await recentOrganisation(ports);
  const asked = await swapOfInput(ports, caller, wished);
  if (!asked.ok) return asked;
  const { people, swap } = asked.value;
  const { changes, refusal } = await openSwapDesk(ports, org, people, swap);
  if (refusal) return { ok: false, refusal };
  const { asking, colleague } = people;
  const command: Command = {
    id: commandId,
    caseId,
    actor: { who: 'person', id: asking._id },
    kind: 'start',
    applicant: asking._id,
    fields: {
      colleague: colleague._id,
      colleagueName: colleague.name,
      mine: swap.mine,
      theirs: swap.theirs,
      agreed: agreedText(changes),
      swapText: swapText(org, { asking: asking.name, colleague: colleague.name }, changes),
      reason,
    },
  };
  const staffFor = (stored: CaseDocument | null) => staffOf(ports, org, caller, stored, [colleague._id]);
  const moved = await runCommand(ports, { org, subject: null, staffFor }, SWAP, command);
  if (moved.ok) {
    if (moved.value.commit) await doEffectsNow(ports, moved.value.commit);
    return null;
  }
  if ('busy' in moved) return refuse('conflict.busy', {});
  const { code } = wireCaseRefusal(moved.refusal, org, await staffFor(null));
  return code === 'command.id-taken' ? refuse(code, {}) : refuse('case.cannot-move', { because: code });
}
