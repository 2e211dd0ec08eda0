import { aggregate, type Stage } from '../store/aggregate';
import { isPlainObject } from '../store/document';
import type { Action, Request } from './action';
import { collectionOf } from './request-fields';
import { readEjson, writeEjson } from './ejson';
import { refuseLargeReply } from './reply-size';
import { invalidParam } from './refusal';

/** `aggregate()…end()`: stages as `{ stageKey: "$match", stageValue: "<EJSON>" }`. */
const aggregateDocuments: Action = (cloud, request) => {
  const stages = readStages(request, cloud.now());
  const list = aggregate(cloud.store, collectionOf(cloud, request), stages).map(writeEjson);
  refuseLargeReply(list);
  return { data: { list } };
};

function readStages(request: Request, now: number): Stage[] {
  if (!Array.isArray(request.stages)) throw invalidParam('"stages" must be a list');
  return request.stages.map((stage: unknown, index) => {
    if (!isPlainObject(stage) || typeof stage.stageKey !== 'string')
      throw invalidParam(`"stages[${index}]" must have a stageKey and a stageValue`);
    return { [stage.stageKey]: readEjson(stage.stageValue, `stages[${index}].stageValue`, now) };
  });
}

export const AGGREGATE_ACTIONS: Record<string, Action> = {
  'database.aggregateDocuments': aggregateDocuments,
};
