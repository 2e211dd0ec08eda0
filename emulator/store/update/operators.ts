import { compare } from 'mingo/util';
import { databaseFailed } from '../../protocol/refusal';
import { copyOf, isPlainObject } from '../document';
import { addToSet, pop, pull, pullAll, push } from './array-operators';
import { MISSING, type Found } from './change-at';

/** One of MongoDB's update operators for one field. */
export interface UpdateOperator {
  /** Whether it makes the path to its field; those that only take away do not. */
  readonly creates: boolean;
  /** @throws DATABASE_REQUEST_FAILED for values and operands it cannot work on */
  apply(before: Found, operand: unknown, path: string, now: number): Found;
}

const creating = (apply: UpdateOperator['apply']): UpdateOperator => ({ creates: true, apply });
const takingAway = (apply: UpdateOperator['apply']): UpdateOperator => ({ creates: false, apply });

/** `$rename` is not here: it works on two fields. */
export const UPDATE_OPERATORS: Readonly<Record<string, UpdateOperator>> = {
  $set: creating((_before, operand) => copyOf(operand)),
  $unset: takingAway(() => MISSING),
  $inc: creating(
    (before, operand, path) => numberIn(before, 0, '$inc', path) + operandOf('$inc', operand, path),
  ),
  $mul: creating(
    (before, operand, path) => numberIn(before, 0, '$mul', path) * operandOf('$mul', operand, path),
  ),
  $min: creating((before, operand) =>
    before !== MISSING && compare(before, operand) <= 0 ? before : operand,
  ),
  $max: creating((before, operand) =>
    before !== MISSING && compare(before, operand) >= 0 ? before : operand,
  ),
  $bit: creating(bit),
  $currentDate: creating((_before, operand, path, now) => currentDate(operand, path, now)),
  $push: creating(push),
  $addToSet: creating(addToSet),
  $pull: takingAway(pull),
  $pullAll: takingAway(pullAll),
  $pop: takingAway(pop),
};

function numberIn(before: Found, whenMissing: number, operator: string, path: string): number {
  if (before === MISSING) return whenMissing;
  if (typeof before === 'number') return before;
  throw databaseFailed(
    `Cannot apply ${operator} to a value of non-numeric type: "${path}" is ${JSON.stringify(before)}`,
  );
}

function operandOf(operator: string, operand: unknown, path: string): number {
  if (typeof operand === 'number') return operand;
  throw databaseFailed(`Cannot apply ${operator} with a non-numeric argument to "${path}"`);
}

function bit(before: Found, operand: unknown, path: string): number {
  const entries = isPlainObject(operand) ? Object.entries(operand) : [];
  let value = numberIn(before, 0, '$bit', path);
  if (!Number.isInteger(value))
    throw databaseFailed(`Cannot apply $bit to "${path}", which is not a whole number`);
  if (entries.length === 0) throw databaseFailed(`$bit of "${path}" needs and, or, xor with whole numbers`);
  for (const [name, bits] of entries) {
    if (typeof bits !== 'number' || !Number.isInteger(bits))
      throw databaseFailed(`$bit of "${path}" needs whole numbers`);
    if (name === 'and') value &= bits;
    else if (name === 'or') value |= bits;
    else if (name === 'xor') value ^= bits;
    else throw databaseFailed(`$bit of "${path}" does not know "${name}"`);
  }
  return value;
}

function currentDate(operand: unknown, path: string, now: number): Date {
  if (operand === true || (isPlainObject(operand) && operand.$type === 'date')) return new Date(now);
  throw databaseFailed(`$currentDate of "${path}" needs true or { $type: "date" }`);
}
