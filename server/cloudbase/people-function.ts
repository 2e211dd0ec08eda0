import type { Envelope } from '@contract/envelope';
import { serve } from '../serve';
import { useCases } from '../use-cases';
import { identityOf } from './identity';
import { cloudbasePorts, type Environment } from './ports';

/** The handler of the `api` function: one call of one person. */
export function peopleFunction(environment: Environment) {
  const ports = cloudbasePorts(environment);
  return (event: unknown, context: unknown): Promise<Envelope<unknown>> =>
    serve(ports, useCases, identityOf(context).openid, event);
}
