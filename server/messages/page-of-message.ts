import type { Case } from '@domain/approval/case';

/** Messages about a step whose page is better than the case's, because whoever is told has no task of it yet. */
export function pageOfMessage(message: string, { id, applicant }: Case, personId: string): string | null {
  if (message !== 'handover.countdown') return null;
  const page = personId === applicant ? 'handover' : 'review';
  return `leaving/${page}/index?case=${encodeURIComponent(id)}`;
}
