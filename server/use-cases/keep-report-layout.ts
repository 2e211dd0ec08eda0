import { ok, refuse } from '@domain/result';
import { recentOrganisation } from '../organisation';
import { ownLayouts } from '../reports/own-layouts';
import { reportScope } from '../reports/report-scope';
import { reportLayouts } from '../repositories/report-layouts';
import { type Answer, useCase } from '../use-case';

export const keepReportLayout = useCase('report.keepLayout', {
  async run(ports, { employment }, { report, columns }): Promise<Answer<'report.keepLayout'>> {
    if (!reportScope(await recentOrganisation(ports), employment)) return refuse('report.not-yours', {});
    await reportLayouts.keep(ports.database, employment._id, report, columns);
    return ok(await ownLayouts(ports.database, employment._id));
  },
});
