import { ok, refuse } from '@domain/result';
import { mayClose } from '../months/begin-closing';
import { closingView } from '../months/month-log';
import { runClosing } from '../months/run-closing';
import { recentOrganisation } from '../organisation';
import { monthClosings } from '../repositories/month-closings';
import { type Answer, useCase } from '../use-case';

/** The page asks about once a second: it sees progress, and the work goes on. */
const A_WHILE_MS = 800;

export const monthProgress = useCase('month.progress', {
  async run(ports, caller, { closingId }): Promise<Answer<'month.progress'>> {
    const [org, closing] = await Promise.all([
      recentOrganisation(ports),
      monthClosings.read(ports.database, closingId),
    ]);
    if (!closing || !mayClose(caller, closing.branchId)) return refuse('month.not-yours', {});
    return ok(closingView(org, await runClosing(ports, closing, A_WHILE_MS)));
  },
});
