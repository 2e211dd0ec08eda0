import type { Result } from '../result';
import { ok } from '../result';
import type { SignatureInput } from './commands';
import type { Requirements, SignatureLevel } from './flow';
import type { NodeId, PersonId, TaskId } from './names';
import type { Recorder } from './recorder';
import type { ApprovalRefusal } from './refusals';
import { no } from './refusals';

/** An identity session is good for one document and ten minutes (the leaving rules §2, F23). */
export const IDENTITY_VALID_MINUTES = 10;

const RANK: { readonly [Level in SignatureLevel]: number } = { basic: 1, reliable: 2 };

interface AcceptedSignature {
  readonly input: SignatureInput;
  readonly person: PersonId;
  readonly level: SignatureLevel;
}

/** Whether this person, identified for this document, signed the very bytes that the case holds now. */
export function checkSignature(
  recorder: Recorder,
  nodeId: NodeId,
  required: NonNullable<Requirements['signature']>,
  input: SignatureInput | undefined,
): Result<AcceptedSignature, ApprovalRefusal> {
  const { state, context, command } = recorder;
  const { document, level } = required;
  if (input === undefined || input.document !== document)
    return no('signature.missing', { nodeId, document, level });
  const current = state.documents[document];
  if (current === undefined) return no('document.unknown', { document });
  if (input.digest !== current.digest) {
    const facts = { document, signed: input.digest, current: current.digest, version: current.version };
    return no('signature.document-changed', facts);
  }
  const { actor } = command;
  const identity = actor.who === 'person' ? actor.identity : undefined;
  if (actor.who !== 'person' || identity === undefined || identity.document !== document)
    return no('signature.identity-missing', { document });
  const { verifiedAt } = identity;
  const ageMs = context.now - verifiedAt;
  if (ageMs < 0 || ageMs > IDENTITY_VALID_MINUTES * 60_000)
    return no('signature.identity-expired', { verifiedAt, validMinutes: IDENTITY_VALID_MINUTES });
  if (RANK[identity.level] < RANK[level])
    return no('signature.level-too-low', { needed: level, given: identity.level });
  return ok({ input, person: actor.id, level: identity.level });
}

export function recordSignature(
  recorder: Recorder,
  { input, person, level }: AcceptedSignature,
  where: { readonly nodeId: NodeId; readonly round: number; readonly taskId: TaskId | null },
): void {
  recorder.record({ type: 'signed', ...input, level, person, ...where });
}
