import { granted, outcome, refused } from '../company/answers';
import { type LeavingCompany, openLeavingCompany } from '../leaving/leaving-company';
import type { OutputOf } from '@contract/contract';
import { noticeFrom, paperOf } from './real-case';

/** People who hold a paper of 王芳's and ask whether it is genuine; bound to no company, another one each time. */
let strangers = 0;
const stranger = (): string => `openid-of-employer-${(strangers += 1)}`;

let company: LeavingCompany;
let caseId: string;
let number: string;
let code: string;
let digest: string;
let documentId: string;

beforeAll(async () => {
  company = await openLeavingCompany({ at: '2026-10-22T09:00' });
  caseId = await noticeFrom(company, company.fang);
  const receipt = await paperOf(company, caseId, 'receipt');
  ({ digest, _id: documentId } = receipt);
  number = receipt.number ?? '';
  code = receipt.contentDigest?.slice(0, 16) ?? '';
});
afterAll(() => company.close());

const ask = (typed: { number: string; code: string }, openid = stranger()) =>
  company.phone(openid, 'document.verify', typed);
const told = async (typed: { number: string; code: string }) =>
  granted(await ask(typed)) as OutputOf<'document.verify'>;

it('says that a paper is valid, of whom and from whom, with the name masked', async () => {
  const answer = await told({ number, code });
  expect(answer).toEqual({
    state: 'valid',
    paper: {
      title: '离职通知送达回执',
      number,
      organisation: '小满工坊',
      maskedName: '王*',
      issuedText: '2026年10月22日',
      revokedText: null,
    },
  });
});

it.each([
  ['small letters without lines', () => ({ number: number.toLowerCase().replaceAll('-', ''), code })],
  ['the code in groups and capitals', () => ({ number, code: code.toUpperCase().replace(/(.{4})/g, '$1 ') })],
  ['the digest of the whole file', () => ({ number, code: digest })],
])('reads %s', async (_, typed) => {
  expect((await told(typed())).state).toBe('valid');
});

it.each([
  ['another code', () => ({ number, code: '0'.repeat(16) })],
  ['a part of the code', () => ({ number, code: code.slice(0, 8) })],
  ['no digit at all', () => ({ number, code: '？' })],
  ['another number', () => ({ number: 'HZ-2026-0000-0000', code })],
  ['anything', () => ({ number: '😀', code: '😀' })],
])('answers %s alike: unknown, and nothing about anybody', async (_, typed) => {
  expect(await told(typed())).toEqual({ state: 'unknown', paper: null });
});

it('says that a paper was withdrawn, once HR did so with a reason', async () => {
  const revoke = (reason: string, person = company.hr) =>
    person.call('document.revoke', { documentId, reason });
  expect(outcome(await revoke(''))).toBe('reason.missing');
  expect(outcome(await revoke('岗位写错', company.fang))).toBe('session.forbidden');
  expect(granted(await revoke('岗位写错')).text).toBe('已撤销离职通知送达回执');
  expect(outcome(await revoke('岗位写错'))).toBe('document.already-revoked');
  const answer = await told({ number, code });
  expect(answer).toMatchObject({ state: 'revoked', paper: { revokedText: '2026年10月22日' } });
  expect(JSON.stringify(answer)).not.toContain('岗位写错');
  const [line] = granted(await company.fang.call('document.list', { caseId: null })).papers.filter(
    ({ id }) => id === documentId,
  );
  expect(line?.revokedText).toContain('岗位写错');
});

it('takes twenty questions an hour from one person, and more from another', async () => {
  const guesser = stranger();
  for (let i = 0; i < 20; i += 1) await ask({ number, code: '0'.repeat(16) }, guesser);
  expect(refused(await ask({ number, code }, guesser))).toEqual({
    code: 'verify.too-many-tries',
    facts: { minutesLeft: 60 },
  });
  expect(outcome(await ask({ number, code }))).toBe('ok');
  await company.clockTo('10:05');
  expect(outcome(await ask({ number, code }, guesser))).toBe('ok');
});
