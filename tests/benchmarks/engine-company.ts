import type {
  JudgeFile,
  FilePerson,
  FilePunch,
  FileRequest,
  FileRule,
} from '@domain/attendance/judge/judge-file';

const MONTH = '2026-03';
const DAYS = 31;

/** The shares of the company: office hours, two segments, nights. */
const CREWS = [
  { id: 'office', share: 0.6, in: [540], out: [1080] },
  { id: 'shop', share: 0.25, in: [540, 780], out: [720, 1080] },
  { id: 'night', share: 0.15, in: [1320], out: [1800] },
] as const;

/** A small generator of repeatable numbers in [0, 1), so that everybody measures the same company. */
function dice(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const two = (n: number): string => String(n).padStart(2, '0');

/** '2026-03-09T09:00:12+08:00' for a minute of a day of the month, which may lie past midnight. */
function stamp(day: number, minute: number, second: number): string {
  const at = new Date(Date.UTC(2026, 2, day, 0, minute, second));
  return `${at.toISOString().slice(0, 19)}+08:00`;
}

const rule = (id: string, name: string): FileRule => ({
  id,
  name,
  timetable: { system: 'standard', shiftId: id, workdays: [1, 2, 3, 4, 5] },
  scope: [{ type: 'department', id }],
  allowedLateMinutes: 5,
  allowedEarlyMinutes: 5,
  earlyInEarlyOut: { mode: 'elastic', capMinutes: 15 },
  lateInLateOut: { mode: 'elastic', capMinutes: 15 },
  lateOutLateIn: { rows: [{ mode: 'fixed', afterMinutes: 60, lateMinutes: 30 }] },
  absence: {
    lateOver: { on: true, thresholdMinutes: 60, unitMinutes: 30 },
    earlyOver: { on: true, thresholdMinutes: 60, unitMinutes: 30 },
  },
  overtime: { by: 'rule', overtimeRuleId: 'overtime' },
});

/** The company without its people: what a stream sends first. */
export const companyHead = (): Omit<JudgeFile, 'people' | 'punches' | 'requests'> => ({
  title: 'Benchmark company',
  zone: 'Asia/Shanghai',
  from: `${MONTH}-01`,
  to: `${MONTH}-${DAYS}`,
  settings: { absenceOn: true },
  departments: CREWS.map(({ id }) => ({ id, name: id, parentId: null })),
  shifts: [
    { id: 'office', name: '标准班', segments: [{ in: '09:00', out: '18:00' }], rests: [['12:00', '13:00']] },
    {
      id: 'shop',
      name: '门店班',
      segments: [
        { in: '09:00', out: '12:00' },
        { in: '13:00', out: '18:00' },
      ],
    },
    { id: 'night', name: '夜班', segments: [{ in: '22:00', out: '次日06:00' }] },
  ],
  overtimeRules: [
    {
      id: 'overtime',
      name: '加班',
      days: {
        workday: { recognise: 'punches', minimumMinutes: 30, stepMinutes: 30, settle: 'pay', multiple: 1.5 },
        restday: {
          recognise: 'punches',
          minimumMinutes: 60,
          stepMinutes: 30,
          settle: 'compLeave',
          multiple: 2,
        },
      },
    },
  ],
  rules: [rule('office', '总部'), rule('shop', '门店'), rule('night', '夜班组')],
});

export interface CompanyPerson {
  readonly person: FilePerson;
  readonly punches: readonly FilePunch[];
  readonly requests: readonly FileRequest[];
}

/** One employee's month: mostly on time, some late, early, missing and doubled, some leave and weekend work. */
export function companyPerson(index: number): CompanyPerson {
  const roll = dice(index + 1);
  const at = (index * 0.618_033_988_749) % 1;
  const crew = at < 0.6 ? CREWS[0] : at < 0.85 ? CREWS[1] : CREWS[2];
  const id = `p${String(index).padStart(5, '0')}`;
  const punches: FilePunch[] = [];
  const requests: FileRequest[] = [];
  const press = (day: number, minute: number, kind: 'in' | 'out'): void => {
    if (roll() < 0.02) return;
    const times = roll() < 0.03 ? 2 : 1;
    for (let i = 0; i < times; i++)
      punches.push({
        id: `${id}-${two(day)}-${punches.length}`,
        person: id,
        at: stamp(day, minute + i, Math.floor(roll() * 60)),
        kind,
      });
  };
  for (let day = 1; day <= DAYS; day++) {
    const weekday = new Date(Date.UTC(2026, 2, day)).getUTCDay();
    if (weekday === 0 || weekday === 6) {
      if (roll() < 0.05) {
        press(day, 600 + Math.floor(roll() * 60), 'in');
        press(day, 900 + Math.floor(roll() * 120), 'out');
      }
      continue;
    }
    if (roll() < 0.02) {
      requests.push({
        person: id,
        kind: 'leave',
        type: 'annual',
        from: `${MONTH}-${two(day)}`,
        to: `${MONTH}-${two(day)}`,
      });
      continue;
    }
    crew.in.forEach((start, segment) => {
      const mood = roll();
      const late = mood < 0.06 ? Math.floor(roll() * 40) + 1 : -Math.floor(roll() * 15);
      const out = mood > 0.95 ? -Math.floor(roll() * 40) - 1 : Math.floor(roll() * roll() * 120);
      const last = segment === crew.out.length - 1;
      press(day, start + late, 'in');
      press(day, (crew.out[segment] ?? start) + (last ? out : Math.min(out, 10)), 'out');
    });
  }
  return { person: { id, name: `员工${index}`, departmentIds: [crew.id] }, punches, requests };
}

/** A whole file, as the judge reads it: punches in order of time, as a machine would export them. */
export function companyFile(people: number): JudgeFile {
  const all = Array.from({ length: people }, (_, index) => companyPerson(index));
  return {
    ...companyHead(),
    people: all.map(({ person }) => person),
    requests: all.flatMap(({ requests }) => requests),
    punches: all.flatMap(({ punches }) => punches),
  };
}
