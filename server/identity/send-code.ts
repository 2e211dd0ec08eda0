import { instantOf } from '@domain/time/instant';
import { ok, refuse, type Result } from '@domain/result';
import type { Caller } from '../caller';
import type { Ports } from '../ports';
import { identityTries } from '../repositories/identity-tries';
import { personnel } from '../repositories/personnel';
import type { RefusalOf } from '../use-case';

export const RESEND_AFTER_MS = 60_000;
const CODES_PER_HOUR = 5;
const HOUR_MS = 3_600_000;
const ATTEMPTS_AT_A_RACE = 4;
export const CODE_VALID_MS = 600_000;

type Refused = RefusalOf<'identity.too-soon' | 'identity.too-many-codes' | 'conflict.busy'>;

/** The caller's phone number on file; null when HR has none. */
export async function phoneOnFile(
  { database, cipher }: Ports,
  { employment }: Caller,
): Promise<{ readonly number: string; readonly masked: string } | null> {
  const file = await personnel.read(database, employment._id);
  const number = file && personnel.open(cipher, file, 'phone');
  return number && file.phone ? { number, masked: file.phone.masked } : null;
}

/** Counts a code against the last minute and the last hour, before it is sent. */
export async function spendCode(
  { database, clock }: Ports,
  { employment }: Caller,
): Promise<Result<null, Refused>> {
  for (let attempt = 0; attempt < ATTEMPTS_AT_A_RACE; attempt += 1) {
    const now = clock.now();
    const before = await identityTries.read(database, employment._id);
    const lastHour = (before?.at ?? []).filter((at) => at > now - HOUR_MS);
    const [oldest] = lastHour;
    const latest = lastHour.at(-1);
    if (latest !== undefined && now < latest + RESEND_AFTER_MS)
      return refuse('identity.too-soon', { secondsLeft: Math.ceil((latest + RESEND_AFTER_MS - now) / 1000) });
    if (oldest !== undefined && lastHour.length >= CODES_PER_HOUR)
      return refuse('identity.too-many-codes', {
        minutesLeft: Math.ceil((oldest + HOUR_MS - now) / 60_000),
      });
    const at = [...lastHour.map(instantOf), now];
    if (await identityTries.store(database, employment._id, before, at)) return ok(null);
  }
  return refuse('conflict.busy', {});
}

/** What is stored of a code: keyed, so that a million guesses at the digest find nothing. */
export const codeDigest = ({ cipher }: Ports, sessionId: string, code: string): string =>
  cipher.digest('signing-code', `${sessionId}\n${code}`);

/** Hands a code to the gateway; resolves to whether it was taken. Neither number nor code reaches the log. */
export async function sendCode({ sms, log }: Ports, phone: string, code: string): Promise<boolean> {
  const fields = { code, minutes: String(CODE_VALID_MS / 60_000) };
  const delivery = await sms.send({ phone, template: 'signing-code', fields });
  if (!delivery.sent) log.write({ sms: 'signing-code', outcome: delivery.reason });
  return delivery.sent;
}
