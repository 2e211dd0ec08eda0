import type { Result } from '../result';
import { ok } from '../result';
import { parseLocalDate } from '../time/local-date';
import type { TaskContent } from './commands';
import type { Directory } from './directory';
import type { FieldRule, FlowNode, Requirements } from './flow';
import { isHuman } from './flow';
import type { DocumentKey, Fields, FieldValue, NodeId, TaskId } from './names';
import type { Recorder } from './recorder';
import type { ApprovalRefusal, ApprovalRefusalFacts } from './refusals';
import { no } from './refusals';
import { checkSignature, recordSignature } from './signature';

/**
 * Checks what came with an action against what its node requires, and records it: form, photos counted, new
 * versions of documents, then the signature over what the document is now.
 */
export function takeContent(
  recorder: Recorder,
  node: FlowNode,
  round: number,
  content: TaskContent,
  taskId: TaskId | null,
): Result<true, ApprovalRefusal> {
  const requires: Requirements = 'requires' in node ? (node.requires ?? {}) : {};
  const checked = checkForm(node.id, requires, content, recorder.context.directory);
  if (!checked.ok) return checked;
  for (const { key } of content.documents ?? [])
    if (!writableAt(node).includes(key))
      return no('document.not-writable', { document: key, nodeId: node.id });

  if (content.fields !== undefined && Object.keys(content.fields).length > 0)
    recorder.record({ type: 'formFilled', nodeId: node.id, round, fields: content.fields });
  for (const { key, digest } of content.documents ?? []) recordDocument(recorder, key, digest);
  if (requires.signature === undefined) return ok(true);
  const signed = checkSignature(recorder, node.id, requires.signature, content.signature);
  if (signed.ok) recordSignature(recorder, signed.value, { nodeId: node.id, round, taskId });
  return signed.ok ? ok(true) : signed;
}

/** The same bytes again are no new version. */
export function recordDocument(recorder: Recorder, document: DocumentKey, digest: string): void {
  const { state } = recorder;
  if (state.documents[document]?.digest === digest) return;
  const voids = state.signatures
    .filter((one) => one.document === document && one.voidedBySeq === null)
    .map((one) => one.person);
  recorder.record({ type: 'documentChanged', document, digest, voids: [...new Set(voids)] });
}

/** The notice brings its own document; a form or task may replace what it says it writes. */
export function writableAt(node: FlowNode): readonly DocumentKey[] {
  if (isHuman(node)) return node.writes ?? [];
  if (node.kind === 'notice')
    return node.requires?.signature === undefined ? [] : [node.requires.signature.document];
  return node.kind === 'generate' ? [node.document] : [];
}

export function checkForm(
  nodeId: NodeId,
  requires: Requirements,
  content: TaskContent,
  directory: Directory,
): Result<true, ApprovalRefusal> {
  const rules = requires.fields ?? [];
  const fields: Fields = content.fields ?? {};
  const missing = rules
    .filter((rule) => rule.required && isEmpty(fields[rule.name]))
    .map((rule) => rule.name);
  if (missing.length > 0) return no('form.field-missing', { nodeId, fields: missing });
  for (const [field, value] of Object.entries(fields)) {
    const why = whyInvalid(
      rules.find((rule) => rule.name === field),
      value,
      directory,
    );
    if (why !== null) return no('form.field-invalid', { nodeId, field, why });
  }
  const needed = requires.minPhotos ?? 0;
  const given = new Set(content.photos ?? []).size;
  return given < needed ? no('form.photos-missing', { nodeId, needed, given }) : ok(true);
}

const isEmpty = (value: FieldValue | undefined): boolean =>
  value === undefined ||
  value === null ||
  (typeof value === 'string' && value.trim() === '') ||
  (Array.isArray(value) && value.length === 0);

type WhyInvalid = ApprovalRefusalFacts['form.field-invalid']['why'];

function whyInvalid(rule: FieldRule | undefined, value: FieldValue, directory: Directory): WhyInvalid | null {
  if (rule === undefined) return 'unknown';
  if (isEmpty(value)) return null;
  const knows = (id: string) => directory.person(id) !== undefined;
  switch (rule.type) {
    case 'number':
      return typeof value === 'number' && Number.isSafeInteger(value) ? null : 'wrongType';
    case 'boolean':
      return typeof value === 'boolean' ? null : 'wrongType';
    case 'people':
      if (!Array.isArray(value)) return 'wrongType';
      return (value as readonly string[]).every(knows) ? null : 'unknownPerson';
  }
  if (typeof value !== 'string') return 'wrongType';
  switch (rule.type) {
    case 'date':
      return parseLocalDate(value) === null ? 'notADate' : null;
    case 'person':
      return knows(value) ? null : 'unknownPerson';
    case 'choice':
      return rule.choices?.includes(value) === true ? null : 'notAChoice';
    case 'text':
      return null;
  }
}
