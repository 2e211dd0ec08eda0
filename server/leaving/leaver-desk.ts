import { NOTICE_TITLE, noticeParagraphs, noticeText } from '@domain/offboarding/notice-content';
import type { NoticeContent } from '@domain/offboarding/notice-content';
import { flowForRoute } from '@domain/offboarding/flows/leaving-flows';
import { dayText } from '@domain/offboarding/day-text';
import { canonicalJson } from '@domain/evidence/canonical-json';
import {
  type LeavingPath,
  noticePeriod,
  type NoticePeriod,
  type NoticeRefusal,
} from '@domain/offboarding/notice-period';
import type { FlowDefinition } from '@domain/approval/flow';
import { ok, type Result } from '@domain/result';
import type { LocalDate } from '@domain/time/local-date';
import type { Caller } from '../caller';
import { type Organisation, recentOrganisation, todayIn } from '../organisation';
import { postOn } from '../people/units';
import type { Ports } from '../ports';
import { personnel, type PersonnelFile } from '../repositories/personnel';

/** Somebody who thinks of leaving, with what the law asks about them. */
export interface LeaverDesk {
  readonly caller: Caller;
  readonly org: Organisation;
  /** null: HR has none. Nobody is kept from leaving by that: the usual terms are taken. */
  readonly file: PersonnelFile | null;
  /** When a notice given now arrives: the employer's own day. */
  readonly today: LocalDate;
}

export async function openLeaverDesk(ports: Ports, caller: Caller): Promise<LeaverDesk> {
  const [org, file] = await Promise.all([
    recentOrganisation(ports),
    personnel.read(ports.database, caller.employment._id),
  ]);
  return { caller, org, file, today: todayIn(org.zone, ports.clock.now()) };
}

/** What the law asks of this person on this day. */
export const lawFacts = ({ file, today }: LeaverDesk) => ({
  arrivedOn: today,
  probationEnd: file?.probationEnd ?? null,
  termEnd: file?.contract.to ?? null,
});

export interface Wish {
  readonly path: LeavingPath;
  readonly wished: string | null;
  readonly remote: boolean;
  readonly reason: string;
}

/** What comes of a wish: a notice to be signed, or a question to the company. */
export interface LeavingDraft {
  readonly period: NoticePeriod;
  readonly flow: FlowDefinition;
  /** null: an agreement, which both sign later. */
  readonly notice: NoticeContent | null;
  readonly title: string;
  readonly text: readonly string[];
  /** SHA-256 over what the person sees: dates, route and words. */
  readonly digest: string;
}

export function draftOf(
  { ids }: Ports,
  desk: LeaverDesk,
  { path, wished, remote, reason }: Wish,
): Result<LeavingDraft, NoticeRefusal> {
  const asked = noticePeriod({ ...lawFacts(desk), path, wished });
  if (!asked.ok) return asked;
  const period = asked.value;
  const flow = flowForRoute(period.route, remote);
  const words = reason === '' ? null : reason;
  if (period.route === 'agreement') {
    const text = wishText(desk, period, words);
    const digest = ids.digest(canonicalJson({ flow: flow.id, lastDay: period.lastDay, text }));
    return ok({ period, flow, notice: null, title: flow.title, text, digest });
  }
  const notice = noticeOf(desk, period.route, period.lastDay, words);
  const text = [
    `致：${notice.organisation}`,
    ...noticeParagraphs(notice, desk.file?.idNumber?.masked ?? '（以人事登记为准）'),
    `通知日期：${dayText(notice.givenOn)}`,
  ];
  return ok({ period, flow, notice, title: NOTICE_TITLE, text, digest: ids.digest(noticeText(notice)) });
}

function noticeOf(
  { caller: { employment }, org, file, today }: LeaverDesk,
  path: NoticeContent['path'],
  lastDay: LocalDate,
  reason: string | null,
): NoticeContent {
  return {
    organisation: org.companyName,
    employmentId: employment._id,
    name: employment.name,
    department: org.departmentName(employment, today),
    post: postOn(org, employment, file, today).name,
    path,
    givenOn: today,
    lastDay,
    reason,
  };
}

/** What the company is asked, where its consent is needed. */
const wishText = (
  { caller: { employment }, org }: LeaverDesk,
  { lastDay, shortBy }: NoticePeriod,
  reason: string | null,
): readonly string[] => [
  `${employment.name}希望与${org.companyName}协商解除劳动合同，最后工作日为${dayText(lastDay)}。`,
  ...(shortBy > 0 ? [`这一天比通知期早 ${shortBy} 天，需要公司同意。`] : []),
  ...(reason === null ? [] : [`原因（本人自愿填写）：${reason}`]),
];
