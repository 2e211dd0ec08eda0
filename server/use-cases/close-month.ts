import { ok } from '@domain/result';
import { beginClosing } from '../months/begin-closing';
import { closingView } from '../months/month-log';
import { runClosing } from '../months/run-closing';
import { recentOrganisation } from '../organisation';
import { type Answer, useCase } from '../use-case';

/** A first part of the work is done at once: of a small company that is all of it. */
export const AT_ONCE_MS = 2500;

/** 结账: every day of the month is judged, written and signed; from then on it takes nothing any more. */
export const closeMonth = useCase('month.close', {
  async run(ports, caller, { commandId, month, branchId }): Promise<Answer<'month.close'>> {
    const wish = { commandId, month, branchId, kind: 'lock', reason: null } as const;
    const begun = await beginClosing(ports, caller, wish);
    if (!begun.ok) return begun;
    const closing = await runClosing(ports, begun.value, AT_ONCE_MS);
    return ok(closingView(await recentOrganisation(ports), closing));
  },
});
