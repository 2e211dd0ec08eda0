import type { RefusalCode, RefusalFacts } from '@contract/refusals';
import { REFUSALS, refusalSentence } from '@/wording/refusals';

/** One refusal of each code, as the server would send it. A code that is missing here does not compile. */
const SAMPLES: { readonly [Code in RefusalCode]: RefusalFacts[Code] } = {
  'input.invalid': { issues: [{ field: 'position.latitude', reason: 'too-large', expected: 90 }] },
  'input.too-large': { maxKilobytes: 64 },
  'procedure.unknown': { procedure: 'punch.fly' },
  'session.no-identity': {},
  'session.not-bound': {},
  'session.forbidden': {},
  'session.left': { lastDay: '2026-12-22' },
  'invitation.unknown': { triesLeft: 3 },
  'invitation.expired': { expiredAt: '2026-11-19T01:00:00.000Z' },
  'invitation.used': {},
  'invitation.too-many-tries': { minutesLeft: 42 },
  'binding.wechat-taken': {},
  'binding.employment-taken': {},
  'person.unknown': {},
  'punch.outside-fence': {
    placeName: '周到大厦',
    distanceMeters: 612,
    radiusMeters: 300,
    missingMeters: 312,
  },
  'punch.position-needed': {},
  'punch.inaccurate': { accuracyMeters: 500, radiusMeters: 300 },
  'punch.unscheduled': { dutyDate: '2026-11-20' },
  'punch.choose-shift': { dutyDate: '2026-11-20' },
  'punch.not-employed': { dutyDate: '2026-11-20' },
  'punch.just-punched': { kind: 'in', at: '08:55' },
  'punch.too-many': { limit: 40 },
  'punch.month-locked': { month: '2026-10' },
  'punch.id-reused': {},
  'case.unknown': {},
  'case.closed': { resultText: '同意' },
  'case.cannot-move': { because: 'flow.no-such-node' },
  'task.dead-link': {},
  'task.already-decided': { byName: '王芳', at: '11月22日 周日 09:30', outcome: '同意' },
  'task.moved': { toName: '李明' },
  'task.not-your-turn': { waitsForName: '李明' },
  'action.not-offered': { action: 'reject' },
  'action.not-yours': { whose: 'HR' },
  'reason.missing': {},
  'person.gone': { name: '阿卜杜热西提·买买提' },
  'person.is-applicant': { name: '王芳' },
  'person.already-asked': { name: '李明' },
  'form.field-missing': { labels: ['社保已核对', '公积金已核对'] },
  'form.field-invalid': { label: '交接接收人', why: 'unknownPerson' },
  'form.photos-missing': { needed: 1, given: 0 },
  'document.not-ready': { title: '离职协议' },
  'signature.missing': { title: '交接清单' },
  'signature.document-changed': { title: '交接清单', version: 2 },
  'signature.level-too-low': {},
  'signature.identity-missing': { title: '交接清单' },
  'signature.identity-expired': { validMinutes: 10 },
  'settlement.lines-missing': {},
  'settlement.not-whole-fen': {},
  'asset.unknown': {},
  'asset.number-taken': { number: 'A-001' },
  'asset.too-many': { most: 60 },
  'asset.not-in-this-state': { state: 'returned', move: 'claim' },
  'asset.not-yours-to-move': { role: 'employee', move: 'confirm' },
  'asset.note-missing': { move: 'reject' },
  'asset.photo-missing': { move: 'claim' },
  'asset.still-out': { names: ['笔记本电脑（A-001）'] },
  'non-compete.invalid': { field: 'months', why: 'out of range', most: 24 },
  'person.is-oneself': {},
  'employer.last-seen-in-future': {},
  'employer.end-too-early': { earliestText: '3月19日 周四' },
  'settlement.empty': {},
  'settlement.too-many-lines': { most: 100 },
  'settlement.line-invalid': { line: 2, reason: 'negative' },
  'settlement.deductions-exceed-wages': { wagesFen: -100 },
  'settlement.changed': { version: 2, digest: 'a' },
  'settlement.answered': { version: 1 },
  'return.not-there': { allowed: ['填写交接清单'] },
  'node.not-open': { closedAt: '11月22日 周日 15:30' },
  'assign.several-handlers': { names: ['王芳', '李明'] },
  'urge.nobody': {},
  'withdraw.already-asked': { at: '11月22日 周日 15:30' },
  'withdraw.not-asked': {},
  'dates.none-proposed': {},
  'dates.invalid': { label: '最后工作日' },
  'dates.before-notice': { label: '最后工作日', notice: '11月22日 周日' },
  'dates.already-reached': { label: '最后工作日' },
  'urge.too-soon': { againAt: '11月22日 周日 15:30' },
  'command.id-taken': {},
  'month.locked': { month: '2026-10' },
  'correction.no-such-day': {},
  'correction.kind-not-allowed': {},
  'correction.future-day': {},
  'correction.limit-reached': { used: 3, limit: 3 },
  'correction.too-many-days-back': { limit: 30 },
  'correction.month-closed': { deadline: '2026-12-03' },
  'correction.already-asked': { caseId: 'c-1' },
  'handover.not-yet': {},
  'handover.not-yours': {},
  'handover.incomplete': { missingText: '还差 1 项必填：工作内容', gaps: [] },
  'handover.unchanged': {},
  'handover.nothing-submitted': {},
  'handover.unknown-item': {},
  'handover.sent-back': {},
  'handover.send-back-without-comment': {},
  'handover.already-signed': {},
  'handover.changed': { version: 2 },
  'handover.accept-first': {},
  'handover.too-many': { most: 300 },
  'leaving.date-invalid': {},
  'leaving.date-past': { wished: '10月21日 周三', today: '10月22日 周四' },
  'leaving.already-open': { caseId: 'c-1' },
  'leaving.changed': { lastDay: '2026年11月22日' },
  'leaving.proof-without-consent': {},
  'identity.no-phone': {},
  'identity.not-sent': {},
  'identity.too-soon': { secondsLeft: 42 },
  'identity.too-many-codes': { minutesLeft: 12 },
  'identity.unknown': {},
  'identity.expired': {},
  'identity.wrong-code': { triesLeft: 3 },
  'identity.too-many-tries': {},
  'identity.not-confirmed': {},
  'identity.other-document': {},
  'signature.blank': {},
  'signature.invalid': {},
  'signature.too-large': {},
  'signature.reused': {},
  'delegation.dates': { mostDays: 180 },
  'delegation.to-oneself': {},
  'delegation.overlaps': { toName: '李明', when: '11月23日 周一 至 11月27日 周五' },
  'delegation.circle': { name: '李明' },
  'delegation.flow-unknown': {},
  'delegation.unknown': {},
  'duties.unknown': { name: '李明' },
  'duties.own': {},
  'duties.successor': {},
  'duties.changed': {},
  'duties.needs-group-hr': {},
  'file.unknown': {},
  'file.not-a-picture': {},
  'file.wrong-kind': { name: '' },
  'file.empty': { name: '' },
  'file.too-large': { maxMegabytes: 5 },
  'document.unknown': {},
  'document.purged': {},
  'document.already-revoked': {},
  'verify.too-many-tries': { minutesLeft: 12 },
  'rules.not-yours': { why: 'shared', names: ['苏州白班'] },
  'rules.unknown': {},
  'rules.invalid': {
    problems: [{ item: 'place:office', field: 'radiusMeters', text: '允许偏差范围须为 1 到 10000 米，留空表示不限' }],
  },
  'rules.changed-meanwhile': { byName: '刘静', at: '11月22日 周日 09:30' },
  'rules.conflicts': { rows: [{ key: 'everyone@day', name: '全体员工', presentRuleName: '朝九晚六' }] },
  'rules.nothing-to-publish': {},
  'conflict.busy': {},
};

describe('the wording of refusals', () => {
  it('has a sentence for every code of the contract, and samples for every sentence', () => {
    expect(Object.keys(REFUSALS).sort()).toEqual(Object.keys(SAMPLES).sort());
  });

  it.each(Object.entries(SAMPLES))(
    '%s is a Chinese sentence without codes, gaps or raw values',
    (code, facts) => {
      const { text, again = '' } = refusalSentence({ code, facts });
      expect(text).toMatch(/^[\u4e00-\u9fff\d]/);
      expect(`${text}${again}`).not.toMatch(/undefined|NaN|null|object|[a-z]+\.[a-z]+|\d{4}-\d{2}|T\d{2}:/);
    },
  );

  it('says how far to walk, not that something is wrong', () => {
    expect(refusalSentence({ code: 'punch.outside-fence', facts: SAMPLES['punch.outside-fence'] }).text).toBe(
      '还差 312 米进入打卡范围',
    );
  });

  it('says days and months as the office does', () => {
    const said = (code: 'session.left' | 'punch.month-locked') =>
      refusalSentence({ code, facts: SAMPLES[code] }).text;
    expect(said('session.left')).toContain('12月22日');
    expect(said('punch.month-locked')).toContain('2026年10月');
  });

  it('keeps calm about a code that a newer server made up', () => {
    expect(refusalSentence({ code: 'punch.on-the-moon', facts: {} }).text).toBe(
      '现在还不行。请更新小程序后再试',
    );
    expect(refusalSentence({ code: 'toString', facts: {} }).text).toBe('现在还不行。请更新小程序后再试');
  });
});
