import { grantedMore } from '@domain/attendance/request-book';
import { type OfferedLeave, unitsText } from '@domain/attendance/request-types';
import { ok, refuse } from '@domain/result';
import { recentOrganisation } from '../organisation';
import { balancesOf } from '../requests/balances-of';
import { changeBook } from '../requests/change-book';
import { offered } from '../requests/measure';
import { personUnderHr } from '../requests/person-under-hr';
import { type Answer, type RefusalOf, useCase } from '../use-case';

/** How many units one day, or one hour, is. */
const UNITS: Readonly<Record<OfferedLeave['unit'], number>> = { day: 1, halfDay: 2, hour: 1, minute: 60 };

class TooMuchTaken extends Error {
  constructor(readonly refusal: RefusalOf<'leave.balance-short'>) {
    super(refusal.code);
  }
}

/** HR gives leave, or takes what is still free; what is asked for already stays. */
export const grantLeave = useCase('leave.grant', {
  async run(ports, caller, input): Promise<Answer<'leave.grant'>> {
    const { commandId, employmentId, typeId, amount, note } = input;
    const [org, person] = await Promise.all([
      recentOrganisation(ports),
      personUnderHr(ports, caller, employmentId),
    ]);
    if (!person) return refuse('person.unknown', {});
    const leave = offered(org, 'leave', typeId);
    if (!leave?.hasBalance) return refuse('request.not-offered', {});
    const units = amount * UNITS[leave.unit];
    if (!Number.isInteger(units) || units === 0) return refuse('leave.amount-invalid', {});
    const given = {
      id: commandId,
      type: typeId,
      units,
      note,
      by: caller.employment._id,
      at: ports.clock.now(),
    };
    try {
      await changeBook(ports, org, person._id, (book) => {
        if (book.grants.some(({ id }) => id === commandId)) return book;
        const more = grantedMore(book, leave, units);
        if (more.ok) return { ...more.value, grants: [...book.grants, given] };
        const { free, asked } = more.refusal.facts;
        const [freeText, askedText] = [unitsText(leave.unit, free), unitsText(leave.unit, asked)];
        throw new TooMuchTaken({
          code: 'leave.balance-short',
          facts: { name: leave.name, freeText, askedText },
        });
      });
    } catch (error) {
      if (error instanceof TooMuchTaken) return { ok: false, refusal: error.refusal };
      throw error;
    }
    return ok(await balancesOf(ports, person));
  },
});
