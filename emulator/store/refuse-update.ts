import { databaseFailed, Refusal } from '../protocol/refusal';
import type { Document } from './document';
import { isPlainObject } from './document';

const OPERATORS = new Set([
  '$set',
  '$unset',
  '$inc',
  '$mul',
  '$min',
  '$max',
  '$rename',
  '$bit',
  '$currentDate',
  '$push',
  '$pull',
  '$pullAll',
  '$pop',
  '$addToSet',
]);
const OF_NUMBERS = new Set(['$inc', '$mul', '$bit']);
const OF_ARRAYS = new Set(['$push', '$pull', '$pullAll', '$pop', '$addToSet']);
/** These leave a document alone where the path leads nowhere; the others would have to make the path. */
const ONLY_TAKE_AWAY = new Set(['$unset', '$pull', '$pullAll', '$pop']);

/** Refuses updates that MongoDB refuses and mingo forgives. The document is not changed. */
export function refuseUpdate(document: Document, modifier: Document): void {
  const paths: string[] = [];
  for (const [operator, fields] of Object.entries(modifier)) {
    if (!OPERATORS.has(operator))
      throw new Refusal('DATABASE_INVALID_OPERRATOR', `unknown update operator "${operator}"`);
    if (!isPlainObject(fields)) throw databaseFailed(`${operator} needs an object of fields`);
    for (const [path, operand] of Object.entries(fields)) {
      refusePath(path);
      refuseOverlap(path, paths);
      paths.push(path);
      refuseIdentityChange(document, operator, path, operand);
      refuseOperand(operator, path, operand);
      if (operator === '$rename') refuseRename(path, operand, paths);
      // Which element a positional path means is known only when it is applied.
      if (!path.includes('$')) refuseTarget(document, operator, path);
    }
  }
}

function refusePath(path: string): void {
  const segments = path.split('.');
  if (segments.some((segment) => segment === ''))
    throw databaseFailed(`the update path "${path}" has an empty field name`);
  if (segments[0]?.startsWith('$'))
    throw databaseFailed(
      `the dollar ($) prefixed field "${segments[0]}" in "${path}" is not valid for storage`,
    );
}

function refuseOverlap(path: string, earlier: readonly string[]): void {
  for (const other of earlier) {
    if (path === other || path.startsWith(`${other}.`) || other.startsWith(`${path}.`))
      throw databaseFailed(`Updating the path '${path}' would create a conflict at '${other}'`);
  }
}

function refuseIdentityChange(document: Document, operator: string, path: string, operand: unknown): void {
  if (path !== '_id' && !path.startsWith('_id.')) return;
  if (operator === '$set' && operand === document._id) return;
  throw databaseFailed(`Performing an update on the path '_id' would modify the immutable field '_id'`);
}

function refuseOperand(operator: string, path: string, operand: unknown): void {
  if ((operator === '$inc' || operator === '$mul') && typeof operand !== 'number')
    throw databaseFailed(`Cannot apply ${operator} with a non-numeric argument to "${path}"`);
  if (operator === '$pop' && operand !== 1 && operand !== -1)
    throw databaseFailed(`$pop of "${path}" expects 1 or -1`);
  if (operator === '$pullAll' && !Array.isArray(operand))
    throw databaseFailed(`$pullAll of "${path}" requires an array`);
  if ((operator === '$push' || operator === '$addToSet') && isPlainObject(operand) && '$each' in operand) {
    if (!Array.isArray(operand.$each))
      throw databaseFailed(`The argument to $each in ${operator} of "${path}" must be an array`);
  }
  if (operator === '$bit') refuseBits(path, operand);
}

function refuseBits(path: string, operand: unknown): void {
  const entries = isPlainObject(operand) ? Object.entries(operand) : [];
  if (
    entries.length === 0 ||
    entries.some(([name, bits]) => !/^(and|or|xor)$/.test(name) || !Number.isInteger(bits))
  )
    throw databaseFailed(`$bit of "${path}" needs and, or, xor with whole numbers`);
}

function refuseRename(from: string, to: unknown, paths: string[]): void {
  if (typeof to !== 'string')
    throw databaseFailed(`The 'to' field for $rename of "${from}" must be a string`);
  refusePath(to);
  refuseOverlap(to, paths);
  paths.push(to);
}

/** Walks to the field and refuses where MongoDB could not go or could not do its work. */
function refuseTarget(document: Document, operator: string, path: string): void {
  const segments = path.split('.');
  let node: unknown = document;
  for (const [depth, segment] of segments.entries()) {
    if (Array.isArray(node)) {
      if (!/^\d+$/.test(segment)) {
        if (ONLY_TAKE_AWAY.has(operator)) return;
        throw databaseFailed(
          `Cannot create field '${segment}' in element {${segments[depth - 1] ?? ''}: [array]} ("${path}")`,
        );
      }
      node = node[Number(segment)];
    } else if (isPlainObject(node)) {
      if (!Object.hasOwn(node, segment)) return;
      node = node[segment];
    } else {
      if (ONLY_TAKE_AWAY.has(operator) || (depth > 0 && node === undefined)) return;
      throw databaseFailed(
        `Cannot create field '${segment}' in element {${segments[depth - 1] ?? ''}: ${JSON.stringify(node)}} ("${path}")`,
      );
    }
  }
  refuseKind(operator, path, node);
}

function refuseKind(operator: string, path: string, value: unknown): void {
  if (value === undefined) return;
  if (OF_NUMBERS.has(operator) && typeof value !== 'number')
    throw databaseFailed(
      `Cannot apply ${operator} to a value of non-numeric type: "${path}" is ${JSON.stringify(value)}`,
    );
  if (OF_ARRAYS.has(operator) && !Array.isArray(value))
    throw databaseFailed(
      `The field '${path}' must be an array but is ${JSON.stringify(value)}, so ${operator} cannot be applied`,
    );
}
