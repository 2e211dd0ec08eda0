import type { FieldRule, FlowDefinition } from '../flow';
import { LEADER } from './requests';

/** What was pressed, and where: the time is the server's at that moment and is never asked again. */
const PRESSED: readonly FieldRule[] = [
  /** The phone's id of the press. */
  { name: 'punchId', type: 'text', required: true },
  /** Epoch ms. */
  { name: 'at', type: 'number', required: true },
  /** The duty date, and the minute on its wall clock, past 1440 on the next day. */
  { name: 'date', type: 'date', required: true },
  { name: 'minute', type: 'number', required: true },
  /** What the button said. */
  { name: 'card', type: 'choice', required: true, choices: ['in', 'out', 'record'] },
  /** '距总部大楼 512 米' */
  { name: 'where', type: 'text', required: true },
  /** Millionths of a degree, GCJ-02: a case holds whole numbers only. */
  { name: 'latitudeMicro', type: 'number', required: true },
  { name: 'longitudeMicro', type: 'number', required: true },
  { name: 'accuracyMeters', type: 'number', required: true },
  { name: 'deviceModel', type: 'text', required: true },
  { name: 'deviceOffsetMinutes', type: 'number', required: true },
  { name: 'deviceId', type: 'text', required: false },
  { name: 'remark', type: 'text', required: true },
  /** By the rule of that day. */
  { name: 'needsApproval', type: 'boolean', required: true },
];

const VISIBLE = ['applicant', 'participants', { role: 'hr' }] as const;

/**
 * 外勤打卡. Where the rule wants the leader's yes the press waits, and counts with its own time once it is granted; else
 * it counts at once, and the case keeps remark and pictures. A punch cannot be made anew later, so it is never sent back to be filled in otherwise.
 */
export const OUTSIDE_PUNCH_FLOW: FlowDefinition = {
  id: 'outside-punch',
  version: 1,
  title: '外勤打卡',
  path: 'request',
  startBy: 'applicant',
  administrator: 'hr',
  start: 'apply',
  nodes: [
    {
      id: 'apply',
      kind: 'form',
      title: '打卡',
      visibleTo: VISIBLE,
      assignee: { by: 'applicant' },
      mode: 'single',
      actions: ['comment'],
      requires: { fields: PRESSED },
      due: { base: 'nodeOpened', offset: { amount: 3, unit: 'day', clock: 'working' } },
      next: [
        { to: 'leader', when: { field: 'apply.needsApproval', is: true } },
        { to: 'approved', otherwise: true },
      ],
    },
    { ...LEADER, title: '直属上级确认' },
    {
      id: 'approved',
      kind: 'end',
      title: '计入当天打卡',
      visibleTo: VISIBLE,
      result: 'approved',
      closes: 'case',
      next: [],
    },
    {
      id: 'rejected',
      kind: 'end',
      title: '未通过，不计入',
      visibleTo: VISIBLE,
      result: 'rejected',
      closes: 'case',
      next: [],
    },
  ],
};
