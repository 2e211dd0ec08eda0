import type { OutputOf } from '@contract/contract';
import type { Case } from '@domain/approval/case';
import { dateText } from '@domain/time/local-date';
import { momentText } from '../wall-text';
import type { OpenCase } from '../workflow/open-case';

/** Whether the last day stands, or is only wished for yet. */
const isCertain = ({ nodes }: Case): boolean =>
  nodes.lastDay !== undefined && nodes.lastDay.status !== 'void';

/** The one fact that decides about a leaving: '最后工作日 12月22日 周二'. Empty without one. */
export function leavingFact(state: Case): string {
  const { lastDay } = state.dates;
  if (lastDay === undefined) return '';
  return `${isCertain(state) ? '' : '希望的'}最后工作日 ${dateText(lastDay)}`;
}

/** What decides, for everybody who has a part; a reason only for whoever answers for the company, and for the leaver. */
export function leavingFacts({
  stored: { state },
  org,
  viewerId,
  may,
}: OpenCase): OutputOf<'case.view'>['facts'] {
  const { notice, lastDay } = state.dates;
  const { daysShort, reason } = { ...state.forms.notice, ...state.forms.apply };
  const mayKnowWhy = viewerId === state.applicant || may('answerAsLeader') || may('checkAsHr');
  return [
    ...(notice === undefined ? [] : [{ label: '通知送达', value: momentText(org.zone, notice) }]),
    ...(lastDay === undefined
      ? []
      : [{ label: isCertain(state) ? '最后工作日' : '希望的最后工作日', value: dateText(lastDay) }]),
    ...(typeof daysShort === 'number'
      ? [{ label: '需要协商', value: `比通知期早 ${daysShort} 天，双方同意才算数` }]
      : []),
    ...(typeof reason === 'string' && reason !== '' && mayKnowWhy ? [{ label: '原因', value: reason }] : []),
  ];
}
