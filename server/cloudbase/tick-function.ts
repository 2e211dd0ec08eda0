import { tick } from '../tick';
import { cloudbasePorts, type Environment } from './ports';

/** The handler of the `timer` function. */
export function tickFunction(environment: Environment) {
  const ports = cloudbasePorts(environment);
  return (): Promise<void> => tick(ports);
}
