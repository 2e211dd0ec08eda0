import { contract, type ProcedureKey } from '@contract/contract';
import type { Envelope } from '@contract/envelope';
import type { LocalCloud } from '../../../emulator/start-local-cloud';
import type { Phone } from './person';

/** Calls of the `api` function over HTTP, as the H5 view makes them. */
export const phoneTo =
  (cloud: LocalCloud): Phone =>
  async (openid, procedure, input) => {
    const response = await fetch(`${cloud.url}/client/callFunction`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...(openid !== null && { 'x-wx-openid': openid }) },
      body: JSON.stringify({ name: 'api', data: { procedure, input } }),
    });
    const { result, errMsg } = (await response.json()) as { result?: Envelope<unknown>; errMsg?: string };
    if (!result) throw new Error(`the call did not come through: ${errMsg ?? response.status}`);
    keepsTheContract(procedure, result);
    return result;
  };

/** Whatever any test is told has the shape that the contract promises. */
function keepsTheContract(procedure: string, answer: Envelope<unknown>): void {
  if (!answer.ok) return;
  const parsed = contract[procedure as ProcedureKey].output.safeParse(answer.value);
  if (!parsed.success)
    throw new Error(
      `${procedure} answers what the contract does not say: ${JSON.stringify(parsed.error.issues)}`,
    );
}
