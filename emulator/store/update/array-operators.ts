import { compare } from 'mingo/util';
import { writeEjson } from '../../protocol/ejson';
import { databaseFailed } from '../../protocol/refusal';
import { isPlainObject, type Document } from '../document';
import { matcher } from '../find-documents';
import { MISSING, type Found } from './change-at';

/** @throws DATABASE_REQUEST_FAILED when the field is something else than an array */
function arrayIn(before: Found, operator: string, path: string): unknown[] | undefined {
  if (before === MISSING) return undefined;
  if (Array.isArray(before)) return before as unknown[];
  throw databaseFailed(
    `The field '${path}' must be an array but is ${JSON.stringify(before)}, so ${operator} cannot be applied`,
  );
}

/** `$push`, with `$each`, `$position`, `$sort` and `$slice`. */
export function push(before: Found, operand: unknown, path: string): Found {
  const list = [...(arrayIn(before, '$push', path) ?? [])];
  const { $each, $position, $sort, $slice } = modifiersOf('$push', operand, path);
  const at = $position === undefined ? list.length : wholeNumber('$position', $position, path);
  list.splice(at, 0, ...$each);
  if ($sort !== undefined) list.sort(sorter($sort, path));
  if ($slice === undefined) return list;
  const kept = wholeNumber('$slice', $slice, path);
  return kept < 0 ? list.slice(kept) : list.slice(0, kept);
}

/** `$addToSet`: values that are equal with the same order of fields count as the same. */
export function addToSet(before: Found, operand: unknown, path: string): Found {
  const list = [...(arrayIn(before, '$addToSet', path) ?? [])];
  const known = new Set(list.map(identityOf));
  for (const value of modifiersOf('$addToSet', operand, path).$each) {
    if (known.has(identityOf(value))) continue;
    known.add(identityOf(value));
    list.push(value);
  }
  return list;
}

/** `$pull`: what equals the value, or meets the condition. */
export function pull(before: Found, operand: unknown, path: string): Found {
  const list = arrayIn(before, '$pull', path);
  if (!list) return MISSING;
  const pulled = pullTest(operand);
  return list.filter((item) => !pulled(item));
}

export function pullAll(before: Found, operand: unknown, path: string): Found {
  if (!Array.isArray(operand)) throw databaseFailed(`$pullAll of "${path}" requires an array`);
  const unwanted = new Set(operand.map(identityOf));
  return arrayIn(before, '$pullAll', path)?.filter((item) => !unwanted.has(identityOf(item))) ?? MISSING;
}

export function pop(before: Found, operand: unknown, path: string): Found {
  if (operand !== 1 && operand !== -1) throw databaseFailed(`$pop of "${path}" expects 1 or -1`);
  const list = arrayIn(before, '$pop', path);
  if (!list) return MISSING;
  return operand === 1 ? list.slice(0, -1) : list.slice(1);
}

interface Modifiers {
  readonly $each: readonly unknown[];
  readonly $position?: unknown;
  readonly $sort?: unknown;
  readonly $slice?: unknown;
}

function modifiersOf(operator: string, operand: unknown, path: string): Modifiers {
  if (!isPlainObject(operand) || !('$each' in operand)) return { $each: [operand] };
  const stranger = Object.keys(operand).find(
    (name) =>
      name !== '$each' && (operator === '$addToSet' || !['$position', '$sort', '$slice'].includes(name)),
  );
  if (stranger !== undefined) throw databaseFailed(`${operator} of "${path}" does not know ${stranger}`);
  if (!Array.isArray(operand.$each))
    throw databaseFailed(`The argument to $each in ${operator} of "${path}" must be an array`);
  return { ...operand, $each: operand.$each };
}

function wholeNumber(name: string, value: unknown, path: string): number {
  if (typeof value !== 'number' || !Number.isInteger(value))
    throw databaseFailed(`${name} in $push of "${path}" must be a whole number`);
  return value;
}

/** By the elements themselves (1 or -1), or by paths in them. */
function sorter(sort: unknown, path: string): (a: unknown, b: unknown) => number {
  const keys = isPlainObject(sort) ? Object.entries(sort) : [['', sort] as const];
  if (keys.length === 0 || keys.some(([, direction]) => direction !== 1 && direction !== -1))
    throw databaseFailed(`$sort in $push of "${path}" must be 1, -1 or fields with 1 or -1`);
  return (a, b) => {
    for (const [key, direction] of keys) {
      const order = compare(valueAt(a, key), valueAt(b, key));
      if (order !== 0) return order * Number(direction);
    }
    return 0;
  };
}

const valueAt = (value: unknown, path: string): unknown =>
  path === ''
    ? value
    : path.split('.').reduce<unknown>((node, key) => (isPlainObject(node) ? node[key] : undefined), value);

function pullTest(operand: unknown): (item: unknown) => boolean {
  if (operand instanceof RegExp) return wrappedTest(operand);
  if (!isPlainObject(operand)) {
    const wanted = identityOf(operand);
    return (item) => identityOf(item) === wanted;
  }
  if (Object.keys(operand).some((key) => key.startsWith('$'))) return wrappedTest(operand);
  const matches = matcher(operand);
  return (item) => isPlainObject(item) && matches(item);
}

function wrappedTest(condition: RegExp | Document): (item: unknown) => boolean {
  const matches = matcher({ item: condition });
  return (item) => matches({ item });
}

const identityOf = (value: unknown): string => writeEjson([value]);
