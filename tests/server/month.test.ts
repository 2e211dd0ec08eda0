import { type Company, openCompany } from './company';
import { granted } from './company/answers';
import type { Person } from './company/person';

let company: Company;
afterEach(() => company.close());

const at = async (person: Person, ...moments: string[]): Promise<void> => {
  for (const moment of moments) {
    await company.clockTo(moment);
    granted(await person.punch());
  }
};

describe('a month as its person sees it', () => {
  it('says each day in a word, with the why behind it', async () => {
    company = await openCompany({ at: '2026-03-01T12:00' });
    const fang = await company.person('王芳').bind();
    await at(
      fang,
      '2026-03-02T08:58',
      '2026-03-02T18:02',
      '2026-03-03T09:07',
      '2026-03-03T18:02',
      '2026-03-04T08:58',
      '2026-03-04T17:40',
      '2026-03-05T09:10',
      '2026-03-05T17:55',
      '2026-03-06T08:59',
      '2026-03-09T08:51',
    );
    await company.clockTo('2026-03-12T12:00');
    const { title, firstWeekday, today, days, totals, previousMonth, nextMonth } = await fang.month();

    expect({ title, firstWeekday, today }).toEqual({
      title: '2026年3月',
      firstWeekday: 7,
      today: '2026-03-12',
    });
    expect(days).toHaveLength(31);
    expect(days.slice(0, 12).map(({ word }) => word)).toEqual([
      '休息',
      '正常',
      '迟到 7 分钟',
      '早退 20 分钟',
      '迟到 10、早退 5 分钟',
      '少下班卡',
      '休息',
      '休息',
      '少下班卡',
      '少 2 次卡',
      '少 2 次卡',
      '',
    ]);
    expect(days[2]).toMatchObject({
      tone: 'late',
      planText: '早班 09:00–18:00',
      why: ['09:07 打卡，应到 09:00，迟到 7 分钟。'],
      workedMinutes: 473,
      cards: [
        { kind: 'in', expected: '09:00', actual: '09:07', note: '迟到 7 分钟' },
        { kind: 'out', expected: '18:00', actual: '18:02', note: '正常' },
      ],
    });
    expect(days[5]?.why).toEqual(['少一次下班卡（应走 18:00），可申诉补签。']);
    expect(totals).toMatchObject([
      { label: '出勤', value: '6 / 8 天' },
      { label: '工作' },
      { label: '迟到', value: '2 次 17 分钟', tone: 'late' },
      { label: '早退', value: '2 次 25 分钟', tone: 'early' },
      { label: '少卡', value: '6 次', tone: 'missing' },
    ]);
    expect({ previousMonth, nextMonth }).toEqual({ previousMonth: '2026-02', nextMonth: null });
  });

  it('leaves today open until it is over, and days to come show their plan only', async () => {
    company = await openCompany({ at: '2026-03-12T08:30' });
    const fang = await company.person('王芳').bind();
    const before = await fang.month();
    expect(before.days[11]).toMatchObject({ word: '', tone: 'none', cards: [], why: [] });
    await at(fang, '08:55');
    const open = (await fang.month()).days[11];
    expect(open).toMatchObject({
      word: '进行中',
      tone: 'info',
      cards: [{ actual: '08:55' }, { actual: null, note: '还没打卡' }],
    });
    expect(before.days[12]).toMatchObject({ word: '', planText: '早班 09:00–18:00' });
    expect(before.days[13]).toMatchObject({ word: '休息', planText: '当天休息' });
  });

  it('on its first day counts the late evening of last month', async () => {
    company = await openCompany({ at: '2026-03-31T08:50' });
    const ming = await company.person('李明').bind();
    await at(ming, '2026-03-31T08:55', '2026-03-31T19:05', '2026-04-01T09:50', '2026-04-01T19:00');
    await company.clockTo('2026-04-02T08:00');
    const first = (await ming.month('2026-04')).days[0];
    expect(first).toMatchObject({ word: '正常', effectiveText: '当日应到 10:00，应走 19:00' });
    expect(first?.why[0]).toBe('昨晚 19:05 下班，比应走晚 65 分钟，按晚走晚到第 2 条今天可晚到 60 分钟。');
  });

  it('names holidays and the weekends that are worked for them', async () => {
    company = await openCompany({ at: '2026-02-20T12:00' });
    const fang = await company.person('王芳').bind();
    const { days } = await fang.month('2026-02');
    expect(days[16]).toMatchObject({
      dayKind: 'holiday',
      holidayName: '春节',
      word: '节假日',
      planText: '当天放假',
    });
    expect(days[13]).toMatchObject({ dayKind: 'workday', planText: '早班 09:00–18:00' });
  });

  it('turns back to the month of joining and on to the present, no further', async () => {
    company = await openCompany({ at: '2026-03-12T12:00' });
    const person = await (await company.hire('新来的', { team: 'day', hireDate: '2026-02-10' })).bind();
    const bounds = async (month: string) => {
      const { previousMonth, nextMonth } = await person.month(month);
      return [previousMonth, nextMonth];
    };
    expect(await bounds('2026-03')).toEqual(['2026-02', null]);
    expect(await bounds('2026-02')).toEqual([null, '2026-03']);
    expect((await person.month('2026-02')).days[8]).toMatchObject({ word: '不在职', tone: 'none' });
    expect((await person.month('2026-02')).days[9]).toMatchObject({ word: '少 2 次卡' });
  });

  it('is the company’s month, not the machine’s: at one in the morning in Shanghai it is April', async () => {
    company = await openCompany({ at: '2026-04-01T01:00' });
    const fang = await company.person('王芳').bind();
    expect((await fang.month()).month).toBe('2026-04');
    expect((await fang.month()).today).toBe('2026-04-01');
  });
});
