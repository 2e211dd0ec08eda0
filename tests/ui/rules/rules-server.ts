import type { InputOf, Rejudging, RuleDesk, RulePreview } from '@contract/contract';
import { USUAL_LEAVES } from '@domain/attendance/request-types';
import type { Rule } from '@domain/schedule/rule';
import { localDateOf } from '@domain/time/local-date';
import { phone, resetPhone } from '../stubs/taro';

export const RULE: Rule = {
  id: 'office',
  version: 1,
  effectiveFrom: localDateOf('2020-01-01'),
  name: '研发弹性考勤',
  zone: 'Asia/Shanghai',
  mode: 'fixed',
  timetable: { system: 'standard', shiftId: 'day', workdays: [1, 2, 3, 4, 5] },
  scope: [{ type: 'department', id: 'product' }],
  lateInLateOut: { mode: 'elastic', capMinutes: 30 },
  placeIds: ['headquarters'],
};

export const desk = (more: Partial<RuleDesk> = {}): RuleDesk => ({
  companyName: '青禾智造',
  zone: 'Asia/Shanghai',
  today: localDateOf('2026-11-20'),
  month: '2026-11',
  rules: [
    {
      id: 'office',
      name: '研发弹性考勤',
      systemText: '标准制 · 固定时间',
      scopeText: '产品研发部',
      branchName: null,
      state: 'published',
      effectiveText: '生效中',
      stopped: false,
      mayEdit: true,
    },
    {
      id: 'plant',
      name: '工厂白班考勤',
      systemText: '标准制 · 固定时间',
      scopeText: '生产制造部',
      branchName: '苏州工厂',
      state: 'changed',
      effectiveText: '生效中',
      stopped: false,
      mayEdit: true,
    },
  ],
  shifts: [
    {
      kind: 'fixed',
      id: 'day',
      version: 1,
      effectiveFrom: localDateOf('2020-01-01'),
      name: '标准班',
      segments: [{ in: 540, out: 1080 }],
      rests: [{ from: 720, to: 780 }],
    },
  ],
  places: [
    { id: 'headquarters', name: '上海总部大楼', latitude: 31.2, longitude: 121.4, radiusMeters: 300 },
    { id: 'factory', name: '苏州工厂东门', latitude: 31.3, longitude: 120.6, radiusMeters: null },
  ],
  overtimeRules: [],
  users: {
    'shift:day': [
      { kind: 'rule', id: 'office', name: '研发弹性考勤' },
      { kind: 'rule', id: 'plant', name: '工厂白班考勤' },
    ],
    'place:headquarters': [{ kind: 'rule', id: 'office', name: '研发弹性考勤' }],
  },
  onceUsed: ['shift:day', 'place:headquarters'],
  posts: [],
  leaveTypes: [...USUAL_LEAVES],
  correctionLimits: { perMonth: 3, daysBack: 30, deadlineDay: 5, kinds: ['missing-in', 'missing-out'] },
  departments: [
    { id: 'product', name: '产品研发部', parentId: null },
    { id: 'service', name: '客户服务部', parentId: null },
  ],
  branches: [{ id: 'suzhou', name: '苏州工厂' }],
  specialDays: [],
  calendarKnownUntil: localDateOf('2026-12-31'),
  settings: {},
  settingsFrom: localDateOf('2026-11-20'),
  branchesKeepRules: false,
  ownBranchId: null,
  mayEditCompany: true,
  items: [],
  running: null,
  ...more,
});

const totals = (lateCount: number): RulePreview['before'] => ({
  lateCount,
  lateMinutes: lateCount * 7,
  earlyCount: 0,
  earlyMinutes: 0,
  missingCount: 0,
  absentCount: 0,
  absentMinutes: 0,
  workedMinutes: 9600,
  requiredMinutes: 9600,
  overtimeMinutes: 0,
});

export const preview = (more: Partial<RulePreview> = {}): RulePreview => ({
  month: '2026-11',
  monthText: '2026年11月',
  otherMonth: '2026-10',
  judgedPeople: 12,
  judgedDays: 168,
  changedPeople: 1,
  changedDays: 1,
  people: [
    {
      employmentId: 'P02',
      name: '王芳',
      departmentName: '产品研发部',
      days: [{ date: '2026-11-09', dateText: '11月9日 周一', before: '迟到 7 分钟', after: '正常' }],
    },
  ],
  before: totals(3),
  after: totals(2),
  next: null,
  ...more,
});

export const job = (more: Partial<Rejudging> = {}): Rejudging => ({
  jobId: '2',
  state: 'running',
  donePeople: 50,
  totalPeople: 120,
  changedPeople: 3,
  changedDays: 4,
  lockedNames: [],
  lockedPeople: 0,
  sinceText: '11月9日 周一',
  ...more,
});

export type Reply =
  { readonly ok: true; readonly value: unknown } | { readonly ok: false; readonly refusal: object };
export const says = (value: unknown): Reply => ({ ok: true, value });
export const refuses = (code: string, facts: object = {}): Reply => ({ ok: false, refusal: { code, facts } });

/** What the server answers, by procedure; a function sees the input. Every call is kept. */
export const server = {
  answers: {} as Record<string, Reply | ((input: never) => Reply)>,
  calls: [] as { procedure: string; input: unknown }[],
  inputs: <Key extends 'rules.save' | 'rules.preview' | 'rules.publish'>(key: Key): InputOf<Key>[] =>
    server.calls.filter(({ procedure }) => procedure === key).map(({ input }) => input as InputOf<Key>),
};

export function startServer(params: Record<string, string> = {}): void {
  resetPhone();
  phone.router = { path: '/hr/rule/index', params };
  server.calls = [];
  server.answers = {
    'rules.desk': says(desk()),
    'rules.open': says({
      rule: RULE,
      revision: 0,
      isDraft: false,
      mayEdit: true,
      names: { 'department:product': '产品研发部' },
      desk: desk(),
    }),
    'rules.preview': says(preview()),
    'rules.save': says({ revision: 1, told: [], releasedFrom: [] }),
    'rules.publish': says(job()),
    'rules.progress': says(job({ state: 'done', donePeople: 120 })),
  };
  phone.answer = async (call) => {
    server.calls.push(call);
    const answer = server.answers[call.procedure];
    return { result: typeof answer === 'function' ? answer(call.input as never) : (answer ?? null) };
  };
}
