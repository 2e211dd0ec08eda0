import { calculateObjectSize } from 'bson';
import { LIMITS } from '../protocol/limits';
import { databaseFailed } from '../protocol/refusal';
import type { Document } from './document';
import { isPlainObject } from './document';

/** Refuses what the service does not store: reserved field names and too much of it. */
export function refuseDocument(document: Document, text: string): void {
  refuseNames(document);
  // BSON is never four times as long as canonical EJSON, so small texts need no measuring.
  if (text.length * 4 <= LIMITS.documentBytes) return;
  const bytes = calculateObjectSize(document);
  if (bytes > LIMITS.documentBytes)
    throw databaseFailed(`the document has ${bytes} bytes; at most ${LIMITS.documentBytes} are stored`);
}

function refuseNames(node: unknown): void {
  if (Array.isArray(node)) {
    for (const item of node) refuseNames(item);
  } else if (isPlainObject(node)) {
    for (const [name, value] of Object.entries(node)) {
      if (name.startsWith('$')) throw databaseFailed(`the field name "${name}" must not begin with $`);
      if (name.includes('.')) throw databaseFailed(`the field name "${name}" must not contain a dot`);
      if (name.includes('\0')) throw databaseFailed('a field name must not contain a NUL');
      refuseNames(value);
    }
  }
}
