import type { AssetMove, AssetRole, AssetState } from '@domain/offboarding/assets';
import type { DatesRefusal } from '@domain/offboarding/leaving-dates';
import type { NonCompeteRefusal } from '@domain/offboarding/non-compete';
import type { LineFault } from '@domain/offboarding/settlement';
import type { KeepingRefusals } from './keeping-refusals';
import type { TableRefusals } from './table-refusals';

/** One field of the input that could not be read: its path ('position.latitude') and why, as a code. */
export interface InputIssue {
  readonly field: string;
  readonly reason:
    | 'missing'
    | 'wrong-type'
    | 'too-small'
    | 'too-large'
    | 'too-long'
    | 'too-short'
    | 'bad-format'
    | 'not-offered'
    | 'unknown-field';
  /** The bound or the expected type, where there is one: 'number', 90, … */
  readonly expected?: string | number;
}

/** Something that keeps a handover list from being handed in; `line` and `field` are null when the item as a whole is meant. */
export interface HandoverGap {
  readonly item: string;
  readonly title: string;
  readonly line: string | null;
  readonly field: string | null;
  readonly reason: string;
}

/** Every expected "no" of the product, with the facts of each. The wording is in src/wording/refusals.ts. */
export interface RefusalFacts extends TableRefusals, KeepingRefusals {
  'input.invalid': { readonly issues: readonly InputIssue[] };
  'input.too-large': { readonly maxKilobytes: number };
  'procedure.unknown': { readonly procedure: string };
  'session.no-identity': Record<string, never>;
  'session.not-bound': Record<string, never>;
  'session.forbidden': Record<string, never>;
  'session.left': { readonly lastDay: string };
  'invitation.unknown': { readonly triesLeft: number };
  'invitation.expired': { readonly expiredAt: string };
  'invitation.used': Record<string, never>;
  'invitation.too-many-tries': { readonly minutesLeft: number };
  'binding.wechat-taken': Record<string, never>;
  'binding.employment-taken': Record<string, never>;
  'person.unknown': Record<string, never>;
  'punch.outside-fence': {
    readonly placeName: string;
    readonly distanceMeters: number;
    readonly radiusMeters: number;
    /** How far to walk: distance minus radius, rounded up. */
    readonly missingMeters: number;
  };
  'punch.position-needed': Record<string, never>;
  'punch.inaccurate': { readonly accuracyMeters: number; readonly radiusMeters: number };
  /** Names of the Wi-Fi that would prove the place. */
  'punch.wifi-needed': { readonly placeName: string; readonly names: readonly string[] };
  'machine.file-gone': Record<string, never>;
  'punch.photo-missing': Record<string, never>;
  'punch.unscheduled': { readonly dutyDate: string };
  /** `at`: '09:00' on the wall clock. */
  'punch.just-punched': { readonly kind: 'in' | 'out'; readonly at: string };
  'punch.too-many': { readonly limit: number };
  'punch.not-employed': { readonly dutyDate: string };
  'punch.choose-shift': { readonly dutyDate: string };
  'punch.month-locked': { readonly month: string };
  'punch.id-reused': Record<string, never>;
  'case.unknown': Record<string, never>;
  'case.closed': { readonly resultText: string };
  'task.dead-link': Record<string, never>;
  /** `at` in words: '11月22日 周日 09:30'. */
  'task.already-decided': { readonly byName: string; readonly at: string; readonly outcome: string };
  'task.moved': { readonly toName: string };
  'task.not-your-turn': { readonly waitsForName: string };
  'action.not-offered': { readonly action: string };
  /** Somebody else's to do: 'HR', '员工本人'. */
  'action.not-yours': { readonly whose: string };
  'reason.missing': Record<string, never>;
  'person.gone': { readonly name: string };
  'person.is-applicant': { readonly name: string };
  'person.already-asked': { readonly name: string };
  /** Labels of the form's fields: ['社保已核对', '交接接收人']. */
  'form.field-missing': { readonly labels: readonly string[] };
  'form.field-invalid': {
    readonly label: string;
    readonly why: 'unknown' | 'wrongType' | 'notAChoice' | 'notADate' | 'unknownPerson';
  };
  'form.photos-missing': { readonly needed: number; readonly given: number };
  'document.not-ready': { readonly title: string };
  'signature.missing': { readonly title: string };
  'signature.document-changed': { readonly title: string; readonly version: number };
  'signature.level-too-low': Record<string, never>;
  'signature.identity-missing': { readonly title: string };
  'signature.identity-expired': { readonly validMinutes: number };
  'settlement.lines-missing': Record<string, never>;
  'settlement.not-whole-fen': Record<string, never>;
  'asset.unknown': Record<string, never>;
  'asset.number-taken': { readonly number: string };
  'asset.too-many': { readonly most: number };
  'asset.not-in-this-state': { readonly state: AssetState; readonly move: AssetMove };
  'asset.not-yours-to-move': { readonly role: AssetRole; readonly move: AssetMove };
  'asset.note-missing': { readonly move: AssetMove };
  'asset.photo-missing': { readonly move: AssetMove };
  /** '笔记本电脑（A-001）' */
  'asset.still-out': { readonly names: readonly string[] };
  /** `most`: letters of a text, months, 分. */
  'non-compete.invalid': NonCompeteRefusal['facts'];
  'person.is-oneself': Record<string, never>;
  'employer.last-seen-in-future': Record<string, never>;
  /** '3月19日 周四': all steps of the law can be done by then. */
  'employer.end-too-early': { readonly earliestText: string };
  'settlement.empty': Record<string, never>;
  'settlement.too-many-lines': { readonly most: number };
  /** `line` counts from 1. */
  'settlement.line-invalid': { readonly line: number; readonly reason: LineFault };
  'settlement.deductions-exceed-wages': { readonly wagesFen: number };
  /** The newest version that should have been seen. */
  'settlement.changed': { readonly version: number; readonly digest: string };
  'settlement.answered': { readonly version: number };
  /** Titles of the steps it may go back to. */
  'return.not-there': { readonly allowed: readonly string[] };
  /** `closedAt` in words; null when the step was never reached. */
  'node.not-open': { readonly closedAt: string | null };
  'assign.several-handlers': { readonly names: readonly string[] };
  'urge.too-soon': { readonly againAt: string };
  'urge.nobody': Record<string, never>;
  'withdraw.already-asked': { readonly at: string };
  'withdraw.not-asked': Record<string, never>;
  'dates.none-proposed': Record<string, never>;
  /** `label`: '最后工作日', '交接截止日' … */
  'dates.invalid': { readonly label: string };
  'dates.before-notice': { readonly label: string; readonly notice: string };
  'dates.already-reached': { readonly label: string };
  /** The flow says no for a reason that people cannot mend; the code is for whoever looks after it. */
  'case.cannot-move': { readonly because: string };
  'command.id-taken': Record<string, never>;
  'month.locked': { readonly month: string };
  'month.not-yours': Record<string, never>;
  /** In words: '4月2日 周四'. */
  'month.not-over': { readonly from: string };
  /** `scope`: '全公司', '上海'. */
  'month.being-closed': { readonly byName: string; readonly scope: string };
  'correction.no-such-day': Record<string, never>;
  'correction.kind-not-allowed': Record<string, never>;
  'correction.future-day': Record<string, never>;
  'correction.limit-reached': { readonly used: number; readonly limit: number };
  'correction.too-many-days-back': { readonly limit: number };
  'correction.month-closed': { readonly deadline: string };
  'correction.already-asked': { readonly caseId: string };
  'request.not-offered': Record<string, never>;
  'request.dates-invalid': Record<string, never>;
  'request.too-far-back': { readonly days: number };
  'request.too-far-ahead': { readonly days: number };
  'request.nothing-covered': { readonly kind: 'leave' | 'outing' | 'trip' | 'overtime' };
  /** `what`: '年假 1.5 天'. */
  'request.overlaps': { readonly caseId: string; readonly what: string };
  'request.not-employed': Record<string, never>;
  'request.not-granted': Record<string, never>;
  'request.already-revoking': { readonly caseId: string };
  /** '年假', '0.5 天', '1 天'. */
  'leave.balance-short': { readonly name: string; readonly freeText: string; readonly askedText: string };
  'leave.amount-invalid': Record<string, never>;
  'report.not-yours': Record<string, never>;
  'leaving.date-invalid': Record<string, never>;
  /** In words: '10月21日 周三', '10月22日 周四'. */
  'leaving.date-past': { readonly wished: string; readonly today: string };
  'leaving.already-open': { readonly caseId: string };
  /** The last day as it is now, in words. */
  'leaving.changed': { readonly lastDay: string };
  'leaving.proof-without-consent': Record<string, never>;
  /** `label`: '薪资截止日'; `why` as in domain/offboarding/leaving-dates.ts. */
  'leaving.dates-contradict': { readonly label: string; readonly why: DatesRefusal['facts']['reason'] };
  'leaving.card-not-offered': Record<string, never>;
  'leaving.card-without-consent': Record<string, never>;
  'leaving.card-unread': Record<string, never>;
  /** The number's check character does not fit. */
  'leaving.card-misread': Record<string, never>;
  'leaving.dates-unagreed': Record<string, never>;
  'leaving.dates-in-agreement': Record<string, never>;
  'identity.no-phone': Record<string, never>;
  'identity.not-sent': Record<string, never>;
  'identity.too-soon': { readonly secondsLeft: number };
  'identity.too-many-codes': { readonly minutesLeft: number };
  'identity.unknown': Record<string, never>;
  'identity.expired': Record<string, never>;
  'identity.wrong-code': { readonly triesLeft: number };
  'identity.too-many-tries': Record<string, never>;
  'identity.not-confirmed': Record<string, never>;
  'identity.other-document': Record<string, never>;
  'signature.blank': Record<string, never>;
  'signature.invalid': Record<string, never>;
  'signature.too-large': Record<string, never>;
  'signature.reused': Record<string, never>;
  /** The most days that one delegation may cover. */
  'delegation.dates': { readonly mostDays: number };
  'delegation.to-oneself': Record<string, never>;
  'delegation.overlaps': { readonly toName: string; readonly when: string };
  'delegation.circle': { readonly name: string };
  'delegation.flow-unknown': Record<string, never>;
  'delegation.unknown': Record<string, never>;
  'duties.unknown': { readonly name: string };
  'duties.own': Record<string, never>;
  'duties.successor': Record<string, never>;
  'duties.changed': Record<string, never>;
  'duties.needs-group-hr': Record<string, never>;
  'file.unknown': Record<string, never>;
  /** `which`: its place among several that were sent, from 1. */
  'file.not-a-picture': { readonly which?: number };
  /** Neither a picture nor a document that may be sent, whatever it is called. */
  'file.wrong-kind': { readonly name: string };
  'file.empty': { readonly name: string };
  /** Neither a picture nor a PDF of a paper. */
  'file.not-a-scan': { readonly name: string };
  /** `name` and size of the file, where they are known. */
  'file.too-large': { readonly maxMegabytes: number; readonly name?: string; readonly megabytes?: number };
  /** The handover opens when the case comes to it. */
  'handover.not-yet': Record<string, never>;
  'handover.not-yours': Record<string, never>;
  /** `missingText`: '还差 2 项必填：工作内容、资产清单'; the gaps name item, line and field. */
  'handover.incomplete': { readonly missingText: string; readonly gaps: readonly HandoverGap[] };
  'handover.unchanged': Record<string, never>;
  'handover.nothing-submitted': Record<string, never>;
  'handover.unknown-item': Record<string, never>;
  'handover.sent-back': Record<string, never>;
  'handover.send-back-without-comment': Record<string, never>;
  'handover.already-signed': Record<string, never>;
  'handover.changed': { readonly version: number };
  'handover.accept-first': Record<string, never>;
  'handover.too-many': { readonly most: number };
  /** Also what is told of somebody else's paper. */
  'document.unknown': Record<string, never>;
  'document.purged': Record<string, never>;
  'document.already-revoked': Record<string, never>;
  'verify.too-many-tries': { readonly minutesLeft: number };
  'conflict.busy': Record<string, never>;
}

export type RefusalCode = keyof RefusalFacts;
