import type { Action } from './action';
import { LIMITS } from './limits';
import { databaseFailed, invalidParam, Refusal } from './refusal';

/** `createCollection`. */
export const addCollection: Action = (cloud, request) => {
  const name = request.collectionName;
  if (typeof name !== 'string' || !/^[a-zA-Z0-9][a-zA-Z0-9_-]{0,63}$/.test(name))
    throw invalidParam('"collectionName" must be letters, digits, _ or -, beginning with a letter or digit');
  if (cloud.store.has(name))
    throw databaseFailed(`[ResourceInUse] Table exist: the collection "${name}" exists already`);
  if (cloud.store.collectionNames().length >= LIMITS.collections)
    throw new Refusal(
      'DATABASE_COLLECTION_EXCEED_LIMIT',
      `there are ${LIMITS.collections} collections already, which is the most`,
    );
  cloud.store.createCollection(name);
  return {};
};
