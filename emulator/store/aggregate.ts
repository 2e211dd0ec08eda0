import { Aggregator } from 'mingo';
import { databaseFailed, Refusal, reasonOf } from '../protocol/refusal';
import { bucketStages } from './bucket-stage';
import { copyOf, isPlainObject, type Document } from './document';
import type { DocumentStore } from './document-store';
import { matchingSlots } from './find-documents';
import { refuseQuery } from './refuse-query';

/** One stage of a pipeline, as `{ $match: … }`. */
export type Stage = Readonly<Record<string, unknown>>;

/** What the SDK's aggregate object can say, and the stages of the same MongoDB version that only read. */
const STAGES = new Set([
  '$addFields',
  '$bucket',
  '$bucketAuto',
  '$count',
  '$facet',
  '$group',
  '$limit',
  '$lookup',
  '$match',
  '$project',
  '$replaceRoot',
  '$replaceWith',
  '$sample',
  '$set',
  '$skip',
  '$sort',
  '$sortByCount',
  '$unset',
  '$unwind',
]);

/**
 * Runs a pipeline. A leading `$match` uses the indexes.
 *
 * @throws DATABASE_INVALID_OPERRATOR for unknown stages, DATABASE_REQUEST_FAILED for what MongoDB refuses
 */
export function aggregate(
  store: DocumentStore,
  collectionName: string,
  stages: readonly Stage[],
): Document[] {
  for (const stage of stages) refuseStage(stage);
  const [first, ...others] = stages;
  const match = isPlainObject(first?.$match) ? first.$match : undefined;
  const start = matchingSlots(store.collection(collectionName), match ?? {});
  // Stages may write into what they are given, so they get copies.
  const input = start.map(({ current }) => copyOf(current.document));
  try {
    const rest = (match ? others : stages).flatMap((stage) =>
      '$bucket' in stage ? bucketStages(stage.$bucket) : [stage],
    );
    const aggregator = new Aggregator(rest, {
      scriptEnabled: false,
      collectionResolver: (name) =>
        store.has(name) && !name.startsWith('$')
          ? [...store.collection(name).slots.values()].map(({ current }) => copyOf(current.document))
          : [],
    });
    return aggregator.run<Document>(input);
  } catch (thrown) {
    throw thrown instanceof Refusal ? thrown : databaseFailed(reasonOf(thrown));
  }
}

function refuseStage(stage: Stage): void {
  const [name = '', ...more] = Object.keys(stage);
  if (more.length > 0) throw databaseFailed('a pipeline stage must have exactly one field');
  if (!STAGES.has(name)) throw new Refusal('DATABASE_INVALID_OPERRATOR', `the stage "${name}" is not known`);
  const value = stage[name];
  if (name === '$match') {
    if (!isPlainObject(value)) throw databaseFailed('the match filter must be an object');
    refuseQuery(value);
  }
  if (
    (name === '$limit' || name === '$skip') &&
    (!Number.isInteger(value) || Number(value) < (name === '$limit' ? 1 : 0))
  )
    throw databaseFailed(`${name} must be a whole number${name === '$limit' ? ' above 0' : ''}`);
  if (name === '$group' && (!isPlainObject(value) || !('_id' in value)))
    throw databaseFailed('a group specification must include an _id');
  if (name === '$count' && (typeof value !== 'string' || value === ''))
    throw databaseFailed('the count field must be a non-empty string');
}
