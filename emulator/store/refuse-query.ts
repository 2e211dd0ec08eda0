import { databaseFailed } from '../protocol/refusal';
import type { Document } from './document';
import { isPlainObject } from './document';

/** Refuses queries that MongoDB refuses and mingo forgives. */
export function refuseQuery(query: Document): void {
  for (const [key, value] of Object.entries(query)) {
    if (key === '$and' || key === '$or' || key === '$nor') {
      if (!Array.isArray(value) || value.length === 0)
        throw databaseFailed(`${key} must be a nonempty array`);
      for (const part of value) {
        if (!isPlainObject(part)) throw databaseFailed(`${key} entries need to be full objects`);
        refuseQuery(part);
      }
    } else if (!key.startsWith('$') && isPlainObject(value)) {
      refuseOperators(key, value);
    }
  }
}

function refuseOperators(path: string, condition: Document): void {
  for (const [operator, operand] of Object.entries(condition)) {
    switch (operator) {
      case '$in':
      case '$nin':
      case '$all':
        if (!Array.isArray(operand)) throw databaseFailed(`${operator} of "${path}" needs an array`);
        break;
      case '$size':
        if (!Number.isInteger(operand) || Number(operand) < 0)
          throw databaseFailed(`$size of "${path}" must be a whole number that is not negative`);
        break;
      case '$mod':
        if (!Array.isArray(operand) || operand.length !== 2 || Number(operand[0]) === 0)
          throw databaseFailed(`$mod of "${path}" needs [divisor, remainder] with a divisor other than 0`);
        break;
      case '$not':
        if (!isPlainObject(operand) && !(operand instanceof RegExp))
          throw databaseFailed(`$not of "${path}" needs a regular expression or an object of operators`);
        if (isPlainObject(operand)) refuseOperators(path, operand);
        break;
      case '$near':
      case '$nearSphere':
      case '$geoWithin':
      case '$geoIntersects':
        throw databaseFailed(`the local cloud has no geographic queries (${operator} of "${path}")`);
    }
  }
}
