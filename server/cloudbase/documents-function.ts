import { readFileSync } from 'node:fs';
import path from 'node:path';
import { answerOrder } from '../archive/answer-order';
import type { Keeper } from '../archive/keeper';
import type { Typeface } from '../documents/typeface';
import { typefaceOf } from '../documents/typeface';
import { sealingKey } from '../evidence/ed25519';
import { callingFunction } from './identity';
import { cloudbasePorts, type Environment, required } from './ports';

/** What the build puts beside the bundle (scripts/build/beside-documents.ts). */
export const FONT_FILE = 'font.ttf';
export const VERIFIER_FILE = 'verify.cjs';

/** A line break of a PEM cannot stand in every console's variable: `\n` written out is read as one. */
const pem = (text: string): string => text.replaceAll('\\n', '\n');

/**
 * The handler of the `documents` function: only other functions are heard. It alone has the keys that seal.
 *
 * @param folder where the bundle lies, with font and verifier beside it
 */
export function documentsFunction(environment: Environment, folder: string) {
  const ports = cloudbasePorts(environment);
  const chainKey = sealingKey(pem(required(environment, 'CHAIN_KEY')));
  const seal = {
    keyPem: pem(required(environment, 'SEAL_KEY')),
    certificatePem: pem(required(environment, 'SEAL_CERTIFICATE')),
  };
  let typeface: Typeface | undefined;
  const beside = (file: string): Buffer => readFileSync(path.join(folder, file));
  const keeper: Omit<Keeper, 'tenant'> = {
    ports,
    chainKey,
    seal,
    verifyPage: environment.VERIFY_PAGE_URL ?? null,
    typeface: () => (typeface ??= typefaceOf(beside(FONT_FILE))),
    verifier: () => beside(VERIFIER_FILE),
  };
  return async (event: unknown, context: unknown): Promise<unknown> => {
    const { isFunction, envId } = callingFunction(context);
    if (!isFunction) return null;
    const started = ports.clock.now();
    const answer = await answerOrder({ ...keeper, tenant: envId }, event);
    ports.log.write({
      documents: String((event as { do?: unknown }).do),
      milliseconds: ports.clock.now() - started,
    });
    // A bare number or null does not come through as itself everywhere: the caller unwraps.
    return { answer };
  };
}
