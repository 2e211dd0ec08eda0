import type { HandoverRefusal } from '@domain/offboarding/handover';
import { missingText } from '@domain/offboarding/handover-content';
import type { RefusalOf } from '../use-case';

type Wired = RefusalOf<
  | 'handover.incomplete'
  | 'handover.not-yours'
  | 'handover.unchanged'
  | 'handover.nothing-submitted'
  | 'handover.unknown-item'
  | 'handover.sent-back'
  | 'handover.send-back-without-comment'
  | 'handover.already-signed'
  | 'handover.changed'
>;

/** The list's "no" as the contract says it: no ids of people, and the gaps in words as well. */
export function wireHandoverRefusal(refusal: HandoverRefusal): {
  readonly ok: false;
  readonly refusal: Wired;
} {
  return { ok: false, refusal: wired(refusal) };
}

function wired({ code, facts }: HandoverRefusal): Wired {
  switch (code) {
    case 'handover.incomplete':
      return { code, facts: { missingText: missingText(facts.gaps) ?? '', gaps: facts.gaps } };
    case 'handover.changed':
      return { code, facts: { version: facts.version } };
    case 'handover.recipient-is-employee':
      return { code: 'handover.not-yours', facts: {} };
    case 'handover.comment-blank':
      return { code: 'handover.send-back-without-comment', facts: {} };
    default:
      return { code, facts: {} };
  }
}
