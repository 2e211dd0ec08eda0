import { ok } from '@domain/result';
import { organisation, personView } from '../organisation';
import { type Answer, useCase } from '../use-case';

export const me = useCase('session.me', {
  async run(ports, { bound }): Promise<Answer<'session.me'>> {
    const org = await organisation(ports);
    return ok({
      companyName: org.companyName,
      person: bound && personView(org, bound.employment, ports.clock.now()),
    });
  },
});
