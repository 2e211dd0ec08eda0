import { ok } from '@domain/result';
import { companyView } from '../people/company-view';
import { type Answer, useCase } from '../use-case';

export const viewCompany = useCase('company.view', {
  async run(ports, caller): Promise<Answer<'company.view'>> {
    return ok(await companyView(ports, caller));
  },
});
