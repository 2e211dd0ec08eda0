import type { Envelope } from '@contract/envelope';
import { serve } from '@server/serve';
import { useCases } from '@server/use-cases';
import { type Company, openCompany } from './company';
import { granted, outcome, refused } from './company/answers';
import { AT_THE_DOOR, DEVICE, freshId, metersNorth, type Person } from './company/person';
import { portsInProcess } from './company/in-process';

let company: Company;
let fang: Person;

beforeAll(async () => {
  company = await openCompany({ at: '2026-03-09T08:50' });
  fang = await company.person('王芳').bind();
});
afterAll(() => company.close());

const SOUND = () => ({ punchId: freshId(), position: AT_THE_DOOR, claimedAt: null, device: DEVICE });

/** The issues that a punch with these fields replaced is refused with. */
const issuesOf = async (change: object): Promise<unknown> => {
  const refusal = refused(await fang.callWith('punch.clock', { ...SOUND(), ...change }));
  expect(refusal.code).toBe('input.invalid');
  return (refusal.facts as { issues: unknown }).issues;
};

/** Sends the body of a call as text, for what JavaScript's own JSON would not write. */
const sendText = async (text: string): Promise<Envelope<unknown>> => {
  const response = await fetch(`${company.cloud.url}/client/callFunction`, {
    method: 'POST',
    headers: { 'x-wx-openid': fang.openid },
    body: text,
  });
  return ((await response.json()) as { result: Envelope<unknown> }).result;
};

const callText = (procedure: string, input: string): Promise<Envelope<unknown>> =>
  sendText(`{"name":"api","data":{"procedure":${procedure},"input":${input}}}`);

const deep = (levels: number): string => '['.repeat(levels) + ']'.repeat(levels);

describe('a punch names the field and the reason', () => {
  it.each<[string, object, object[]]>([
    [
      'a latitude as text',
      { position: { ...AT_THE_DOOR, latitude: '31.23' } },
      [{ field: 'position.latitude', reason: 'wrong-type', expected: 'number' }],
    ],
    [
      'a latitude past the pole',
      { position: { ...AT_THE_DOOR, latitude: 90.1 } },
      [{ field: 'position.latitude', reason: 'too-large', expected: 90 }],
    ],
    [
      'a longitude off the globe',
      { position: { ...AT_THE_DOOR, longitude: -181 } },
      [{ field: 'position.longitude', reason: 'too-small', expected: -180 }],
    ],
    [
      'NaN, which JSON makes null',
      { position: { ...AT_THE_DOOR, longitude: Number.NaN } },
      [{ field: 'position.longitude', reason: 'wrong-type', expected: 'number' }],
    ],
    [
      'a negative accuracy',
      { position: { ...AT_THE_DOOR, accuracyMeters: -1 } },
      [{ field: 'position.accuracyMeters', reason: 'too-small', expected: 0 }],
    ],
    [
      'a position without accuracy',
      { position: { latitude: 31, longitude: 121 } },
      [{ field: 'position.accuracyMeters', reason: 'missing' }],
    ],
    [
      'a position as a list',
      { position: [31, 121] },
      [{ field: 'position', reason: 'wrong-type', expected: 'object' }],
    ],
    ['a short id', { punchId: 'abc' }, [{ field: 'punchId', reason: 'bad-format' }]],
    ['an id with a colon', { punchId: 'someone-else:1234567' }, [{ field: 'punchId', reason: 'bad-format' }]],
    ['a huge id', { punchId: 'x'.repeat(5000) }, [{ field: 'punchId', reason: 'bad-format' }]],
    ['no id', { punchId: undefined }, [{ field: 'punchId', reason: 'missing' }]],
    ['a claim as text', { claimedAt: '2026-03-09' }, [{ field: 'claimedAt', reason: 'wrong-type' }]],
    ['a claim in fractions', { claimedAt: 1.5 }, [{ field: 'claimedAt', reason: 'wrong-type' }]],
    ['a claim before there were phones', { claimedAt: -8e15 }, [{ field: 'claimedAt', reason: 'too-small' }]],
    ['a claim in another age', { claimedAt: 9e15 }, [{ field: 'claimedAt', reason: 'too-large' }]],
    [
      'a huge model',
      { device: { ...DEVICE, model: '华'.repeat(65) } },
      [{ field: 'device.model', reason: 'too-long', expected: 64 }],
    ],
    ['a time of its own', { at: 1773018420022 }, [{ field: 'at', reason: 'unknown-field' }]],
    ['a status of its own', { status: 'normal' }, [{ field: 'status', reason: 'unknown-field' }]],
    [
      'an unknown field inside',
      { position: { ...AT_THE_DOOR, altitude: 3 } },
      [{ field: 'position.altitude', reason: 'unknown-field' }],
    ],
  ])('%s', async (_, change, expected) => {
    expect(await issuesOf(change)).toMatchObject(expected);
  });

  it('several at once, all named', async () => {
    expect(await issuesOf({ punchId: 7, claimedAt: true, device: null })).toMatchObject([
      { field: 'punchId' },
      { field: 'claimedAt' },
      { field: 'device' },
    ]);
  });

  it('a number beyond all numbers', async () => {
    const input = JSON.stringify(SOUND()).replace(/"latitude":[\d.]+/, '"latitude":1e999');
    expect(await callText('"punch.clock"', input)).toMatchObject({
      refusal: {
        code: 'input.invalid',
        facts: { issues: [{ field: 'position.latitude', reason: 'wrong-type' }] },
      },
    });
  });

  it('nothing of it was stored', async () => {
    expect(await fang.facts()).toEqual([]);
  });
});

describe('an input that is no object', () => {
  it.each<[string, unknown]>([
    ['text', 'punch me'],
    ['a list', [1, 2]],
    ['a number', 7],
    ['true', true],
  ])('%s', async (_, input) => {
    expect(refused(await fang.callWith('punch.clock', input))).toMatchObject({
      code: 'input.invalid',
      facts: { issues: [{ field: '', reason: 'wrong-type', expected: 'object' }] },
    });
  });

  it.each<[string, unknown]>([
    ['nothing', undefined],
    ['null', null],
  ])('%s: the first field is missing', async (_, input) => {
    expect(refused(await fang.callWith('punch.today', input))).toMatchObject({
      code: 'input.invalid',
      facts: { issues: [{ field: 'position', reason: 'missing' }] },
    });
  });

  it('nested two thousand deep', async () => {
    expect(await callText('"punch.today"', `{"position":${deep(2000)}}`)).toMatchObject({
      refusal: { facts: { issues: [{ field: 'position', reason: 'wrong-type', expected: 'object' }] } },
    });
  });

  it('nested deeper than any stack: too large, not a fault', async () => {
    // In the process itself: the local cloud's own door does not let such an event pass.
    const event = JSON.parse(`{"procedure":"punch.today","input":${deep(25_000)}}`) as unknown;
    const answer = await serve(portsInProcess(company), useCases, fang.openid, event);
    expect(refused(answer)).toEqual({ code: 'input.too-large', facts: { maxKilobytes: 64 } });
  });

  it('with a field called __proto__', async () => {
    expect(await callText('"punch.today"', '{"position":null,"__proto__":{"position":1}}')).toMatchObject({
      refusal: { facts: { issues: [{ field: '__proto__', reason: 'unknown-field' }] } },
    });
  });

  it('of more than 64 KB', async () => {
    expect(refused(await fang.callWith('session.bind', { code: 'x'.repeat(70_000) }))).toEqual({
      code: 'input.too-large',
      facts: { maxKilobytes: 64 },
    });
  });
});

describe('a month that is none', () => {
  it.each(['2026-13', '2026-1', '202603', '0000-01', '1899-12', '9999-12', 'latest'])('%s', async (month) => {
    expect(refused(await fang.callWith('calendar.myMonth', { month }))).toMatchObject({
      code: 'input.invalid',
      facts: { issues: [{ field: 'month', reason: 'bad-format' }] },
    });
  });
});

describe('a procedure that is none', () => {
  it.each([
    'punch.delete',
    '__proto__',
    'constructor',
    'toString',
    'hasOwnProperty',
    '',
    'PUNCH.CLOCK',
    'x'.repeat(100),
  ])('%s', async (procedure) => {
    expect(refused(await fang.callWith(procedure, {}))).toEqual({
      code: 'procedure.unknown',
      facts: { procedure: procedure.slice(0, 64) },
    });
  });

  it.each<[string, unknown]>([
    ['an object that cannot be told', { toString: 1, valueOf: 1 }],
    ['a list of lists', [[[[]]]]],
    ['a number', 5],
    ['null', null],
  ])('%s', async (_, procedure) => {
    expect(outcome(await fang.callWith(procedure as string, {}))).toBe('procedure.unknown');
  });

  it('an event that is no call at all', async () => {
    for (const event of ['text', 7, null, [], { data: 1 }])
      expect(await company.cloud.callFunction('api', event, { openId: fang.openid })).toMatchObject({
        refusal: { code: 'procedure.unknown' },
      });
  });
});

describe('the clock’s own function', () => {
  it('does nothing when a phone calls it', async () => {
    granted(await fang.punch());
    await company.clockTo('2026-03-12T10:00');
    await company.cloud.callFunction('timer', {}, { openId: fang.openid });
    expect((await fang.sheet('2026-03')).closedThrough).toBeNull();
  });
});

describe('the log', () => {
  it('says what was asked and how it went: no names, codes, coordinates or identities', async () => {
    const newcomer = await company.hire('欧阳若曦', { team: 'day' });
    const { code } = granted(
      await company.person('刘静').call('invitation.issue', { employmentId: newcomer.employmentId }),
    );
    await newcomer.enter('WRNG-WRNG-WRNG0');
    granted(await newcomer.enter(code));
    const far = metersNorth(700);
    refused(await newcomer.punch({ position: far }));
    granted(await newcomer.punch());
    await newcomer.month();
    await company.tick();
    const text = company.log.join('\n');
    expect(text).toContain('"procedure":"punch.clock","outcome":"punch.outside-fence"');
    expect(text).toContain('"tick":"closeDays"');
    const secrets = [
      '欧阳若曦',
      '王芳',
      code,
      'WRNG',
      newcomer.openid,
      fang.openid,
      String(far.latitude),
      '31.23',
      '121.47',
    ];
    expect(secrets.filter((secret) => text.includes(secret))).toEqual([]);
  });

  it('gives a bug a number that the caller sees, and tells what happened without the document’s values', async () => {
    const broken = await (await company.hire('周可可', { team: 'day' })).bind();
    await company.database.updateWhere('employments', broken.employmentId, {}, { set: { tags: '机密标签' } });
    const answer = await broken.callWith('punch.today', { position: AT_THE_DOOR });
    const { id } = (answer as { fault: { id: string } }).fault;
    const line = company.log.find((one) => one.includes(id));
    expect(line).toContain('"outcome":"fault"');
    expect(line).toContain(`employments/${broken.employmentId} is not as written at: tags`);
    expect(company.log.join('\n')).not.toContain('机密标签');
    expect(company.log.join('\n')).not.toContain('周可可');
  });
});
