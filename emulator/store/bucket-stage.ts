import { databaseFailed } from '../protocol/refusal';
import { isPlainObject, type Document } from './document';

/**
 * `$bucket` as the stages MongoDB documents it to be: mingo's own puts a value that equals a boundary into the
 * bucket below.
 *
 * @throws DATABASE_REQUEST_FAILED unless there are at least two ascending boundaries
 */
export function bucketStages(bucket: unknown): Document[] {
  const { groupBy, boundaries, output, default: otherwise } = isPlainObject(bucket) ? bucket : {};
  if (!Array.isArray(boundaries) || boundaries.length < 2 || groupBy === undefined)
    throw databaseFailed('$bucket needs groupBy and at least two boundaries');
  const ascending = boundaries.every((boundary, index) => index === 0 || boundaries[index - 1] < boundary);
  if (!ascending) throw databaseFailed('the boundaries of $bucket must ascend');
  const branches = boundaries.slice(0, -1).map((from: unknown, index) => ({
    case: { $and: [{ $gte: [groupBy, from] }, { $lt: [groupBy, boundaries[index + 1] as unknown] }] },
    then: from,
  }));
  const bucketOf = { $switch: { branches, ...(otherwise !== undefined && { default: otherwise }) } };
  const counted = isPlainObject(output) ? output : { count: { $sum: 1 } };
  return [{ $group: { _id: bucketOf, ...counted } }, { $sort: { _id: 1 } }];
}
