import { randomBytes } from 'node:crypto';
import type { Action, Answer, Cloud, Request } from './action';
import { AGGREGATE_ACTIONS } from './aggregate-action';
import { DOCUMENT_ACTIONS } from './document-actions';
import { FUNCTION_ACTIONS } from './function-actions';
import { reasonOf, Refusal } from './refusal';
import { STORAGE_ACTIONS } from './storage-actions';
import { TRANSACTION_ACTIONS } from './transaction-actions';
import { WECHAT_ACTIONS } from './wechat-actions';

const ACTIONS: Readonly<Record<string, Action>> = {
  ...DOCUMENT_ACTIONS,
  ...AGGREGATE_ACTIONS,
  ...TRANSACTION_ACTIONS,
  ...FUNCTION_ACTIONS,
  ...STORAGE_ACTIONS,
  ...WECHAT_ACTIONS,
};

/**
 * One request of the SDK: a success with `requestId`, or `{ code, message, requestId }`.
 * The answer is given only when everything applied so far is on disk, so that nobody acts on what could vanish.
 */
export async function answerAdmin(cloud: Cloud, request: Request): Promise<Answer> {
  const requestId = randomBytes(12).toString('hex');
  try {
    const answer = await actionOf(cloud, request)(cloud, request);
    await cloud.store.settled();
    return { requestId, ...answer };
  } catch (thrown) {
    const code = thrown instanceof Refusal ? thrown.code : 'SYS_ERR';
    return { requestId, code, message: reasonOf(thrown) };
  }
}

function actionOf(cloud: Cloud, request: Request): Action {
  const { action, envName } = request;
  const chosen = typeof action === 'string' && Object.hasOwn(ACTIONS, action) ? ACTIONS[action] : undefined;
  if (!chosen)
    throw new Refusal('INVALID_ACTION', `the local cloud does not know the action ${JSON.stringify(action)}`);
  if (typeof envName === 'string' && envName !== '' && envName !== cloud.envId)
    throw new Refusal('INVALID_ENV', `this cloud is the environment "${cloud.envId}", not "${envName}"`);
  return chosen;
}
