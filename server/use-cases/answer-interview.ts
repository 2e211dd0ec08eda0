import { ok, refuse } from '@domain/result';
import { monthOf } from '@domain/time/local-date';
import { INTERVIEW_NODE, readInterview } from '../offboarding/interview-view';
import { todayIn } from '../organisation';
import type { Transaction } from '../ports';
import { interviews } from '../repositories/interviews';
import { type Answer, useCase } from '../use-case';
import { openLeavingCase } from '../workflow/open-leaving-case';
import { finishAtNode } from '../workflow/run-on-case';

/** The step is done; what was said lies beside the case, its words sealed. The case's log holds none of it. */
export const answerInterview = useCase('interview.answer', {
  async run(ports, caller, input): Promise<Answer<'interview.answer'>> {
    const { commandId, caseId, taskId, round, reasons, words } = input;
    const leaving = await openLeavingCase(ports, caller, caseId);
    if (!leaving?.may('viewInterview')) return refuse('case.unknown', {});
    const { org, now } = leaving;
    const { employment } = caller;
    const today = todayIn(org.zone, now);
    const keep = async (transaction: Transaction): Promise<void> => {
      if (reasons.length === 0 && words === '') return;
      await interviews.add(transaction, {
        _id: caseId,
        branchId: employment.branchId,
        departmentName: org.departmentName(employment, today),
        year: Number(today.slice(0, 4)),
        month: monthOf(today),
        at: now,
        reasons: [...new Set(reasons)],
        words: words === '' ? null : ports.cipher.seal(words, interviews.placeOf(caseId)),
      });
    };
    const body = { kind: 'complete', taskId, round } as const;
    const moved = await finishAtNode(ports, caller, leaving, INTERVIEW_NODE, commandId, body, keep);
    if (!moved.ok) return moved;
    const view = await readInterview(ports, caller, caseId);
    return view ? ok(view) : refuse('case.unknown', {});
  },
});
