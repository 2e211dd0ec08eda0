import type { Department } from '../../domain/people/department';
import type { Post } from '../../domain/people/post';
import type { Place } from '../../domain/schedule/place';
import type { Rule } from '../../domain/schedule/rule';
import type { FixedShift } from '../../domain/schedule/shift';
import { localDateOf } from '../../domain/time/local-date';

const SINCE = localDateOf('2020-01-01');
export const DEMO_ZONE = 'Asia/Shanghai';

export const DEMO_BRANCHES = [
  { id: 'shanghai', name: '上海总部' },
  { id: 'suzhou', name: '苏州工厂' },
];

export const DEMO_DEPARTMENTS: readonly Department[] = [
  { id: 'company', name: '青禾智造', parentId: null },
  { id: 'product', name: '产品研发部', parentId: 'company' },
  { id: 'service', name: '客户服务部', parentId: 'company' },
  { id: 'plant', name: '生产制造部', parentId: 'company' },
  { id: 'night-team', name: '夜班组', parentId: 'plant' },
];

export const DEMO_POSTS: readonly Post[] = [
  { id: 'lead', name: '部门负责人', secrecy: true },
  { id: 'engineer', name: '研发工程师', secrecy: true },
  { id: 'designer', name: '产品设计师', secrecy: false },
  { id: 'agent', name: '客服专员', secrecy: false },
  { id: 'operator', name: '操作工', secrecy: false },
];

/** GCJ-02, as WeChat shows them. */
export const DEMO_PLACES: readonly Place[] = [
  { id: 'headquarters', name: '上海总部大楼', latitude: 31.22885, longitude: 121.47421, radiusMeters: 300 },
  { id: 'factory', name: '苏州工厂东门', latitude: 31.29834, longitude: 120.58319, radiusMeters: 500 },
];

const fixed = (id: string, name: string, begin: number, end: number, rest: [number, number]): FixedShift => ({
  kind: 'fixed',
  id,
  version: 1,
  effectiveFrom: SINCE,
  name,
  segments: [{ in: begin, out: end }],
  rests: [{ from: rest[0], to: rest[1] }],
});

export const DEMO_SHIFTS: readonly FixedShift[] = [
  fixed('office', '标准班', 540, 1080, [720, 780]),
  fixed('service-day', '客服班', 510, 1050, [720, 780]),
  fixed('plant-day', '白班', 480, 1020, [690, 750]),
  fixed('night', '夜班', 1320, 1800, [1560, 1590]),
];

const WEEKDAYS = [1, 2, 3, 4, 5] as const;

/** Four teams, four ways of working; the source's own examples are the office's. */
export const DEMO_RULES: readonly Rule[] = [
  {
    id: 'office',
    version: 1,
    effectiveFrom: SINCE,
    name: '研发弹性考勤',
    zone: DEMO_ZONE,
    mode: 'fixed',
    timetable: { system: 'standard', shiftId: 'office', workdays: WEEKDAYS },
    scope: [{ type: 'department', id: 'product' }],
    lateInLateOut: { mode: 'elastic', capMinutes: 30 },
    lateOutLateIn: {
      rows: [
        { mode: 'fixed', afterMinutes: 30, lateMinutes: 30 },
        { mode: 'fixed', afterMinutes: 60, lateMinutes: 60 },
      ],
    },
    placeIds: ['headquarters'],
  },
  {
    id: 'service',
    version: 1,
    effectiveFrom: SINCE,
    name: '客服标准考勤',
    zone: DEMO_ZONE,
    mode: 'fixed',
    timetable: { system: 'standard', shiftId: 'service-day', workdays: WEEKDAYS },
    scope: [{ type: 'department', id: 'service' }],
    allowedLateMinutes: 5,
    placeIds: ['headquarters'],
  },
  {
    id: 'plant',
    version: 1,
    effectiveFrom: SINCE,
    name: '工厂白班考勤',
    zone: DEMO_ZONE,
    mode: 'fixed',
    timetable: { system: 'standard', shiftId: 'plant-day', workdays: [1, 2, 3, 4, 5, 6] },
    scope: [{ type: 'department', id: 'plant' }],
    allowedLateMinutes: 3,
    placeIds: ['factory'],
  },
  {
    id: 'night',
    version: 1,
    effectiveFrom: SINCE,
    name: '工厂夜班考勤',
    zone: DEMO_ZONE,
    mode: 'fixed',
    timetable: { system: 'standard', shiftId: 'night', workdays: [1, 2, 3, 4, 5] },
    scope: [{ type: 'department', id: 'night-team' }],
    checkoutSetting: true,
    placeIds: ['factory'],
  },
];

export const DEMO_COMPANY_NAME = '青禾智造';
