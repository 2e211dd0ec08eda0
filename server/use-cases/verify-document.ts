import { instantOf, minuteOf } from '@domain/time/instant';
import { dayText } from '@domain/offboarding/day-text';
import { ok, refuse, type Result } from '@domain/result';
import { CHECK_CODE_LENGTH } from '../archive/paper-order';
import { recentOrganisation } from '../organisation';
import type { Ports } from '../ports';
import { type CaseDocumentRow, caseDocuments } from '../repositories/case-documents';
import { employments } from '../repositories/employments';
import { verifyTries } from '../repositories/verify-tries';
import { type Answer, type RefusalOf, useCase } from '../use-case';

const TRIES_PER_HOUR = 20;
const HOUR_MS = 3_600_000;
const ATTEMPTS_AT_A_RACE = 4;

/** Whether a paper is what it says. A wrong code and a number that never was are answered alike. */
export const verifyDocument = useCase('document.verify', {
  async run(ports, { openid }, { number, code }): Promise<Answer<'document.verify'>> {
    const spent = await spendTry(ports, openid);
    if (!spent.ok) return spent;
    const row = await caseDocuments.ofNumber(ports.database, normalisedNumber(number));
    if (!row || !fits(row, code.toLowerCase().replace(/[^0-9a-f]/g, '')))
      return ok({ state: 'unknown', paper: null });
    const [org, employment] = await Promise.all([
      recentOrganisation(ports),
      employments.read(ports.database, row.employmentId),
    ]);
    const dayOf = (at: number): string => dayText(org.zone.dateAt(minuteOf(instantOf(at))));
    return ok({
      state: row.revoked ? 'revoked' : 'valid',
      paper: {
        title: row.title,
        number: row.number ?? '',
        organisation: org.companyName,
        maskedName: maskedName(employment?.name ?? ''),
        issuedText: dayOf(row.madeAt),
        revokedText: row.revoked && dayOf(row.revoked.at),
      },
    });
  },
});

/** 'ZM-2026-4F7K-9Q2M', however it was typed: small letters, no lines, O for 0. */
function normalisedNumber(typed: string): string {
  const plain = typed.toUpperCase().replace(/[^0-9A-Z]/g, '');
  const digits = plain.slice(2).replace(/O/g, '0').replace(/[IL]/g, '1');
  return [plain.slice(0, 2), digits.slice(0, 4), digits.slice(4, 8), digits.slice(8)].join('-');
}

/** The printed code, or the whole file's digest for whoever computed it. */
const fits = ({ contentDigest, digest, state }: CaseDocumentRow, code: string): boolean =>
  state !== 'reserved' &&
  (code === contentDigest?.slice(0, CHECK_CODE_LENGTH) || (code.length === 64 && code === digest));

/** '张**': enough for whoever has the paper before them. */
const maskedName = (name: string): string => {
  const [first = '', ...rest] = name;
  return first + '*'.repeat(rest.length);
};

async function spendTry(
  { database, clock }: Ports,
  openid: string,
): Promise<Result<null, RefusalOf<'verify.too-many-tries' | 'conflict.busy'>>> {
  for (let attempt = 0; attempt < ATTEMPTS_AT_A_RACE; attempt += 1) {
    const now = clock.now();
    const before = await verifyTries.read(database, openid);
    const lastHour = (before?.at ?? []).filter((at) => at > now - HOUR_MS);
    const [oldest] = lastHour;
    if (lastHour.length >= TRIES_PER_HOUR && oldest !== undefined)
      return refuse('verify.too-many-tries', { minutesLeft: Math.ceil((oldest + HOUR_MS - now) / 60_000) });
    if (await verifyTries.store(database, openid, before, [...lastHour.map(instantOf), now])) return ok(null);
  }
  return refuse('conflict.busy', {});
}
