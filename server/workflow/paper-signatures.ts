import { openTasks } from '@domain/approval/case';
import { isHuman, nodeOf, type SignatureLevel } from '@domain/approval/flow';
import type { CaseView } from './case-view';
import { documentTitle } from './field-words';
import type { OpenCase } from './open-case';

/**
 * Whether a signature of this level is given on paper. A reliable one needs a licensed provider; none can be configured
 * yet, so that all of them are.
 */
export const isOnPaper = (level: SignatureLevel): boolean => level === 'reliable';

/** What waits for a signature on paper that the viewer may check: never one's own. */
export function papersToCheck(opened: OpenCase): CaseView['papers'] {
  const { stored, flow, staff, viewerId, may } = opened;
  if (!may('checkAsHr')) return [];
  return openTasks(stored.state).flatMap(({ id, nodeId, round, assignee }) => {
    const node = nodeOf(flow.definition, nodeId);
    const wanted = node && isHuman(node) ? node.requires?.signature : undefined;
    const digest = wanted && stored.state.documents[wanted.document]?.digest;
    if (!wanted || digest === undefined || !isOnPaper(wanted.level) || assignee === viewerId) return [];
    const title = documentTitle(wanted.document);
    return [{ taskId: id, round, title, signerName: staff.nameOf(assignee), digest }];
  });
}
