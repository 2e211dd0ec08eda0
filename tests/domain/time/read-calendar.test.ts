import { readCalendar } from '@domain/time/read-calendar';

const lines = (text: string): readonly string[] =>
  readCalendar(text, 2027).days.map(({ date, kind, name }) => `${date} ${kind} ${name}`);

test('a line a day, in the ways people write dates', () => {
  expect(
    lines('2027-01-01 元旦 法定节假日\n2027/2/14 补班\n2027年10月3日,国庆,休\n1月2日 元旦 放假'),
  ).toEqual([
    '2027-01-01 holiday 元旦',
    '2027-01-02 restday 元旦',
    '2027-02-14 workday 补班',
    '2027-10-03 restday 国庆',
  ]);
});

test('a stretch of days, over the end of a year too', () => {
  expect(lines('2月5日至2月7日 春节 法定')).toEqual([
    '2027-02-05 holiday 春节',
    '2027-02-06 holiday 春节',
    '2027-02-07 holiday 春节',
  ]);
  expect(lines('2027-12-31 ~ 2028-01-01 元旦 休')).toEqual([
    '2027-12-31 restday 元旦',
    '2028-01-01 restday 元旦',
  ]);
});

test('调休上班 is work, 调休 a day off', () => {
  expect(lines('2027-09-26 国庆调休上班\n2027-10-08 国庆调休')).toEqual([
    '2027-09-26 workday 国庆',
    '2027-10-08 restday 国庆',
  ]);
});

test('of two lines about one day the later one counts', () => {
  expect(lines('2027-05-01 劳动节 休\n2027-05-01 劳动节 法定')).toEqual(['2027-05-01 holiday 劳动节']);
});

test.each([
  ['劳动节 休', 'no-date'],
  ['2027-02-29 休', 'no-date'],
  ['13月1日 休', 'no-date'],
  ['2027-05-03 到 2027-05-01 休', 'no-date'],
  ['2027-05-01 劳动节', 'no-kind'],
  ['2027-01-01 至 2027-12-31 休', 'too-long'],
])('what cannot be read is said with its line: %s', (line, why) => {
  const { days, unread } = readCalendar(`\n${line}`, 2027);
  expect(days).toEqual([]);
  expect(unread).toEqual([{ line: 2, text: line, why }]);
});
