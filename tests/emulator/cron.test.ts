import fc from 'fast-check';
import { readCron } from '../../emulator/clock/cron';

const at = (text: string): number => Date.parse(`${text}+08:00`);
const shown = (instant: number | undefined): string | undefined =>
  instant === undefined ? undefined : new Date(instant + 8 * 3_600_000).toISOString().slice(0, 19);
const ticks = (line: string, from: string, count: number): (string | undefined)[] => {
  const cron = readCron(line);
  const found: (string | undefined)[] = [];
  let instant: number | undefined = at(from);
  for (let n = 0; n < count && instant !== undefined; n += 1)
    found.push(shown((instant = cron.next(instant))));
  return found;
};

test.each([
  [
    'every five minutes',
    '0 */5 * * * * *',
    '2026-03-09T08:58:30',
    ['2026-03-09T09:00:00', '2026-03-09T09:05:00'],
  ],
  ['strictly after', '0 0 9 * * * *', '2026-03-09T09:00:00', ['2026-03-10T09:00:00']],
  [
    'from one on, every ten',
    '0 1/10 * * * * *',
    '2026-03-09T09:45:00',
    ['2026-03-09T09:51:00', '2026-03-09T10:01:00'],
  ],
  [
    'a list and a range',
    '0 0 9,18-19 * * * *',
    '2026-03-09T09:30:00',
    ['2026-03-09T18:00:00', '2026-03-09T19:00:00', '2026-03-10T09:00:00'],
  ],
  ['weekdays by name', '0 0 9 * * MON-FRI *', '2026-03-13T10:00:00', ['2026-03-16T09:00:00']],
  ['0 is Sunday', '0 0 9 * * 0 *', '2026-03-09T00:00:00', ['2026-03-15T09:00:00']],
  [
    'day or weekday',
    '0 0 0 1 * MON *',
    '2026-03-30T12:00:00',
    ['2026-04-01T00:00:00', '2026-04-06T00:00:00'],
  ],
  [
    'a question mark says nothing',
    '0 0 0 1 * ? *',
    '2026-03-30T12:00:00',
    ['2026-04-01T00:00:00', '2026-05-01T00:00:00'],
  ],
  ['the last day', '0 0 0 L * * *', '2026-01-31T12:00:00', ['2026-02-28T00:00:00', '2026-03-31T00:00:00']],
  [
    'the last workday',
    '0 0 0 LW * * *',
    '2026-01-31T12:00:00',
    ['2026-02-27T00:00:00', '2026-03-31T00:00:00'],
  ],
  ['the workday near a Saturday', '0 0 0 14W 3 * *', '2026-03-01T00:00:00', ['2026-03-13T00:00:00']],
  ['the workday near a Sunday', '0 0 0 15W 3 * *', '2026-03-01T00:00:00', ['2026-03-16T00:00:00']],
  ['never leaving the month', '0 0 0 1W 8 * 2026', '2026-01-01T00:00:00', ['2026-08-03T00:00:00', undefined]],
  ['the last Friday', '0 0 0 ? * 5L *', '2026-03-01T00:00:00', ['2026-03-27T00:00:00']],
  ['the second Monday', '0 0 0 ? * 1#2 *', '2026-03-01T00:00:00', ['2026-03-09T00:00:00']],
  ['a leap day', '0 0 0 29 FEB * *', '2026-03-01T00:00:00', ['2028-02-29T00:00:00']],
  ['midnight is the zone’s own', '0 0 0 * * * *', '2026-03-09T23:59:59', ['2026-03-10T00:00:00']],
  ['a year that has passed', '0 0 0 * * * 2020', '2026-03-09T00:00:00', [undefined]],
])('%s', (_name, line, from, expected) => {
  expect(ticks(line, from, expected.length)).toEqual(expected);
});

test.each([
  ['0 0 9 * * *', 'seven fields, not 6'],
  ['60 0 9 * * * *', '"second"'],
  ['0 60 9 * * * *', '"minute"'],
  ['0 0 24 * * * *', '"hour"'],
  ['0 0 9 32 * * *', '"day"'],
  ['0 0 9 0 * * *', '"day"'],
  ['0 0 9 * 13 * *', '"month"'],
  ['0 0 9 * FOO * *', '"month"'],
  ['0 0 9 * * 7 *', '"weekday"'],
  ['0 0 9 * * * 1969', '"year"'],
  ['0 */0 9 * * * *', '"minute"'],
  ['0 5-1 9 * * * *', '"minute"'],
  ['0 1-2-3 9 * * * *', '"minute"'],
  ['0 , 9 * * * *', '"minute"'],
])('refused: %s', (line, reason) => {
  expect(() => readCron(line)).toThrow(reason);
});

test('law: the next tick is the first instant that matches, found by trying every minute', () => {
  const field = (lowest: number, highest: number) =>
    fc.oneof(
      fc.constant('*'),
      fc.integer({ min: lowest, max: highest }).map(String),
      fc
        .tuple(fc.integer({ min: lowest, max: highest }), fc.integer({ min: 1, max: 20 }))
        .map(([from, by]) => `${from}/${by}`),
    );
  const holds = (text: string, value: number): boolean => {
    if (text === '*') return true;
    const [from, by] = text.split('/').map(Number);
    return by === undefined ? value === from : value >= (from ?? 0) && (value - (from ?? 0)) % by === 0;
  };
  fc.assert(
    fc.property(
      field(0, 59),
      field(0, 23),
      fc.constantFrom('*', '?', '1', '15', '31'),
      fc.constantFrom('*', '?', '1', '6', '0'),
      fc.integer({ min: 0, max: 365 * 1440 }),
      (minute, hour, day, weekday, start) => {
        const from = at('2026-01-01T00:00:00') + start * 60_000;
        const found = readCron(`0 ${minute} ${hour} ${day} * ${weekday} *`).next(from);
        const given = (text: string) => text !== '*' && text !== '?';
        const matches = (instant: number): boolean => {
          const local = new Date(instant + 8 * 3_600_000);
          const [byDay, byWeekday] = [
            String(local.getUTCDate()) === day,
            String(local.getUTCDay()) === weekday,
          ];
          const rightDay =
            given(day) && given(weekday)
              ? byDay || byWeekday
              : given(day)
                ? byDay
                : !given(weekday) || byWeekday;
          return holds(minute, local.getUTCMinutes()) && holds(hour, local.getUTCHours()) && rightDay;
        };
        let expected = from + 60_000;
        for (let tried = 0; tried < 70 * 1440 && !matches(expected); tried += 1) expected += 60_000;
        expect(shown(found)).toBe(shown(expected));
      },
    ),
    { numRuns: 60 },
  );
});
