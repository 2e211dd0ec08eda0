import type { CaseAction } from '@domain/offboarding/permissions';
import type { CaseView } from './case-view';
import type { OpenCase } from './open-case';

type Page = NonNullable<CaseView['pages']>[number];

/** The pages of a leaving: the node that brings something to read there, and the permission to read it. */
const PAGES: readonly (readonly [Page, nodeId: string, CaseAction])[] = [
  ['handover', 'handoverReview', 'checkAsHr'],
  ['settlement', 'settlement', 'checkAsHr'],
  ['assets', 'assets', 'checkAsHr'],
  ['interview', 'interview', 'viewInterview'],
  ['nonCompete', 'nonCompete', 'viewPersonnel'],
];

/** For HR beside the case page; everybody else is led by the own step. */
export const pagesOf = ({ stored: { state }, may }: OpenCase): readonly Page[] =>
  may('checkAsHr')
    ? PAGES.flatMap(([page, nodeId, action]) =>
        state.nodes[nodeId] && state.nodes[nodeId].outcome !== 'skipped' && may(action) ? [page] : [],
      )
    : [];
