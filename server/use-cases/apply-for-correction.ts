import type { Command } from '@domain/approval/commands';
import { ok, refuse } from '@domain/result';
import type { InputOf } from '@contract/contract';
import type { Caller } from '../caller';
import { recentOrganisation } from '../organisation';
import type { Ports } from '../ports';
import { type CaseDocument, cases } from '../repositories/cases';
import { type Answer, useCase } from '../use-case';
import { attachPhotos } from '../workflow/attach-photos';
import { correctionRefusal, openCorrectionDesk, subjectOf } from '../workflow/correction-desk';
import { doEffects } from '../workflow/effects';
import { staffOf } from '../workflow/case-staff';
import { readCase } from '../workflow/read-case';
import { runCommand } from '../workflow/run-command';
import { takePhotos } from '../workflow/take-photos';
import { wireCaseRefusal } from '../workflow/wire-case-refusal';

type Input = InputOf<'correction.apply'>;
type Refused = Extract<Answer<'correction.apply'>, { ok: false }>;

/** 补卡申诉: starts a case that the leader decides. The phone's command id names the case, so a repeat starts none. */
export const applyForCorrection = useCase('correction.apply', {
  async run(ports, caller, input): Promise<Answer<'correction.apply'>> {
    const { employment, openid } = caller;
    const caseId = `${employment._id}-${input.commandId}`;
    const begun = await cases.read(ports.database, caseId);
    const taken = await takePhotos(ports, openid, input.photoIds, {
      caseId,
      retention: 'attendancePhoto',
    });
    // A repeat finds its pictures taken already; everybody else hears what is wrong with them.
    if (!taken.ok && !begun) return taken;
    const refused = begun ? null : await start(ports, caller, caseId, input);
    if (refused) return refused;
    if (taken.ok) {
      const setting = await settingOf(ports, caller, null);
      await attachPhotos(ports, setting, caller, caseId, input.commandId, taken.value);
    }
    const view = await readCase(ports, caller, caseId);
    return view ? ok({ text: '已提交，等待审批', view }) : refuse('command.id-taken', {});
  },
});

async function start(ports: Ports, caller: Caller, caseId: string, input: Input): Promise<Refused | null> {
  const { card, segment, minute, reason } = input;
  const { employment } = caller;
  const at = await openCorrectionDesk(ports, caller, input.date);
  if (!at || at.day.plan.laid === null || segment >= at.day.plan.laid.starts.length)
    return refuse('correction.no-such-day', {});
  const refused = correctionRefusal(at, card, segment);
  if (refused) return { ok: false, refusal: refused };

  const command: Command = {
    id: input.commandId,
    caseId,
    actor: { who: 'person', id: employment._id },
    kind: 'start',
    applicant: employment._id,
    fields: { date: at.date, card, segment, minute, reason },
  };
  const setting = await settingOf(ports, caller, subjectOf(employment._id, at.date));
  const moved = await runCommand(ports, setting, 'correction', command);
  if (moved.ok) {
    if (moved.value.commit) await doEffects(ports, moved.value.commit);
    return null;
  }
  if ('busy' in moved) return refuse('conflict.busy', {});
  const { code, facts } = wireCaseRefusal(moved.refusal, setting.org, await setting.staffFor(null));
  // A start meets few of the refusals that a running case can; any other is one that people cannot mend.
  return code === 'case.cannot-move' || code === 'command.id-taken'
    ? { ok: false, refusal: { code, facts } as Refused['refusal'] }
    : refuse('case.cannot-move', { because: code });
}

async function settingOf(ports: Ports, caller: Caller, subject: string | null) {
  const org = await recentOrganisation(ports);
  return { org, subject, staffFor: (stored: CaseDocument | null) => staffOf(ports, org, caller, stored) };
}
