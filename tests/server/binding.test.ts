import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { employments } from '@server/repositories/employments';
import { type Company, openCompany } from './company';
import { granted, outcome, refused } from './company/answers';
import type { Person } from './company/person';

let company: Company;
let hr: Person;
let names = 0;

beforeAll(async () => {
  company = await openCompany({ at: '2026-03-09T08:00' });
  hr = company.person('刘静');
});
afterAll(() => company.close());

const newcomer = (): Promise<Person> => company.hire(`新人 ${(names += 1)}`, { team: 'day' });

const invite = async (person: Person): Promise<string> =>
  granted(await hr.call('invitation.issue', { employmentId: person.employmentId })).code;

const openidStoredFor = async (person: Person): Promise<string | null> =>
  (await employments.read(company.database, person.employmentId))?.openid ?? null;

describe('an invitation', () => {
  it('ties the WeChat identity that types it to the employment it was made for', async () => {
    const person = await newcomer();
    const before = granted(await person.call('session.me', {}));
    const bound = granted(await person.enter(await invite(person)));
    expect(before.person).toBeNull();
    expect(bound).toMatchObject({
      companyName: '小满工坊',
      person: { name: person.name, departmentName: 'day 组' },
    });
    expect(granted(await person.call('session.me', {})).person).toEqual(bound.person);
  });

  it.each([
    ['lower case', (code: string) => code.toLowerCase()],
    ['without the dashes', (code: string) => code.replaceAll('-', '')],
    ['with spaces around and between', (code: string) => `  ${code.replaceAll('-', ' - ')} `],
    ['with the letter O for every 0', (code: string) => code.replaceAll('0', 'O')],
    ['with I and l for 1', (code: string) => code.replace('1', 'I').replaceAll('1', 'l')],
  ])('may be typed %s', async (_, typed) => {
    const person = await newcomer();
    // A code that has a 0 and a 1 in it shows the confusion; one in a few does.
    let code = await invite(person);
    for (let tries = 0; !/0.*1|1.*0/.test(code) && tries < 200; tries += 1) code = await invite(person);
    expect(code).toMatch(/0.*1|1.*0/);
    expect(outcome(await person.enter(typed(code)))).toBe('ok');
  });

  it('answers a repeated tap like the first', async () => {
    const person = await newcomer();
    const code = await invite(person);
    const first = granted(await person.enter(code));
    expect(granted(await person.enter(code))).toEqual(first);
  });

  it('works once: another WeChat that types it later is told that it was used', async () => {
    const [person, other] = [await newcomer(), await newcomer()];
    const code = await invite(person);
    granted(await person.enter(code));
    expect(refused(await other.enter(code))).toEqual({ code: 'invitation.used', facts: {} });
    expect(await openidStoredFor(person)).toBe(person.openid);
  });

  it('is shown once with its last moment, three days on, on the company’s clock', async () => {
    const person = await newcomer();
    const { code, expiresAt, expiresAtText } = granted(
      await hr.call('invitation.issue', { employmentId: person.employmentId }),
    );
    expect(code).toMatch(/^[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{5}$/);
    expect(expiresAtText).toBe('3月12日 周四 08:00');
    expect(expiresAt - company.cloud.clock.now()).toBeLessThanOrEqual(72 * 3_600_000);
  });

  it('has at least 60 random bits: thirteen letters, each of them any of thirty-two', async () => {
    const person = await newcomer();
    const codes: string[] = [];
    for (let i = 0; i < 60; i += 1) codes.push((await invite(person)).replaceAll('-', ''));
    const lettersAt = (at: number) => new Set(codes.map((code) => code[at])).size;
    expect(new Set(codes).size).toBe(60);
    expect(codes.every((code) => code.length === 13)).toBe(true);
    // 60 draws out of 32 show about 27 of them; a letter that were fixed or drawn from 8 would show far fewer.
    expect(Math.min(...Array.from({ length: 13 }, (_, at) => lettersAt(at)))).toBeGreaterThan(16);
  });

  it('is nowhere in what the cloud keeps, used or not', async () => {
    const [person, waiting] = [await newcomer(), await newcomer()];
    const codes = [await invite(person), await invite(waiting)];
    granted(await person.enter(codes[0] as string));
    const kept = readdirSync(company.directory, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => readFileSync(path.join(entry.parentPath, entry.name), 'latin1'))
      .join('\n');
    expect(kept).toContain(person.openid);
    for (const code of codes.flatMap((one) => [one, one.replaceAll('-', '')])) {
      expect(kept).not.toContain(code);
      expect(company.log.join('\n')).not.toContain(code);
    }
  });
});

describe('who can be bound', () => {
  it('not a WeChat that stands for somebody already', async () => {
    const [person, second] = [await (await newcomer()).bind(), await newcomer()];
    expect(refused(await person.enter(await invite(second)))).toEqual({
      code: 'binding.wechat-taken',
      facts: {},
    });
    expect(await openidStoredFor(second)).toBeNull();
  });

  it('not an employment that has its WeChat: neither by an old code nor by a new one', async () => {
    const [person, other] = [await newcomer(), await newcomer()];
    const [code, old] = [await invite(person), await invite(person)];
    granted(await person.enter(code));
    expect(refused(await other.enter(old)).code).toBe('binding.employment-taken');
    expect(outcome(await hr.call('invitation.issue', { employmentId: person.employmentId }))).toBe(
      'binding.employment-taken',
    );
  });
});

describe('two at the same moment', () => {
  it('with one code: exactly one of them becomes that employee', async () => {
    for (let round = 0; round < 6; round += 1) {
      const [person, other] = [await newcomer(), await newcomer()];
      const code = await invite(person);
      const answers = await Promise.all([person.enter(code), other.enter(code)]);
      const winner = [person, other][answers.findIndex(({ ok }) => ok)];
      expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
      expect(await openidStoredFor(person)).toBe(winner?.openid);
    }
  });

  it('one WeChat with two codes: exactly one employment gets it', async () => {
    for (let round = 0; round < 6; round += 1) {
      const [person, second] = [await newcomer(), await newcomer()];
      const codes = [await invite(person), await invite(second)];
      const answers = await Promise.all(codes.map((code) => person.enter(code)));
      const holders = [await openidStoredFor(person), await openidStoredFor(second)].filter(Boolean);
      expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
      expect(holders).toEqual([person.openid]);
    }
  });
});

describe('who may invite', () => {
  it('HR invites anybody; branch HR only people of the own branch, others are unknown there', async () => {
    const branchHr = await company.person('高志强').bind();
    const ask = async (name: string) =>
      outcome(await branchHr.call('invitation.issue', { employmentId: company.person(name).employmentId }));
    expect(await ask('何秀英')).toBe('ok');
    expect(await ask('王芳')).toBe('person.unknown');
    expect(outcome(await branchHr.call('invitation.issue', { employmentId: 'E999' }))).toBe('person.unknown');
  });

  it('an employee invites nobody', async () => {
    const person = await (await newcomer()).bind();
    const answer = await person.call('invitation.issue', {
      employmentId: company.person('王芳').employmentId,
    });
    expect(refused(answer).code).toBe('session.forbidden');
  });
});

describe('guessing', () => {
  it('is worth five tries an hour for one WeChat; then it waits, told how many minutes', async () => {
    const person = await newcomer();
    const code = await invite(person);
    await company.clockTo('10:00');
    const guesses = [];
    for (let i = 0; i < 5; i += 1) guesses.push(refused(await person.enter(`WRNG-WRNG-WRN0${i}`)));
    expect(guesses).toEqual(
      [4, 3, 2, 1, 0].map((triesLeft) => ({ code: 'invitation.unknown', facts: { triesLeft } })),
    );
    const sixth = refused(await person.enter(code));
    expect(sixth).toEqual({ code: 'invitation.too-many-tries', facts: { minutesLeft: 60 } });

    await company.clockTo('10:30:30');
    expect(refused(await person.enter(code)).facts).toEqual({ minutesLeft: 30 });

    await company.clockTo('11:00:30');
    expect(outcome(await person.enter(code))).toBe('ok');
  });

  it('counts tries that come at once: at most five are looked up', async () => {
    const person = await newcomer();
    const answers = await Promise.all(
      Array.from({ length: 12 }, (_, i) => person.enter(`WRNG-WRNG-${String(i).padStart(5, '0')}`)),
    );
    expect(answers.filter((answer) => outcome(answer) === 'invitation.unknown').length).toBeLessThanOrEqual(
      5,
    );
    expect(answers.some(({ ok }) => ok)).toBe(false);
  });
});

describe('after three days', () => {
  it('the last minute still counts, the next one no longer', async () => {
    const [person, late] = [await newcomer(), await newcomer()];
    await company.clockTo('2026-03-10T09:00');
    const codes = [await invite(person), await invite(late)];
    await company.clockTo('2026-03-13T08:59');
    expect(outcome(await person.enter(codes[0] as string))).toBe('ok');
    await company.clockTo('2026-03-13T09:01');
    expect(refused(await late.enter(codes[1] as string))).toEqual({
      code: 'invitation.expired',
      facts: { expiredAt: '3月13日 周五 09:00' },
    });
    expect(await openidStoredFor(late)).toBeNull();
  });
});
