import { EJSON, BSONRegExp } from 'bson';
import type { Document } from '../store/document';
import { isPlainObject } from '../store/document';
import { LIMITS } from './limits';
import { databaseFailed, invalidParam, reasonOf } from './refusal';

/**
 * Reads the EJSON strings of the protocol.
 *
 * @param text canonical or relaxed EJSON
 * @param field the request field it came in, named when it is broken
 * @param now the cloud's instant in epoch milliseconds; `db.serverDate()` becomes it
 */
export function readEjson(text: unknown, field: string, now: number): unknown {
  if (typeof text !== 'string') throw invalidParam(`"${field}" must be an EJSON string, not ${kindOf(text)}`);
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (thrown) {
    throw invalidParam(`"${field}" is not valid EJSON: ${reasonOf(thrown)}`);
  }
  return revive(json, field, now, 0);
}

/** The same, where only an object makes sense. */
export function readEjsonObject(text: unknown, field: string, now: number): Document {
  const value = readEjson(text, field, now);
  if (!isPlainObject(value)) throw invalidParam(`"${field}" must be an EJSON object, not ${kindOf(value)}`);
  return value;
}

/** Canonical EJSON, which keeps the difference between an int, a long and a double. */
export const writeEjson = (value: unknown): string => EJSON.stringify(value, { relaxed: false });

const kindOf = (value: unknown): string =>
  value === null ? 'null' : Array.isArray(value) ? 'an array' : typeof value;

function revive(node: unknown, field: string, now: number, depth: number): unknown {
  if (typeof node !== 'object' || node === null) return node;
  if (depth > LIMITS.documentDepth)
    throw databaseFailed(`"${field}" is nested deeper than ${LIMITS.documentDepth} levels`);
  if (Array.isArray(node)) return node.map((item: unknown) => revive(item, field, now, depth + 1));
  const object = node as Document;
  const keys = Object.keys(object);
  const first = keys[0];
  if (first?.startsWith('$')) {
    const special = reviveTyped(object, first, field, now);
    if (special !== undefined) return special.value;
  }
  const revived: Document = {};
  for (const key of keys) {
    if (key === '__proto__') throw invalidParam(`"${field}" has a field named __proto__`);
    revived[key] = revive(object[key], field, now, depth + 1);
  }
  return revived;
}

/** `{ "$numberInt": "5" }` and its relatives; undefined when the key is an operator such as `$set`. */
function reviveTyped(
  object: Document,
  key: string,
  field: string,
  now: number,
): { value: unknown } | undefined {
  switch (key) {
    case '$numberInt':
    case '$numberLong':
    case '$numberDouble': {
      const text = object[key];
      const value = typeof text === 'string' ? Number(text) : NaN;
      if (Number.isNaN(value) && text !== 'NaN') throw invalidParam(`"${field}" has a bad ${key}`);
      return { value };
    }
    case '$date':
      return { value: reviveDate(object[key], field) };
    case '$tcb_server_date': {
      const offset = isPlainObject(object[key]) ? Number(reviveNumber(object[key].offset)) : NaN;
      if (!Number.isFinite(offset)) throw invalidParam(`"${field}" has a serverDate without an offset`);
      return { value: new Date(now + offset) };
    }
    case '$oid':
    case '$binary':
    case '$uuid':
    case '$timestamp':
    case '$numberDecimal':
    case '$minKey':
    case '$maxKey':
    case '$undefined':
    case '$symbol':
    case '$regularExpression':
      return { value: reviveByBson(object, field) };
    default:
      return undefined;
  }
}

function reviveByBson(object: Document, field: string): unknown {
  let value: unknown;
  try {
    value = EJSON.parse(JSON.stringify(object));
  } catch (thrown) {
    throw invalidParam(`"${field}" is not valid EJSON: ${reasonOf(thrown)}`);
  }
  return value instanceof BSONRegExp ? toRegExp(value, field) : value;
}

const reviveNumber = (value: unknown): unknown =>
  isPlainObject(value) ? (value.$numberInt ?? value.$numberLong ?? value.$numberDouble) : value;

function reviveDate(value: unknown, field: string): Date {
  const date = new Date(typeof value === 'string' ? value : Number(reviveNumber(value)));
  if (Number.isNaN(date.getTime())) throw invalidParam(`"${field}" has a bad $date`);
  return date;
}

/** Flags that JavaScript does not have (x, l) cannot be followed, so they are refused. */
function toRegExp(source: BSONRegExp, field: string): RegExp {
  try {
    return new RegExp(source.pattern, source.options);
  } catch (thrown) {
    throw databaseFailed(`"${field}" has a regular expression that cannot be used: ${reasonOf(thrown)}`);
  }
}
