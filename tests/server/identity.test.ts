import { identityFor } from '@server/identity/identity-for';
import { signatureFor } from '@server/identity/signature-for';
import { signatureMarks } from '@server/repositories/signature-marks';
import type { Caller } from '@server/caller';
import { employments } from '@server/repositories/employments';
import { type Company, openCompany } from './company';
import { granted, outcome, refused } from './company/answers';
import { portsInProcess } from './company/in-process';
import { freshId, type Person } from './company/person';
import { phoneNumberOf } from './company/personnel';
import { aName, sentCode } from './company/signing';

let company: Company;
let fang: Person;

beforeEach(async () => {
  company = await openCompany({ at: '2026-10-22T09:00' });
  fang = await company.person('王芳').bind();
});
afterEach(() => company.close());

const begin = (
  person = fang,
  { document = 'notice', caseId = null as string | null, commandId = freshId() } = {},
) => person.call('identity.begin', { commandId, caseId, document });

const confirm = (sessionId: string, code: string, person = fang) =>
  person.call('identity.confirm', { sessionId, code });

const wrong = (code: string): string => (code === '000000' ? '000001' : '000000');

/** A session that was confirmed just now. */
async function confirmed(document = 'notice'): Promise<string> {
  const { sessionId } = granted(await begin(fang, { document }));
  granted(await confirm(sessionId, sentCode(company, fang)));
  return sessionId;
}

async function asCaller(person: Person): Promise<Caller> {
  const employment = await employments.read(company.database, person.employmentId);
  if (!employment) throw new Error(`${person.name} is not employed`);
  return { openid: person.openid, employment };
}

const check = async (sessionId: string, document = 'notice', person = fang, caseId: string | null = null) =>
  identityFor(portsInProcess(company), await asCaller(person), sessionId, document, caseId);

it('the code that arrives by short message confirms who it is, for one document and ten minutes', async () => {
  const session = granted(await begin());
  expect(session).toMatchObject({
    phoneText: '120****5003',
    triesLeft: 5,
  });
  expect((await check(session.sessionId)).ok).toBe(false);
  expect(granted(await confirm(session.sessionId, sentCode(company, fang)))).toEqual({
    sessionId: session.sessionId,
    validSeconds: 600,
  });

  expect(await check(session.sessionId)).toMatchObject({
    ok: true,
    value: { session: session.sessionId, level: 'basic', document: 'notice' },
  });
  await company.clockTo('09:09:30');
  expect((await check(session.sessionId)).ok).toBe(true);
  await company.clockTo('09:10:30');
  expect(await check(session.sessionId)).toMatchObject({ ok: false, refusal: { code: 'identity.expired' } });
});

it('a session serves no other person, no other document and no other case', async () => {
  const sessionId = await confirmed();
  const other = await company.person('陈思远').bind();
  const code = async (...about: Parameters<typeof check>) => {
    const checked = await check(...about);
    return checked.ok ? 'ok' : checked.refusal.code;
  };
  expect(await code(sessionId, 'notice', other)).toBe('identity.unknown');
  expect(await code(sessionId, 'handover')).toBe('identity.other-document');
  expect(await code(sessionId, 'notice', fang, 'E003-another-case')).toBe('identity.other-document');
  expect(await code('never-begun')).toBe('identity.unknown');
  expect(outcome(await confirm(sessionId, '123456', other))).toBe('identity.unknown');
});

it('a repeated tap sends one message and gets the same session', async () => {
  const commandId = freshId();
  const [first, second] = await Promise.all([begin(fang, { commandId }), begin(fang, { commandId })]);
  const answers = [outcome(first), outcome(second)];
  expect(answers).toContain('ok');
  const third = granted(await begin(fang, { commandId }));
  expect(company.cloud.sms.messages(phoneNumberOf(fang))).toHaveLength(1);
  expect(granted(await confirm(third.sessionId, sentCode(company, fang)))).toBeTruthy();
  expect(outcome(await begin(fang, { commandId, document: 'handover' }))).toBe('command.id-taken');
});

it('another code comes after sixty seconds, and five in an hour are enough', async () => {
  granted(await begin());
  await company.clockTo('09:00:30');
  const soon = refused(await begin());
  // The cloud's clock goes on while the calls are made.
  expect(soon).toEqual({ code: 'identity.too-soon', facts: { secondsLeft: expect.any(Number) as number } });
  expect((soon.facts as { secondsLeft: number }).secondsLeft).toBeGreaterThan(25);
  expect((soon.facts as { secondsLeft: number }).secondsLeft).toBeLessThan(45);
  for (const minute of ['02', '04', '06', '08']) {
    await company.clockTo(`09:${minute}`);
    granted(await begin());
  }
  await company.clockTo('09:10');
  const many = refused(await begin());
  expect(many.code).toBe('identity.too-many-codes');
  expect([50, 51]).toContain((many.facts as { minutesLeft: number }).minutesLeft);
  await company.clockTo('10:00:30');
  granted(await begin());
});

it('five wrong codes close the session: the right one comes too late', async () => {
  const { sessionId } = granted(await begin());
  const code = sentCode(company, fang);
  const told: string[] = [];
  for (let n = 0; n < 5; n += 1) told.push(outcome(await confirm(sessionId, wrong(code))));
  expect(told).toEqual([...Array<string>(4).fill('identity.wrong-code'), 'identity.too-many-tries']);
  expect(outcome(await confirm(sessionId, code))).toBe('identity.too-many-tries');
});

it('guesses at once cost a try each or are told to wait: never a free one', async () => {
  const { sessionId } = granted(await begin());
  const bad = wrong(sentCode(company, fang));
  const told = (await Promise.all(Array.from({ length: 8 }, () => confirm(sessionId, bad)))).map(outcome);
  const counted = told.filter((one) => one === 'identity.wrong-code').length;
  const closed = told.filter((one) => one === 'identity.too-many-tries').length;
  expect(counted).toBeLessThanOrEqual(4);
  expect(counted + closed + told.filter((one) => one === 'conflict.busy').length).toBe(8);
  expect(told).not.toContain('ok');
});

it('a code is good for ten minutes', async () => {
  const { sessionId } = granted(await begin());
  await company.clockTo('09:10:30');
  expect(outcome(await confirm(sessionId, sentCode(company, fang)))).toBe('identity.expired');
});

it('the code stands nowhere: not in the database, not in the log', async () => {
  const { sessionId } = granted(await begin());
  const code = sentCode(company, fang);
  granted(await confirm(sessionId, code));
  const session = await company.database.read('identitySessions', sessionId);
  expect(JSON.stringify(session)).not.toContain(code);
  expect(company.log.join('\n')).not.toContain(`"${code}"`);
});

it('whoever has no phone on file hears what to do, and that paper is as good', async () => {
  await company.sdk.database().collection('personnel').doc(fang.employmentId).update({ phone: null });
  expect(outcome(await begin())).toBe('identity.no-phone');
});

it('a drawing is kept once under its digest, and serves only the session it was drawn in', async () => {
  const ports = portsInProcess(company);
  const caller = await asCaller(fang);
  const drawing = aName();
  const sessionId = await confirmed();
  const wire = { sessionId, digest: 'a'.repeat(64), ...drawing };
  const first = await signatureFor(ports, caller, 'notice', null, wire);
  const again = await signatureFor(ports, caller, 'notice', null, wire);
  if (!first.ok) throw new Error(first.refusal.code);
  expect(again).toEqual(first);
  const { mark } = first.value.signature;
  expect(await signatureMarks.drawing(company.database, ports.cipher, mark)).toEqual(drawing);
  expect(JSON.stringify(await company.database.read('signatureMarks', mark))).not.toContain('strokes');

  await company.clockTo('09:02');
  const later = await confirmed('handover');
  expect(await signatureFor(ports, caller, 'handover', null, { ...wire, sessionId: later })).toMatchObject({
    ok: false,
    refusal: { code: 'signature.reused' },
  });
});

it.each([
  ['no strokes', []],
  ['a tap', [[{ x: 10, y: 10, t: 0 }]]],
  [
    'a slip of the finger',
    [
      [
        { x: 10, y: 10, t: 0 },
        { x: 30, y: 10, t: 20 },
      ],
    ],
  ],
])('%s is no signature', async (_, strokes) => {
  const sessionId = await confirmed();
  const wire = { sessionId, digest: 'a'.repeat(64), strokes, canvas: { width: 700, height: 300 } };
  const signed = await signatureFor(portsInProcess(company), await asCaller(fang), 'notice', null, wire);
  expect(signed).toMatchObject({ ok: false, refusal: { code: 'signature.blank' } });
});
