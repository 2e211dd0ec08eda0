import { databaseFailed } from '../../protocol/refusal';
import { isPlainObject, type Document } from '../document';
import { matcher } from '../find-documents';

/**
 * The paths that a path with `$` (the element that the query matched) or `$[]` (all elements) stands for.
 *
 * @throws DATABASE_REQUEST_FAILED when the query does not mention the array, or for `$[filter]`
 */
export function concretePaths(document: Document, path: string, query: Document): string[] {
  const segments = path.split('.');
  const at = segments.findIndex((segment) => segment.startsWith('$'));
  if (at < 0) return [path];
  const [arrayPath, rest] = [segments.slice(0, at).join('.'), segments.slice(at + 1)];
  const list = valueAt(document, arrayPath);
  if (!Array.isArray(list))
    throw databaseFailed(`"${arrayPath}" is not an array, so "${path}" leads nowhere`);
  return indexesFor(segments[at] ?? '', list, arrayPath, query, path).flatMap((index) =>
    concretePaths(document, [arrayPath, index, ...rest].join('.'), query),
  );
}

function indexesFor(
  segment: string,
  list: readonly unknown[],
  arrayPath: string,
  query: Document,
  path: string,
): number[] {
  if (segment === '$[]') return [...list.keys()];
  if (segment !== '$')
    throw databaseFailed(`"${segment}" in "${path}" needs array filters, which the SDK cannot send`);
  const index = list.findIndex((element) => conditionsOn(arrayPath, query).some((meets) => meets(element)));
  if (index < 0)
    throw databaseFailed(
      `The positional operator did not find the match needed from the query: "${path}" needs a condition on "${arrayPath}"`,
    );
  return [index];
}

/** The query's conditions on the array, each as a test of one element. */
function conditionsOn(arrayPath: string, query: Document): ((element: unknown) => boolean)[] {
  return Object.entries(query).flatMap(([key, condition]) => {
    if (key === '$and' && Array.isArray(condition))
      return condition.filter(isPlainObject).flatMap((part) => conditionsOn(arrayPath, part));
    if (key !== arrayPath && !key.startsWith(`${arrayPath}.`)) return [];
    const inner = key.slice(arrayPath.length + 1);
    if (inner !== '') return [onMember(`element.${inner}`, condition)];
    return [
      isPlainObject(condition) && isPlainObject(condition.$elemMatch)
        ? onElement(condition.$elemMatch)
        : onMember('element', condition),
    ];
  });
}

function onMember(path: string, condition: unknown): (element: unknown) => boolean {
  const test = matcher({ [path]: condition });
  return (element) => test({ element });
}

/** `$elemMatch` speaks of each element: by operators of its value, or by its fields. */
function onElement(condition: Document): (element: unknown) => boolean {
  if (Object.keys(condition).some((key) => key.startsWith('$'))) return onMember('element', condition);
  const test = matcher(condition);
  return (element) => isPlainObject(element) && test(element);
}

const valueAt = (document: Document, path: string): unknown =>
  path
    .split('.')
    .reduce<unknown>(
      (node, key) =>
        Array.isArray(node) ? (node[Number(key)] as unknown) : isPlainObject(node) ? node[key] : undefined,
      document,
    );
