import { canonicalJson } from '../evidence/canonical-json';
import { tagged } from '../evidence/digest';
import type { Digest, DigestText } from '../evidence/digest';
import { ok, refuse } from '../result';
import type { Refusal, Result } from '../result';
import type { Instant } from '../time/instant';
import { gapsIn } from './handover-content';
import type { Gap, HandoverContent } from './handover-content';
import type { HandoverTemplate } from './handover-template';

export type PersonId = string;

/** The handover of one case. Versions are only ever added: version 1 stays when version 2 is made. */
export interface Handover {
  readonly caseId: string;
  readonly template: HandoverTemplate;
  readonly employee: PersonId;
  readonly recipient: PersonId;
  readonly versions: readonly HandoverVersion[];
  readonly comments: readonly HandoverComment[];
}

export interface HandoverVersion {
  readonly number: number;
  readonly recipient: PersonId;
  readonly content: HandoverContent;
  readonly submittedAt: Instant;
  /** Over case, people, template, number and content: what both sign. */
  readonly digest: Digest;
  /** When the recipient asked for changes; then a next version must come. */
  readonly sentBackAt: Instant | null;
  readonly signatures: readonly HandoverSignature[];
}

export interface HandoverSignature {
  readonly by: PersonId;
  readonly at: Instant;
  /** Digest of the drawn signature. */
  readonly mark: Digest;
  readonly level: 'basic' | 'reliable';
}

export interface HandoverComment {
  readonly version: number;
  readonly item: string;
  readonly by: PersonId;
  readonly at: Instant;
  readonly text: string;
}

export type HandoverRefusal =
  | Refusal<'handover.incomplete', { readonly gaps: readonly Gap[] }>
  | Refusal<'handover.not-yours', { readonly by: PersonId }>
  | Refusal<'handover.unknown-item', { readonly item: string }>
  | Refusal<'handover.comment-blank', { readonly item: string }>
  | Refusal<'handover.nothing-submitted', Readonly<Record<string, never>>>
  | Refusal<'handover.sent-back', { readonly version: number }>
  | Refusal<'handover.unchanged', { readonly version: number }>
  | Refusal<'handover.send-back-without-comment', { readonly version: number }>
  | Refusal<'handover.already-signed', { readonly by: PersonId }>
  | Refusal<'handover.changed', { readonly version: number; readonly digest: Digest }>
  | Refusal<'handover.recipient-is-employee', { readonly recipient: PersonId }>;

type Answer = Result<Handover, HandoverRefusal>;

export const currentVersion = ({ versions }: Handover): HandoverVersion | null =>
  versions[versions.length - 1] ?? null;

/** Both have signed what the list says now. */
export function isHandedOver(handover: Handover): boolean {
  const current = currentVersion(handover);
  const signed = (person: PersonId) => current?.signatures.some(({ by }) => by === person) ?? false;
  return signed(handover.employee) && signed(handover.recipient);
}

/**
 * The employee hands the list in. Nothing with a gap becomes a version, so nobody can sign one. The same content again
 * is no new version; after it was sent back it is one only when the employee has said at an item why it stays so.
 */
export function submitHandover(
  handover: Handover,
  content: HandoverContent,
  by: PersonId,
  at: Instant,
  digest: DigestText,
): Answer {
  if (by !== handover.employee) return refuse('handover.not-yours', { by });
  const gaps = gapsIn(handover.template, content);
  if (gaps.length > 0) return refuse('handover.incomplete', { gaps });
  const current = currentVersion(handover);
  if (current && canonicalJson(current.content) === canonicalJson(content)) {
    if (current.sentBackAt === null) return ok(handover);
    if (!isAnswered(handover, current)) return refuse('handover.unchanged', { version: current.number });
  }
  return ok(withVersion(handover, content, handover.recipient, at, digest));
}

/** The employee has answered a version that was sent back with words at one of its items. */
const isAnswered = ({ comments, employee }: Handover, { number, sentBackAt }: HandoverVersion): boolean =>
  comments.some(({ version, by, at }) => version === number && by === employee && at >= (sentBackAt ?? at));

/** Another recipient: a new version with the same content, because whoever signs is part of what is signed. */
export function changeRecipient(
  handover: Handover,
  recipient: PersonId,
  at: Instant,
  digest: DigestText,
): Answer {
  if (recipient === handover.employee) return refuse('handover.recipient-is-employee', { recipient });
  const current = currentVersion(handover);
  if (recipient === handover.recipient) return ok(handover);
  return ok(
    current ? withVersion(handover, current.content, recipient, at, digest) : { ...handover, recipient },
  );
}

function withVersion(
  handover: Handover,
  content: HandoverContent,
  recipient: PersonId,
  submittedAt: Instant,
  digest: DigestText,
): Handover {
  const { versions } = handover;
  const number = versions.length + 1;
  const next: HandoverVersion = {
    number,
    recipient,
    content,
    submittedAt,
    digest: digest(handoverText(handover, { number, recipient, content })),
    sentBackAt: null,
    signatures: [],
  };
  return { ...handover, recipient, versions: [...versions, next] };
}

/** Exactly what the digest of a version is of: both sign this text. */
export const handoverText = (
  { caseId, template, employee }: Pick<Handover, 'caseId' | 'template' | 'employee'>,
  { number, recipient, content }: Pick<HandoverVersion, 'number' | 'recipient' | 'content'>,
): string =>
  tagged('zhoudao.content.v1', {
    caseId,
    template: { id: template.id, version: template.version },
    employee,
    recipient,
    number,
    content,
  });

/** A word on an item of the current version, by either of the two. */
export function commentOn(handover: Handover, item: string, by: PersonId, at: Instant, text: string): Answer {
  if (!isParty(handover, by)) return refuse('handover.not-yours', { by });
  if (!handover.template.items.some(({ key }) => key === item))
    return refuse('handover.unknown-item', { item });
  if (text.trim() === '') return refuse('handover.comment-blank', { item });
  const current = currentVersion(handover);
  if (!current) return refuse('handover.nothing-submitted', {});
  const comment: HandoverComment = { version: current.number, item, by, at, text };
  return ok({ ...handover, comments: [...handover.comments, comment] });
}

/** The recipient asks for changes, having said at an item what is missing. */
export function sendBack(handover: Handover, by: PersonId, at: Instant): Answer {
  if (by !== handover.recipient) return refuse('handover.not-yours', { by });
  const current = currentVersion(handover);
  if (!current) return refuse('handover.nothing-submitted', {});
  const version = current.number;
  if (current.sentBackAt !== null) return refuse('handover.sent-back', { version });
  if (current.signatures.some((one) => one.by === by)) return refuse('handover.already-signed', { by });
  if (!handover.comments.some((comment) => comment.version === version && comment.by === by))
    return refuse('handover.send-back-without-comment', { version });
  return ok(replaceCurrent(handover, { ...current, sentBackAt: at, signatures: [] }));
}

/** `seen` is the digest of what the signer had in front of them: signing anything else is refused. */
export function signHandover(handover: Handover, seen: Digest, signature: HandoverSignature): Answer {
  const { by } = signature;
  if (!isParty(handover, by)) return refuse('handover.not-yours', { by });
  const current = currentVersion(handover);
  if (!current) return refuse('handover.nothing-submitted', {});
  if (seen !== current.digest)
    return refuse('handover.changed', { version: current.number, digest: current.digest });
  if (current.sentBackAt !== null) return refuse('handover.sent-back', { version: current.number });
  if (current.signatures.some((one) => one.by === by)) return refuse('handover.already-signed', { by });
  return ok(replaceCurrent(handover, { ...current, signatures: [...current.signatures, signature] }));
}

const isParty = ({ employee, recipient }: Handover, person: PersonId): boolean =>
  person === employee || person === recipient;

const replaceCurrent = (handover: Handover, version: HandoverVersion): Handover => ({
  ...handover,
  versions: [...handover.versions.slice(0, -1), version],
});
