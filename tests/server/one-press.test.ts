import { punches } from '@server/repositories/punches';
import { sheets } from '@server/repositories/sheets';
import { type Company, openCompany } from './company';
import { granted, outcome, refused } from './company/answers';
import { freshId, metersNorth, type Person } from './company/person';

let company: Company;
let people = 0;

beforeEach(async () => {
  company = await openCompany({ at: '2026-03-09T08:50' });
});
afterEach(() => company.close());

const newcomer = async (): Promise<Person> =>
  (await company.hire(`新人 ${(people += 1)}`, { team: 'day' })).bind();

const idsInSheet = async (person: Person): Promise<string[]> =>
  Object.values((await person.sheet('2026-03')).days).flatMap((day) => day.punches.map(([id]) => id));

const idsOfFacts = async (person: Person): Promise<string[]> =>
  (await person.acceptedFacts()).map(({ _id }) => _id.slice(person.employmentId.length + 1));

describe('a second tap', () => {
  it('within a minute is a slip, told with the time of the first', async () => {
    const person = await newcomer();
    await company.clockTo('08:58:58');
    granted(await person.punch());
    await company.clockTo('08:59:05');
    expect(refused(await person.punch())).toEqual({
      code: 'punch.just-punched',
      facts: { kind: 'in', at: '08:58' },
    });
    expect(await person.punchesOn('2026-03-09')).toEqual(['in 08:58']);
  });

  it('after two minutes is meant', async () => {
    const person = await newcomer();
    granted(await person.punch());
    await company.clockTo('08:52:05');
    expect(granted(await person.punch()).text).toBe('签退成功 08:52 · 早退 480 分钟');
  });

  it('on another phone at the same moment: both that were acknowledged stand, once, in facts and sheet', async () => {
    const many = await Promise.all(Array.from({ length: 8 }, newcomer));
    const rounds = await Promise.all(
      many.map(async (person) => {
        const ids = [freshId(), freshId()];
        const answers = await Promise.all(ids.map((punchId) => person.punch({ punchId })));
        return { person, acknowledged: ids.filter((_, i) => answers[i]?.ok), answers };
      }),
    );
    for (const { person, acknowledged, answers } of rounds) {
      expect(answers.map(outcome).every((one) => one === 'ok' || one === 'punch.just-punched')).toBe(true);
      expect((await idsOfFacts(person)).sort()).toEqual(acknowledged.sort());
      expect((await idsInSheet(person)).sort()).toEqual(acknowledged);
    }
    expect(rounds.every(({ acknowledged }) => acknowledged.length > 0)).toBe(true);
  });

  it('that waited on a phone is no slip: what arrives together was meant one by one', async () => {
    const person = await newcomer();
    granted(await person.punch());
    expect(outcome(await person.punch({ claimedAt: company.cloud.clock.now() - 60_000 }))).toBe('ok');
  });
});

describe('a retry of the same id', () => {
  it('gives the first answer again, whatever the button says by then', async () => {
    const person = await newcomer();
    const punchId = freshId();
    const first = granted(await person.punch({ punchId }));
    await company.clockTo('2026-03-10T11:00');
    const again = granted(await person.punch({ punchId, position: metersNorth(5000) }));
    const { today: _before, ...said } = first;
    expect(again).toMatchObject({ ...said, why: expect.any(Array) as string[] });
    expect(await person.facts()).toHaveLength(1);
    expect(await person.punchesOn('2026-03-09')).toEqual(['in 08:50']);
  });

  it('twenty at once leave one fact and one card, and every one that is answered is answered alike', async () => {
    const person = await newcomer();
    const punchId = freshId();
    const answers = await Promise.all(Array.from({ length: 20 }, () => person.punch({ punchId })));
    const said = answers.map((answer) => {
      const { today: _, ...rest } = granted(answer);
      return JSON.stringify(rest);
    });
    expect(new Set(said).size).toBe(1);
    expect(await person.facts()).toHaveLength(1);
    expect(await person.punchesOn('2026-03-09')).toEqual(['in 08:50']);
  });

  it('of another person is another punch', async () => {
    const [one, other] = [await newcomer(), await newcomer()];
    const punchId = freshId();
    granted(await one.punch({ punchId }));
    await company.clockTo('09:10');
    expect(granted(await other.punch({ punchId })).text).toBe('签到成功 09:10 · 迟到 10 分钟');
    expect(await one.punchesOn('2026-03-09')).toEqual(['in 08:50']);
  });

  it('of a refused press stays refused and never becomes a card', async () => {
    const person = await newcomer();
    const punchId = freshId();
    const first = refused(await person.punch({ punchId, position: metersNorth(1000) }));
    const more = await Promise.all(Array.from({ length: 6 }, () => person.punch({ punchId })));
    expect(more.map(refused)).toEqual(more.map(() => first));
    await company.clockTo('08:55');
    granted(await person.punch());
    expect(await person.punchesOn('2026-03-09')).toEqual(['in 08:55']);
    expect(await idsInSheet(person)).not.toContain(punchId);
  });

  it('completes the sheet when only the fact was stored', async () => {
    const person = await newcomer();
    const punchId = await company.storeFact(person, {
      at: '2026-03-09T08:50',
      kind: 'in',
      dutyDate: '2026-03-09',
    });
    await company.clockTo('2026-03-09T09:20');
    expect(granted(await person.punch({ punchId })).text).toBe('签到成功 08:50 · 正常');
    expect(await person.punchesOn('2026-03-09')).toEqual(['in 08:50']);
    expect(await person.facts()).toHaveLength(1);
  });

  it('completes the fact when only the sheet was stored', async () => {
    const person = await newcomer();
    const punchId = freshId();
    granted(await person.punch({ punchId }));
    const id = punches.idOf(person.employmentId, punchId);
    await company.sdk.database().collection('punches').doc(id).remove();
    expect(await person.facts()).toEqual([]);
    await company.clockTo('09:20');
    expect(granted(await person.punch({ punchId })).text).toBe('签到成功 08:50 · 正常');
    expect(await person.facts()).toMatchObject([{ _id: id, kind: 'in', refused: null }]);
    expect(await person.punchesOn('2026-03-09')).toEqual(['in 08:50']);
  });
});

describe('too much', () => {
  it('forty punches a day are kept, the forty-first is refused with the limit', async () => {
    const person = await newcomer();
    for (let press = 0; press < 40; press += 1) {
      granted(await person.punch());
      await company.cloud.clock.advance(120_000);
    }
    expect(refused(await person.punch())).toEqual({ code: 'punch.too-many', facts: { limit: 40 } });
    expect(await person.punchesOn('2026-03-09')).toHaveLength(40);
  });
});

describe('a sealed month', () => {
  const seal = async (person: Person, month: string, lock: 'locked' | 'locking' | 'open') =>
    company.database.updateWhere('sheets', sheets.idOf(person.employmentId, month), {}, { set: { lock } });

  it.each(['locked', 'locking'] as const)(
    '(%s) takes no punch, and none slips in when it is opened',
    async (lock) => {
      const person = await newcomer();
      granted(await person.punch());
      await seal(person, '2026-03', lock);
      await company.clockTo('18:05');
      expect(refused(await person.punch())).toEqual({
        code: 'punch.month-locked',
        facts: { month: '2026-03' },
      });
      expect(await person.facts()).toMatchObject([
        { refused: null },
        { refused: { code: 'punch.month-locked' } },
      ]);
      await seal(person, '2026-03', 'open');
      await company.clockTo('2026-03-11T10:00');
      await company.tick();
      expect(await person.punchesOn('2026-03-09')).toEqual(['in 08:50']);
    },
  );

  it('does not keep anybody from punching in the month after it', async () => {
    const person = await newcomer();
    await company.clockTo('2026-03-31T08:55');
    granted(await person.punch());
    // Sealed while the last day still lacks its out: its verdict goes on changing, the sheet does not.
    await seal(person, '2026-03', 'locked');
    await company.clockTo('2026-04-01T08:57');
    expect(granted(await person.punch()).text).toBe('签到成功 08:57 · 正常');
    expect((await person.sheet('2026-03')).days['31']?.verdict.status).toBe('pending');
  });
});

describe('somebody else’s sheet that carries my OPENID', () => {
  it('is not believed: neither shown to me nor written by me', async () => {
    const [me, other] = [await newcomer(), await newcomer()];
    granted(await other.punch());
    const theirs = sheets.idOf(other.employmentId, '2026-03');
    await company.database.updateWhere('sheets', theirs, {}, { set: { openid: me.openid } });
    await company.clockTo('09:05');
    expect((await me.today()).cards.map(({ actual }) => actual)).toEqual([null, null]);
    expect((await me.month()).days[8]?.cards).toEqual([]);
    granted(await me.punch());
    expect(await me.punchesOn('2026-03-09')).toEqual(['in 09:05']);
    expect(await other.punchesOn('2026-03-09')).toEqual(['in 08:50']);
  });
});

describe('a time that the phone claims', () => {
  it('is kept as a claim; arrival is judged, and the claim is offered as a correction', async () => {
    const person = await newcomer();
    const claimedAt = company.cloud.clock.now();
    await company.clockTo('09:40');
    const answer = granted(await person.punch({ claimedAt }));
    expect(answer.text).toBe('签到成功 09:40 · 迟到 40 分钟');
    expect(answer.correction).toEqual({
      date: '2026-03-09',
      claimedAt,
      claimedAtText: '3月9日 周一 08:50',
    });
    expect(await person.facts()).toMatchObject([{ claimedAt }]);
    expect(await person.punchesOn('2026-03-09')).toEqual(['in 09:40']);
  });

  it('in the future is worth nothing', async () => {
    const person = await newcomer();
    const answer = granted(await person.punch({ claimedAt: company.cloud.clock.now() + 3_600_000 }));
    expect(answer).toMatchObject({ atText: '08:50', correction: null });
  });
});
