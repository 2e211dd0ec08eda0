import fc from 'fast-check';
import { noticePeriod } from '@domain/offboarding/notice-period';
import type { LeavingFacts, LeavingPath, NoticePeriod } from '@domain/offboarding/notice-period';
import { instantOf, minuteOf } from '@domain/time/instant';
import { addDays, dateOfDayNumber, localDateOf } from '@domain/time/local-date';
import { fixedZone } from '@domain/time/zone';

const facts = (changes: Partial<Record<keyof LeavingFacts, string | null>> = {}): LeavingFacts => ({
  path: 'notice',
  arrivedOn: localDateOf('2026-10-22'),
  probationEnd: null,
  termEnd: null,
  wished: null,
  ...(changes as Partial<LeavingFacts>),
});

function periodOf(changes: Partial<Record<keyof LeavingFacts, string | null>> = {}): NoticePeriod {
  const answer = noticePeriod(facts(changes));
  if (!answer.ok) throw new Error(answer.refusal.code);
  return answer.value;
}

const textOf = ({ sentences }: NoticePeriod): string => sentences.map(({ text }) => text).join('\n');

describe('notice of 30 days', () => {
  it('arrived on 22 October: the day of arrival does not count, day 30 is 21 November', () => {
    expect(periodOf()).toMatchObject({
      route: 'notice',
      days: 30,
      earliest: '2026-11-21',
      lastDay: '2026-11-21',
      shortBy: 0,
    });
  });

  it('sent at 16:30 UTC it is already the 23rd in Shanghai: the earliest last day is 22 November', () => {
    const shanghai = fixedZone('Asia/Shanghai', 480);
    const arrivedOn = shanghai.dateAt(minuteOf(instantOf(Date.UTC(2026, 9, 22, 16, 30))));
    expect(arrivedOn).toBe('2026-10-23');
    expect(periodOf({ arrivedOn }).earliest).toBe('2026-11-22');
  });

  it('is explained in plain sentences with the article', () => {
    expect(periodOf().sentences).toEqual([
      {
        text: '提前 30 日书面通知即可离职。通知于2026年10月22日送达，当天不算，第 30 日是2026年11月21日。',
        article: '《劳动合同法》第三十七条',
      },
      {
        text: '这是通知，不是申请：送达即生效，不需要批准。最后工作日是2026年11月21日。',
        article: '《劳动合同法》第三十七条',
      },
    ]);
  });

  it('a later day is the employee’s choice', () => {
    expect(periodOf({ wished: '2026-12-31' })).toMatchObject({
      route: 'notice',
      lastDay: '2026-12-31',
      shortBy: 0,
    });
  });

  it('a day too early is not refused: it is labelled and becomes a question to the employer', () => {
    const period = periodOf({ wished: '2026-11-20' });
    expect(period).toMatchObject({ route: 'agreement', lastDay: '2026-11-20', shortBy: 1 });
    expect(textOf(period)).toContain(
      '比通知期早 1 天，需要与公司协商一致。公司不同意时，你仍可按通知期离职。',
    );
  });

  it('over the end of a year and a leap February', () => {
    expect(periodOf({ arrivedOn: '2026-12-15' }).earliest).toBe('2027-01-14');
    expect(periodOf({ arrivedOn: '2028-02-10' }).earliest).toBe('2028-03-11');
  });
});

describe('probation', () => {
  it('three days, the day of arrival not counted', () => {
    expect(periodOf({ path: 'probation', probationEnd: '2026-12-31' })).toMatchObject({
      route: 'probation',
      days: 3,
      earliest: '2026-10-25',
    });
  });

  it('its last day is still probation', () => {
    expect(periodOf({ path: 'probation', probationEnd: '2026-10-22' }).days).toBe(3);
    expect(periodOf({ path: 'probation', probationEnd: '2026-10-21' }).days).toBe(30);
  });

  it('chosen after probation has ended: 30 days, and why', () => {
    const period = periodOf({ path: 'probation', probationEnd: '2026-10-21' });
    expect(period).toMatchObject({ route: 'notice', earliest: '2026-11-21' });
    expect(textOf(period)).toContain('你的试用期已于2026年10月21日结束，按提前 30 日通知办理');
  });

  it('chosen where there never was one', () => {
    expect(textOf(periodOf({ path: 'probation' }))).toContain('你的合同没有约定试用期');
  });

  it('30 days’ notice chosen within probation: three suffice, and the employee learns it', () => {
    const period = periodOf({ probationEnd: '2026-12-31' });
    expect(period).toMatchObject({ route: 'probation', days: 3, earliest: '2026-10-25' });
    expect(textOf(period)).toContain('你的试用期到2026年12月31日为止，不需要提前 30 日');
  });

  it('shorter than three days is a question too', () => {
    expect(periodOf({ path: 'probation', probationEnd: '2026-12-31', wished: '2026-10-24' })).toMatchObject({
      route: 'agreement',
      shortBy: 1,
    });
  });
});

describe('by agreement, and in a hurry', () => {
  it('any day, today included', () => {
    expect(periodOf({ path: 'agreement', wished: '2026-10-22' })).toMatchObject({
      route: 'agreement',
      days: 0,
      earliest: '2026-10-22',
      lastDay: '2026-10-22',
    });
  });

  it('a later day by agreement stays an agreement', () => {
    expect(periodOf({ path: 'agreement', wished: '2027-03-01' })).toMatchObject({
      route: 'agreement',
      shortBy: 0,
    });
  });

  it('urgent means leaving early: an agreement, with the way that the law gives when the employer is at fault', () => {
    const period = periodOf({ path: 'urgent', wished: '2026-10-25' });
    expect(period).toMatchObject({ route: 'agreement', shortBy: 27 });
    expect(period.sentences.at(-1)?.article).toBe('《劳动合同法》第三十八条');
  });

  it('urgent without a day means today', () => {
    expect(periodOf({ path: 'urgent' }).lastDay).toBe('2026-10-22');
  });

  it('urgent with a day that needs no consent is a notice like any other', () => {
    expect(periodOf({ path: 'urgent', wished: '2026-11-21' }).route).toBe('notice');
  });
});

describe('a contract with an end', () => {
  it('that comes before the notice is over ends by itself', () => {
    const period = periodOf({ termEnd: '2026-11-10' });
    expect(period).toMatchObject({ earliest: '2026-11-10', lastDay: '2026-11-10', route: 'notice' });
    expect(textOf(period)).toContain('你的劳动合同2026年11月10日期满，早于上述日期');
  });

  it('that comes later changes nothing, unless the wish lies beyond it', () => {
    expect(periodOf({ termEnd: '2026-12-31' }).earliest).toBe('2026-11-21');
    expect(textOf(periodOf({ termEnd: '2026-12-31', wished: '2027-01-15' }))).toContain(
      '期满后继续工作需要续签合同',
    );
  });

  it('that has passed already is none', () => {
    expect(periodOf({ termEnd: '2026-10-21' }).earliest).toBe('2026-11-21');
  });
});

describe('bad dates', () => {
  it.each([
    ['2026-10-21', 'leaving.date-past'],
    ['2026-02-30', 'leaving.date-invalid'],
    ['明天', 'leaving.date-invalid'],
  ])('%s is refused as %s', (wished, code) => {
    const answer = noticePeriod(facts({ wished }));
    expect(answer.ok ? null : answer.refusal.code).toBe(code);
  });
});

describe('laws', () => {
  const date = fc.integer({ min: 20_000, max: 25_000 }).map(dateOfDayNumber);
  const later = (from: number, to: number) => fc.option(fc.integer({ min: from, max: to }));
  const anyFacts = fc
    .record({
      path: fc.constantFrom<LeavingPath>('notice', 'probation', 'agreement', 'urgent'),
      arrivedOn: date,
      probation: later(-10, 100),
      term: later(-10, 100),
      wish: later(0, 120),
    })
    .map(({ path, arrivedOn, probation, term, wish }): LeavingFacts => {
      const at = (days: number | null) => (days === null ? null : addDays(arrivedOn, days));
      return { path, arrivedOn, probationEnd: at(probation), termEnd: at(term), wished: at(wish) };
    });

  it('nobody needs consent for a day on or after the earliest, and everybody for a day before it', () => {
    fc.assert(
      fc.property(anyFacts, (given) => {
        const free = noticePeriod({ ...given, path: 'notice', wished: null });
        const asked = noticePeriod(given);
        if (!free.ok || !asked.ok) return false;
        const early = asked.value.lastDay < free.value.earliest;
        return given.path === 'agreement' || (asked.value.route === 'agreement') === early;
      }),
    );
  });

  it('nobody is ever made to stay longer than thirty days', () => {
    fc.assert(
      fc.property(anyFacts, (given) => {
        const free = noticePeriod({ ...given, path: 'notice', wished: null });
        return free.ok && free.value.earliest <= addDays(given.arrivedOn, 30);
      }),
    );
  });

  it('a wish is kept as it was wished, and every answer is explained', () => {
    fc.assert(
      fc.property(anyFacts, (given) => {
        const answer = noticePeriod(given);
        if (!answer.ok) return false;
        const kept = given.wished === null || answer.value.lastDay === given.wished;
        return kept && answer.value.sentences.length > 0;
      }),
    );
  });
});
