import { ok, refuse } from '@domain/result';
import { recentOrganisation } from '../organisation';
import { ownLayouts } from '../reports/own-layouts';
import { reportScope } from '../reports/report-scope';
import { type Answer, useCase } from '../use-case';

export const readLayouts = useCase('report.layouts', {
  async run(ports, { employment }): Promise<Answer<'report.layouts'>> {
    if (!reportScope(await recentOrganisation(ports), employment)) return refuse('report.not-yours', {});
    return ok(await ownLayouts(ports.database, employment._id));
  },
});
