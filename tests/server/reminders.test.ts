import type { OutputOf } from '@contract/contract';
import type { Envelope } from '@contract/envelope';
import { reminderLedger } from '@server/repositories/reminder-ledger';
import { DEMO_TEMPLATE_ID } from '../../scripts/demo/cloud-options';
import { type Company, type CompanyOptions, openCompany } from './company';
import { granted } from './company/answers';
import { freshId, type Person } from './company/person';

let company: Company;
let fang: Person;

afterEach(() => company.close());

const open = async (options: CompanyOptions): Promise<void> => {
  company = await openCompany(options);
  fang = await company.person('王芳').bind();
};

const leftIn = (recorded: Envelope<OutputOf<'reminders.recordAnswers'>>): number | undefined =>
  granted(recorded).reminders.find(({ templateId }) => templateId === DEMO_TEMPLATE_ID)?.left;

type Said = 'accept' | 'reject' | 'ban' | 'filter';

/** What the phone does: WeChat asks, WeChat remembers, and our ledger is told. Resolves to what is left. */
const answer = async (person: Person, said: Said, answerId = freshId()): Promise<number | undefined> => {
  if (said === 'accept') await company.cloud.weChat.accept(person.openid, [DEMO_TEMPLATE_ID]);
  const answers = [{ templateId: DEMO_TEMPLATE_ID, answer: said }];
  return leftIn(await person.call('reminders.recordAnswers', { answerId, answers }));
};

/** What the punch page says is left. */
const shownLeft = async (person: Person): Promise<number | undefined> =>
  (await person.today()).reminders.find(({ templateId }) => templateId === DEMO_TEMPLATE_ID)?.left;

const tray = (person: Person) => company.cloud.weChat.messages(person.openid);

const entryOf = (person: Person) =>
  reminderLedger.read(company.database, reminderLedger.idOf(person.employmentId, DEMO_TEMPLATE_ID));

const tickAt = async (moment: string): Promise<void> => {
  await company.clockTo(moment);
  await company.tick();
};

describe('whoever accepts', () => {
  it('gets one message a quarter before the next work day begins, by the timer alone', async () => {
    // Friday evening; the timer runs every five minutes of Monday morning.
    await open({ at: '2026-03-06T20:00' });
    expect(await answer(fang, 'accept')).toBe(1);
    expect(await shownLeft(fang)).toBe(1);
    for (const moment of ['2026-03-07T08:45', '2026-03-08T08:45', '2026-03-09T08:40']) await tickAt(moment);
    expect(tray(fang)).toEqual([]);

    await tickAt('2026-03-09T08:45');
    await tickAt('2026-03-09T08:50');
    const [message, ...others] = tray(fang);
    expect(others).toEqual([]);
    expect(message).toMatchObject({
      page: 'pages/punch/index',
      data: {
        thing1: '早班 09:00–18:00',
        time2: '2026年3月9日 09:00',
        thing3: '总部大楼',
        thing4: '快上班了，记得签到',
      },
    });
    expect(await shownLeft(fang)).toBe(0);
  });

  it('is reminded by the running clock itself', async () => {
    await open({ at: '2026-03-09T08:32', timers: 'on-move' });
    await answer(fang, 'accept');
    await company.clockTo('08:51');
    expect(tray(fang).map(({ sentAt }) => new Date(sentAt).toISOString().slice(11, 16))).toEqual(['00:45']);
  });

  it('once for each yes: two are two mornings, and then nothing', async () => {
    await open({ at: '2026-03-06T20:00' });
    await answer(fang, 'accept');
    expect(await answer(fang, 'accept')).toBe(2);
    for (const day of ['09', '10', '11']) await tickAt(`2026-03-${day}T08:45`);
    expect(tray(fang).map(({ data }) => data.time2)).toEqual(['2026年3月9日 09:00', '2026年3月10日 09:00']);
    expect(await entryOf(fang)).toMatchObject({ left: 0, dueAt: null });
  });

  it('a repeated call of the same answer counts once, at once or later', async () => {
    await open({ at: '2026-03-06T20:00' });
    const answerId = freshId();
    const answers = [{ templateId: DEMO_TEMPLATE_ID, answer: 'accept' as const }];
    const said = await Promise.all(
      Array.from({ length: 4 }, () => fang.call('reminders.recordAnswers', { answerId, answers })),
    );
    expect(said.map(leftIn)).toEqual([1, 1, 1, 1]);
    expect(await answer(fang, 'accept')).toBe(2);
    expect(leftIn(await fang.call('reminders.recordAnswers', { answerId, answers }))).toBe(2);
  });

  it('of a night shift gets it before the night', async () => {
    await open({ at: '2026-03-09T12:00' });
    const lixin = await company.person('宋立新').bind();
    await answer(lixin, 'accept');
    await tickAt('2026-03-09T21:45');
    expect(tray(lixin)).toMatchObject([
      { data: { thing1: '夜班 22:00–次日06:00', time2: '2026年3月9日 22:00' } },
    ]);
  });
});

describe('no message', () => {
  it('to whoever is in already; the yes is kept for the next day', async () => {
    await open({ at: '2026-03-09T08:00' });
    await answer(fang, 'accept');
    await company.clockTo('08:30');
    granted(await fang.punch());
    await tickAt('08:45');
    expect(tray(fang)).toEqual([]);
    await tickAt('2026-03-10T08:45');
    expect(tray(fang)).toMatchObject([{ data: { time2: '2026年3月10日 09:00' } }]);
  });

  it('twice, though several timers run at once', async () => {
    await open({ at: '2026-03-09T08:00' });
    const people = await Promise.all(
      Array.from({ length: 5 }, async (_, i) => (await company.hire(`新人 ${i}`, { team: 'day' })).bind()),
    );
    for (const person of people) for (let yes = 0; yes < 3; yes += 1) await answer(person, 'accept');
    await company.clockTo('08:45');
    await Promise.all(Array.from({ length: 4 }, () => company.tick()));
    expect(people.map((person) => tray(person).length)).toEqual([1, 1, 1, 1, 1]);
    expect(await entryOf(people[0] as Person)).toMatchObject({ left: 2 });
  });

  it('to whoever said no, or nothing, or never again', async () => {
    await open({ at: '2026-03-09T08:00' });
    const [never] = [await company.person('陈思远').bind()];
    expect(await answer(fang, 'reject')).toBe(0);
    expect(await answer(fang, 'filter')).toBe(0);
    await answer(never, 'accept');
    expect(await answer(never, 'ban')).toBe(0);
    await tickAt('08:45');
    expect(company.cloud.weChat.messages()).toEqual([]);
  });

  it('on rest days and holidays: the Friday before 清明 points at the Tuesday after', async () => {
    await open({ at: '2026-04-03T20:00' });
    await answer(fang, 'accept');
    for (const day of ['04', '05', '06']) await tickAt(`2026-04-${day}T08:45`);
    expect(tray(fang)).toEqual([]);
    await tickAt('2026-04-07T08:45');
    expect(tray(fang)).toHaveLength(1);
  });

  it('when the timer comes only after the shift began; the yes is kept', async () => {
    await open({ at: '2026-03-09T08:00' });
    await answer(fang, 'accept');
    await tickAt('09:01');
    expect(tray(fang)).toEqual([]);
    expect(await entryOf(fang)).toMatchObject({ left: 1, dueFor: '2026-03-10' });
  });

  it('to whoever has left', async () => {
    await open({ at: '2026-03-06T17:30' });
    const leaving = await (await company.hire('要走的', { team: 'day', lastDay: '2026-03-06' })).bind();
    await answer(leaving, 'accept');
    await tickAt('2026-03-09T08:45');
    expect(tray(leaving)).toEqual([]);
  });
});

describe('when WeChat refuses', () => {
  it('because nothing is left there (43101), the ledger says so too', async () => {
    await open({ at: '2026-03-09T08:00' });
    // Our ledger counts three, WeChat knows of none: the person withdrew in WeChat's own settings.
    const answers = [{ templateId: DEMO_TEMPLATE_ID, answer: 'accept' as const }];
    for (let yes = 0; yes < 3; yes += 1)
      granted(await fang.call('reminders.recordAnswers', { answerId: freshId(), answers }));
    await tickAt('08:45');
    expect(tray(fang)).toEqual([]);
    expect(await entryOf(fang)).toMatchObject({ left: 0, dueAt: null });
    expect(await shownLeft(fang)).toBe(0);
  });

  it('for another reason, the yes is not spent and the next work day tries again', async () => {
    await open({ at: '2026-03-09T08:00', weChat: { mainSwitchOff: ['openid-of-E003'] } });
    expect(fang.openid).toBe('openid-of-E003');
    await answer(fang, 'accept');
    await tickAt('08:45');
    expect(await entryOf(fang)).toMatchObject({ left: 1, dueFor: '2026-03-10' });
    expect(company.log.join('\n')).toContain('"errorCode":20004');
  });
});

describe('when the organisation changes', () => {
  it('an earlier shift moves the reminder, a free day takes it away', async () => {
    await open({ at: '2026-03-09T06:00' });
    await answer(fang, 'accept');
    await company.reorganise(({ shifts }) => ({
      shifts: shifts.map((shift) =>
        shift.id === 'nine-to-six' && shift.kind === 'fixed'
          ? { ...shift, segments: [{ in: 480, out: 1020 }] }
          : shift,
      ),
    }));
    await tickAt('07:40');
    expect(tray(fang)).toEqual([]);
    await tickAt('07:45');
    expect(tray(fang)).toMatchObject([{ data: { thing1: '早班 08:00–17:00', time2: '2026年3月9日 08:00' } }]);

    await answer(fang, 'accept');
    await company.reorganise(() => ({
      specialDays: [{ date: '2026-03-10' as never, kind: 'holiday', name: '司庆' }],
    }));
    await tickAt('2026-03-10T07:45');
    expect(tray(fang)).toHaveLength(1);
    await tickAt('2026-03-11T07:45');
    expect(tray(fang)).toHaveLength(2);
  });

  it('long names still fit WeChat’s fields', async () => {
    await open({ at: '2026-03-09T08:00' });
    await company.reorganise(({ places, shifts }) => ({
      places: places.map((place) => ({ ...place, name: '一个名字非常非常非常非常长的打卡地点𠮷在江边' })),
      shifts: shifts.map((shift) => ({ ...shift, name: '名字也非常非常非常长的标准早班' })),
    }));
    await answer(fang, 'accept');
    await tickAt('08:45');
    const [message] = tray(fang);
    expect([...(message?.data.thing1 ?? '')].length).toBe(20);
    expect(message?.data.thing3).toBe('一个名字非常非常非常非常长的打卡地点𠮷…');
  });
});
