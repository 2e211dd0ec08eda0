import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { isIdNumber } from '@domain/people/id-number';
import { personnel } from '@server/repositories/personnel';
import { DEMO_PEOPLE } from '../../scripts/demo/people';
import { demoCipher, demoPersonnel } from '../../scripts/demo/personnel';
import { localDateOf } from '@domain/time/local-date';
import { type Company, openCompany } from './company';
import { granted } from './company/answers';
import { CAST } from './company/organisation';
import { freshId, type Person } from './company/person';
import { idNumberOf, phoneNumberOf } from './company/personnel';
import { signs } from './company/signing';

let company: Company;
let fang: Person;

beforeEach(async () => {
  company = await openCompany({ at: '2026-10-22T09:00' });
  fang = await company.person('王芳').bind();
});
afterEach(() => company.close());

const cipher = demoCipher();

/** Everything below a folder, as text of its bytes. */
function bytesBelow(folder: string): string {
  return readdirSync(folder, { recursive: true })
    .map((name) => path.join(folder, String(name)))
    .filter((file) => statSync(file).isFile())
    .map((file) => readFileSync(file, 'latin1'))
    .join('\n');
}

/** A person gives notice: codes, signatures, drafts, messages, everything that touches the file. */
async function leave(person: Person): Promise<string> {
  const wish = { path: 'notice', wished: null, remote: false, reason: '' } as const;
  const { digest } = granted(await person.call('leaving.draft', wish));
  const signature = await signs(company, person, { document: 'notice', caseId: null, digest });
  const input = { ...wish, commandId: freshId(), digest, signature, proofConsent: false, photoIds: [] };
  return granted(await person.call('leaving.give', input)).caseId;
}

it('phone and ID number open from the file, and are masked wherever they are shown', async () => {
  const file = await personnel.read(company.database, fang.employmentId);
  if (!file) throw new Error('no file');
  expect(personnel.open(cipher, file, 'phone')).toBe(phoneNumberOf(fang));
  expect(personnel.open(cipher, file, 'idNumber')).toBe(idNumberOf(fang));
  expect(file.phone?.masked).toBe('120****5003');
  expect(file.idNumber?.masked).toMatch(/^999\*{11}\d{3}[\dX]$/);
});

it('a person is found by ID number without opening any box', async () => {
  const found = await personnel.ofIdNumber(company.database, cipher, idNumberOf(fang));
  expect(found.map(({ _id }) => _id)).toEqual([fang.employmentId]);
  expect(await personnel.ofIdNumber(company.database, cipher, '999999199003079998')).toEqual([]);
});

it('a box moved into another person’s file does not open there', async () => {
  const [one, other] = await Promise.all([
    personnel.read(company.database, fang.employmentId),
    personnel.read(company.database, company.person('李明').employmentId),
  ]);
  const swapped = { ...other!, phone: one!.phone };
  expect(() => personnel.open(cipher, swapped, 'phone')).toThrow();
});

it('no ID number and no phone number stands in plain text: in no stored byte, no answer and no line of the log', async () => {
  const caseId = await leave(fang);
  const answers = JSON.stringify([
    await fang.call('case.view', { caseId, taskId: null, round: null }),
    await fang.call('leaving.mine', {}),
    await fang.call('session.me', {}),
    await company.person('刘静').call('case.view', { caseId, taskId: null, round: null }),
  ]);
  const log = company.log.join('\n');
  // The gateway beside the cloud keeps what it sent, as a phone does: it is not the company's database.
  const gateway = '$short-messages';
  const stored = bytesBelow(company.directory)
    .split('\n')
    .filter((line) => !line.includes(gateway))
    .join('\n');
  // The looking itself works: what is stored in plain text is found.
  expect(stored).toContain(caseId);
  expect(log).toContain('leaving.give');
  const people = Object.keys(CAST).map((name) => company.person(name));
  for (const person of people)
    for (const secret of [idNumberOf(person), phoneNumberOf(person)])
      for (const place of [stored, answers, log]) expect(place).not.toContain(secret);
});

it('everybody of the demo company has a valid, made-up ID number, and some are in probation or on a fixed term', () => {
  const since = localDateOf('2026-09-01');
  const files = DEMO_PEOPLE.map((person) => demoPersonnel(person, since));
  expect(files.every(({ idNumber }) => idNumber !== null && isIdNumber(idNumber))).toBe(true);
  expect(new Set(files.map(({ idNumber }) => idNumber)).size).toBe(files.length);
  expect(new Set(files.map(({ phone }) => phone)).size).toBe(files.length);
  expect(files.some(({ probationEnd }) => probationEnd !== null && probationEnd > '2026-11-22')).toBe(true);
  expect(files.filter(({ contract }) => contract.kind === 'fixed')).toHaveLength(2);
  expect(DEMO_PEOPLE.some(({ name }) => name.includes('䶮'))).toBe(true);
});
