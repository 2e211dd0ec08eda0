import type { Command } from '@domain/approval/commands';
import type { Fields } from '@domain/approval/names';
import { hold, type HoldRefusal } from '@domain/attendance/request-book';
import { ok, refuse } from '@domain/result';
import type { InputOf } from '@contract/contract';
import type { Caller } from '../caller';
import type { Ports } from '../ports';
import { cases } from '../repositories/cases';
import { requestBooks } from '../repositories/request-books';
import { changeBookIn } from '../requests/change-book';
import { balanceText, durationText } from '../requests/draft-words';
import { entryFor, openRequestDesk, type RequestDesk, wireHoldRefusal } from '../requests/request-desk';
import { startRequestCase } from '../requests/start-request-case';
import { type Answer, useCase } from '../use-case';
import { readCase } from '../workflow/read-case';

type Input = InputOf<'request.apply'>;
type Refused = Extract<Answer<'request.apply'>, { ok: false }>;

/** Another request took the place, or the last day, a moment ago: undoes the transaction. */
class NotHeld extends Error {
  constructor(readonly refusal: HoldRefusal) {
    super(refusal.code);
  }
}

/** 请假、公出、出差、加班: starts a case that the leader decides, and freezes what it would spend, both or neither. */
export const applyForRequest = useCase('request.apply', {
  async run(ports, caller, input): Promise<Answer<'request.apply'>> {
    const caseId = `${caller.employment._id}-${input.commandId}`;
    const begun = await cases.read(ports.database, caseId);
    const refused = begun ? null : await start(ports, caller, caseId, input);
    if (refused) return refused;
    const view = await readCase(ports, caller, caseId);
    return view ? ok({ text: '已提交，等待审批', view }) : refuse('command.id-taken', {});
  },
});

async function start(ports: Ports, caller: Caller, caseId: string, input: Input): Promise<Refused | null> {
  const opened = await openRequestDesk(ports, caller, input, caseId);
  if (!opened.ok) return opened;
  const desk = opened.value;
  if (desk.refusal) return { ok: false, refusal: desk.refusal };
  const { org, asked, measured } = desk;
  const { employment } = caller;
  const command: Command = {
    id: input.commandId,
    caseId,
    actor: { who: 'person', id: employment._id },
    kind: 'start',
    applicant: employment._id,
    fields: fieldsOf(desk, input),
  };
  const entry = entryFor(asked, measured, caseId);
  try {
    return await startRequestCase(ports, caller, org, input.kind, command, null, (transaction) =>
      changeBookIn(transaction, ports, org, employment._id, (book) => {
        const held = hold(book, entry, asked.leave);
        if (!held.ok) throw new NotHeld(held.refusal);
        return held.value;
      }),
    );
  } catch (error) {
    if (!(error instanceof NotHeld)) throw error;
    const book = await requestBooks.read(ports.database, employment._id);
    return { ok: false, refusal: wireHoldRefusal(org, asked, error.refusal, book) };
  }
}

/** What the case keeps: the wish on the wall clock, and what it came to then. */
function fieldsOf({ asked, measured, book }: RequestDesk, { span, place, reason }: Input): Fields {
  const { kind, leave } = asked;
  const balance = balanceText(book, leave, measured.units);
  return {
    ...span,
    ...(kind === 'leave' && { leaveType: leave.id, leaveName: leave.name }),
    duration: durationText(asked, measured),
    minutes: measured.minutes,
    ...(balance !== null && { balance }),
    ...(place !== '' && { place }),
    reason,
  };
}
