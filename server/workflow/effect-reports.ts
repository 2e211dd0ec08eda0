import type { Effect } from '@domain/approval/effects';
import type { BodyOf, CaseEvent } from '@domain/approval/events';
import { orderedByOf } from '../archive/paper-order';
import { isAccountEffect } from '../offboarding/switch-accounts';
import type { CaseDocumentRow } from '../repositories/case-documents';
import type { Commit } from '../repositories/commits';
import { momentText } from '../wall-text';
import type { CaseView } from './case-view';
import type { OpenCase } from './open-case';

type Report = NonNullable<CaseView['reports']>[number];
type PaperEffect = Extract<Effect, { do: 'generateDocument' }>;

/** What a commit ordered under this key; null when nobody did. */
export const effectOf = (log: readonly Commit[], key: string): Effect | null =>
  log.flatMap(({ effects }) => effects).find((effect) => effect.key === key) ?? null;

export const isPaperEffect = (effect: Effect | null): effect is PaperEffect =>
  effect?.do === 'generateDocument';

/** The newest word on each account and paper that the machinery had to report; a paper that is there by now is left out. */
export function reportsOf(
  opened: OpenCase,
  log: readonly Commit[],
  rows: readonly CaseDocumentRow[],
): readonly Report[] {
  const [seesPapers, seesAccounts] = [opened.may('checkAsHr'), opened.may('clearAccountsAndAssets')];
  if (!seesPapers && !seesAccounts) return [];
  const newest = new Map<string, CaseEvent & { readonly body: BodyOf<'effectReported'> }>();
  for (const event of log.flatMap((commit) => commit.events)) {
    const { body } = event;
    if (body.type === 'effectReported') newest.set(body.effectKey, { ...event, body });
  }
  return [...newest.values()].flatMap(({ at, body: { effectKey, done, detail } }): readonly Report[] => {
    const effect = effectOf(log, effectKey);
    const report = { done, text: detail, whenText: momentText(opened.org.zone, at), byHand: null };
    if (effect && isAccountEffect(effect)) return seesPapers || seesAccounts ? [report] : [];
    if (!seesPapers || !isPaperEffect(effect) || isThere(effect, rows)) return [];
    return [{ ...report, byHand: effectKey }];
  });
}

const isThere = (effect: PaperEffect, rows: readonly CaseDocumentRow[]): boolean =>
  rows.some(
    (row) => row.key === effect.document && row.orderedBy === orderedByOf(effect) && row.digest !== null,
  );
