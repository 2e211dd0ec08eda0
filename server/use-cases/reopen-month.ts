import { ok } from '@domain/result';
import { beginClosing } from '../months/begin-closing';
import { closingView } from '../months/month-log';
import { runClosing } from '../months/run-closing';
import { recentOrganisation } from '../organisation';
import { type Answer, useCase } from '../use-case';
import { AT_ONCE_MS } from './close-month';

/** 重新打开: the month takes corrections and requests again; what was signed stays beside it, and the reason in the log. */
export const reopenMonth = useCase('month.reopen', {
  async run(ports, caller, { commandId, month, branchId, reason }): Promise<Answer<'month.reopen'>> {
    const begun = await beginClosing(ports, caller, { commandId, month, branchId, kind: 'reopen', reason });
    if (!begun.ok) return begun;
    const closing = await runClosing(ports, begun.value, AT_ONCE_MS);
    return ok(closingView(await recentOrganisation(ports), closing));
  },
});
