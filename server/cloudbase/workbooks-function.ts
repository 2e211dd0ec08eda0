import { answerWorkbookOrder } from '../spreadsheets/answer-workbook-order';
import { callingFunction } from './identity';
import { cloudbasePorts, type Environment } from './ports';

/** The handler of the `workbooks` function: only other functions are heard. */
export function workbooksFunction(environment: Environment) {
  const ports = cloudbasePorts(environment);
  return async (event: unknown, context: unknown): Promise<unknown> => {
    if (!callingFunction(context).isFunction) return null;
    const started = ports.clock.now();
    const answer = await answerWorkbookOrder(ports, event);
    ports.log.write({
      workbooks: String((event as { do?: unknown }).do),
      milliseconds: ports.clock.now() - started,
    });
    return { answer };
  };
}
