import { tick } from '../tick';
import { identityOf } from './identity';
import { cloudbasePorts, type Environment } from './ports';

/** The handler of the `timer` function: the clock calls it. A phone that does is not heard. */
export function tickFunction(environment: Environment) {
  const ports = cloudbasePorts(environment);
  return async (_event: unknown, context: unknown): Promise<void> => {
    if (identityOf(context).openid === null) await tick(ports);
  };
}
