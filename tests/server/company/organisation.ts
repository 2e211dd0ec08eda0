import { localDateOf } from '@domain/time/local-date';
import type { Place } from '@domain/schedule/place';
import type { Rule } from '@domain/schedule/rule';
import type { FixedShift } from '@domain/schedule/shift';
import type { Role } from '@contract/roles';
import { OFFICE_DEFAULTS, type OrganisationDocument } from '@server/repositories/organisations';

const SINCE = localDateOf('2020-01-01');
const ZONE = 'Asia/Shanghai';
const WEEKDAYS = [1, 2, 3, 4, 5] as const;

/** Small enough to know by heart: a team for each way of working, named after its rule. */
export type Team = 'day' | 'night' | 'elastic' | 'field' | 'roaming' | 'unruled';

/** The fence of the office: 300 m around it. Coordinates in GCJ-02. */
export const OFFICE: Place = {
  id: 'office',
  name: '总部大楼',
  latitude: 31.23,
  longitude: 121.47,
  radiusMeters: 300,
};

/** A place that somebody registered without a radius: punching is then allowed anywhere. */
const CLIENT_SITE: Place = {
  id: 'client-site',
  name: '客户现场',
  latitude: 31.3,
  longitude: 121.5,
  radiusMeters: null,
};

const shift = (id: string, name: string, begin: number, end: number, rest: [number, number]): FixedShift => ({
  kind: 'fixed',
  id,
  version: 1,
  effectiveFrom: SINCE,
  name,
  segments: [{ in: begin, out: end }],
  rests: [{ from: rest[0], to: rest[1] }],
});

const rule = (id: Team, name: string, shiftId: string, more: Partial<Rule>): Rule => ({
  id,
  version: 1,
  effectiveFrom: SINCE,
  name,
  zone: ZONE,
  mode: 'fixed',
  timetable: { system: 'standard', shiftId, workdays: WEEKDAYS },
  scope: [{ type: 'department', id }],
  ...more,
});

export const ORGANISATION: OrganisationDocument = {
  _id: '1',
  revision: 1,
  companyName: '小满工坊',
  zone: ZONE,
  branches: [
    { id: 'shanghai', name: '上海' },
    { id: 'suzhou', name: '苏州' },
  ],
  departments: ['day', 'night', 'elastic', 'field', 'roaming', 'unruled'].map((id) => ({
    id,
    name: `${id} 组`,
    parentId: null,
  })),
  shifts: [
    shift('nine-to-six', '早班', 540, 1080, [720, 780]),
    shift('ten-to-six', '夜班', 1320, 1800, [1560, 1590]),
  ],
  rules: [
    rule('day', '朝九晚六', 'nine-to-six', { placeIds: ['office'] }),
    rule('night', '夜班考勤', 'ten-to-six', { placeIds: ['office'] }),
    rule('elastic', '弹性考勤', 'nine-to-six', {
      placeIds: ['office'],
      lateInLateOut: { mode: 'elastic', capMinutes: 30 },
      lateOutLateIn: {
        rows: [
          { mode: 'fixed', afterMinutes: 30, lateMinutes: 30 },
          { mode: 'fixed', afterMinutes: 60, lateMinutes: 60 },
        ],
      },
    }),
    rule('field', '驻场考勤', 'nine-to-six', { placeIds: ['client-site'] }),
    rule('roaming', '外勤考勤', 'nine-to-six', {}),
  ],
  ...OFFICE_DEFAULTS,
  overtimeRules: [],
  places: [OFFICE, CLIENT_SITE],
  excludedIds: [],
  specialDays: [],
  settings: {},
};

export interface Joining {
  /** The id of a department. */
  readonly team: Team | 'new-york';
  readonly branchId?: 'shanghai' | 'suzhou';
  readonly roles?: readonly Role[];
  /** Default: long ago. */
  readonly hireDate?: string;
  readonly lastDay?: string;
  /** Last day of probation; default: over long ago. */
  readonly probationEnd?: string;
  /** Last day of a fixed term; default: the contract has no end. */
  readonly termEnd?: string;
  /** Whether the post has secrets. */
  readonly secrecy?: boolean;
}

/** Who is there when the company opens. Nobody is bound but HR. */
export const CAST: Readonly<Record<string, Joining>> = {
  刘静: { team: 'day', roles: ['hr'] },
  高志强: { team: 'day', roles: ['branch-hr'], branchId: 'suzhou' },
  王芳: { team: 'day' },
  陈思远: { team: 'day' },
  何秀英: { team: 'day', branchId: 'suzhou' },
  李明: { team: 'elastic' },
  宋立新: { team: 'night' },
  赵一鸣: { team: 'field' },
  周可心: { team: 'roaming' },
  吴越: { team: 'unruled' },
  孙䶮: { team: 'day' },
};

export const HR = '刘静';
