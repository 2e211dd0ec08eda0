import dayjs from 'dayjs';
import utc from 'dayjs/plugin/utc';
import fc from 'fast-check';
import { metersText, minutesText } from '@/wording/lengths';
import {
  dayText,
  dayWithWeekday,
  momentText,
  monthText,
  wallClock,
  wallClockWithSeconds,
} from '@/wording/times';

dayjs.extend(utc);

const NINE_ONE_IN_SHANGHAI = Date.UTC(2026, 10, 20, 1, 1, 7);

describe('numbers in the language of the office', () => {
  it('shows an instant on the wall clock of the rule, whatever zone the phone is in', () => {
    expect(wallClock(NINE_ONE_IN_SHANGHAI, 480)).toBe('09:01');
    expect(wallClock(NINE_ONE_IN_SHANGHAI, -300)).toBe('20:01');
    expect(wallClockWithSeconds(NINE_ONE_IN_SHANGHAI, 480)).toBe('09:01:07');
  });

  it('shows the clock that dayjs shows at that offset', () => {
    const anInstant = fc.integer({ min: 0, max: 4_000_000_000_000 });
    fc.assert(
      fc.property(anInstant, fc.integer({ min: -56, max: 56 }), (instant, quarters) => {
        const offset = quarters * 15;
        expect(wallClock(instant, offset)).toBe(
          new Date(instant + offset * 60_000).toISOString().slice(11, 16),
        );
      }),
    );
  });

  it('names days and months, and leaves what it does not know as it came', () => {
    expect(dayText('2026-11-05')).toBe('11月5日');
    expect(dayWithWeekday('2026-11-20')).toBe('11月20日 周五');
    expect(monthText('2026-03')).toBe('2026年3月');
    expect(dayText('下周')).toBe('下周');
    expect(momentText('稍后')).toBe('稍后');
    expect(momentText('2026-11-19T01:00:00.000Z')).toBe(
      dayjs('2026-11-19T01:00:00.000Z').format('M月D日 HH:mm'),
    );
  });

  it('walks in metres, drives in kilometres', () => {
    expect(metersText(311.6)).toBe('312 米');
    expect(metersText(1240)).toBe('1.2 公里');
    expect(metersText(3000)).toBe('3 公里');
  });

  it('works in hours', () => {
    expect(minutesText(45)).toBe('45 分钟');
    expect(minutesText(90)).toBe('1.5 小时');
    expect(minutesText(480)).toBe('8 小时');
  });
});
