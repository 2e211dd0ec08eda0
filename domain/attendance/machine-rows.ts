import { dayNumber, parseLocalDate } from '../time/local-date';
import type { InstantMinute } from '../time/instant';
import type { Zone } from '../time/zone';
import type { TableColumn, TableRow } from '../spreadsheets/table';

/** What a file of an attendance machine has to have: 工号, 时间, 设备. */
export const MACHINE_COLUMNS: readonly TableColumn[] = [
  { title: '工号', required: true, also: ['员工编号', '人员编号'] },
  { title: '时间', required: true, also: ['打卡时间', '刷卡时间'] },
  { title: '设备', required: false, also: ['设备名称', '考勤机'] },
];

/** One sound row: whose, when, from which machine. */
export interface MachineRow {
  readonly row: number;
  readonly number: string;
  readonly minute: InstantMinute;
  readonly machine: string;
}

export interface WrongRow {
  readonly row: number;
  readonly text: string;
}

const TIME = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})[ T]+(\d{1,2}):(\d{2})(?::(\d{2}))?$/;
const MOST_LETTERS = 64;

/**
 * Reads the rows of a machine's file, in the order of MACHINE_COLUMNS. Times stand on the wall clock of `zone` and are
 * floored to their minute like every punch; one that is not over yet is refused, and so is one that is no time.
 *
 * @param now the minute that is running
 */
export function readMachineRows(
  rows: readonly TableRow[],
  zone: Zone,
  now: InstantMinute,
): { readonly sound: readonly MachineRow[]; readonly wrong: readonly WrongRow[] } {
  const sound: MachineRow[] = [];
  const wrong: WrongRow[] = [];
  for (const { row, cells } of rows) {
    const [number = '', time = '', machine = ''] = cells.map((cell) => cell.trim());
    const minute = minuteOfText(time, zone);
    if (number === '') wrong.push({ row, text: '没有工号' });
    else if (time === '') wrong.push({ row, text: '没有时间' });
    else if (minute === null) wrong.push({ row, text: `“${time}”不是时间，应像 2026-03-09 08:55` });
    else if (minute > now) wrong.push({ row, text: `${time} 还没到` });
    else if (machine.length > MOST_LETTERS) wrong.push({ row, text: `设备名称最多 ${MOST_LETTERS} 个字` });
    else sound.push({ row, number, minute, machine });
  }
  return { sound, wrong };
}

function minuteOfText(text: string, zone: Zone): InstantMinute | null {
  const found = TIME.exec(text);
  if (found === null) return null;
  const [year, month, day, hour, minute, second = '0'] = found.slice(1) as [
    string,
    string,
    string,
    string,
    string,
  ];
  const date = parseLocalDate(`${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`);
  if (date === null || Number(hour) > 23 || Number(minute) > 59 || Number(second) > 59) return null;
  return zone.instantAt(dayNumber(date), Number(hour) * 60 + Number(minute));
}
