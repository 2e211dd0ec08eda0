import { type Document, isPlainObject } from './document';

/**
 * The same query in words that mingo reads as MongoDB does. `$mod` is for numbers only (mingo lets it match null), and a
 * path through an array of objects that hold arrays finds the values inside: mingo does so for one value, but not for
 * `$in`, `$nin` and `$all`.
 */
export function asMongoReads(query: Document): Document {
  const said: Document = {};
  const besides: Document[] = [];
  for (const [key, value] of Object.entries(query)) {
    if (key.startsWith('$')) {
      said[key] = Array.isArray(value)
        ? value.map((part: unknown) => (isPlainObject(part) ? asMongoReads(part) : part))
        : value;
      continue;
    }
    const condition = isPlainObject(value) && '$mod' in value ? { $type: 'number', ...value } : value;
    if (!key.includes('.') || !isPlainObject(condition)) {
      said[key] = condition;
      continue;
    }
    const { rest, instead } = valueByValue(key, condition);
    if (Object.keys(rest).length > 0 || instead.length === 0) said[key] = rest;
    besides.push(...instead);
  }
  return besides.length === 0 ? said : { $and: [said, ...besides] };
}

/** `$in`, `$nin` and `$all` at a path as comparisons with one value each; the other operators stay. */
function valueByValue(
  path: string,
  { $in, $nin, $all, ...rest }: Document,
): { readonly rest: Document; readonly instead: readonly Document[] } {
  const kept: Document = { ...rest };
  const instead: Document[] = [];
  const split = (operator: string, values: unknown, join: (each: readonly Document[]) => Document): void => {
    if (values === undefined) return;
    // An empty list, and one that is none, are mingo's to judge.
    if (!Array.isArray(values) || values.length === 0) kept[operator] = values;
    else instead.push(join(values.map((value: unknown) => ({ [path]: value }))));
  };
  split('$in', $in, (each) => ({ $or: each }));
  split('$nin', $nin, (each) => ({ $nor: each }));
  split('$all', $all, (each) => ({ $and: each }));
  return { rest: kept, instead };
}
