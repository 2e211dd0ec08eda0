import type { Action, Request } from './action';
import { invalidParam } from './refusal';

const idOf = (request: Request): string => {
  if (typeof request.transactionId !== 'string' || request.transactionId === '')
    throw invalidParam('"transactionId" is missing');
  return request.transactionId;
};

export const TRANSACTION_ACTIONS: Record<string, Action> = {
  'database.startTransaction': (cloud) => ({ transactionId: cloud.transactions.start() }),
  'database.commitTransaction': (cloud, request) => {
    cloud.transactions.commit(idOf(request));
    return {};
  },
  'database.abortTransaction': (cloud, request) => {
    cloud.transactions.abort(idOf(request));
    return {};
  },
};
