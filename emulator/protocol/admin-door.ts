import { randomBytes } from 'node:crypto';
import type { Action, Answer, Cloud, Request } from './action';
import { AGGREGATE_ACTIONS } from './aggregate-action';
import { DOCUMENT_ACTIONS } from './document-actions';
import { getDocument } from './get-document';
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

/** Reads wait for the documents that they give out; everything else for all that was applied so far. */
const WAITS_BY_ITSELF: ReadonlySet<Action> = new Set([getDocument]);

/**
 * One request of the SDK: a success with `requestId`, or `{ code, message, requestId }`. Nothing is answered, not
 * even a refusal such as a duplicate, that rests on what a crash could still undo.
 */
export async function answerAdmin(cloud: Cloud, request: Request): Promise<Answer> {
  const requestId = nextRequestId();
  try {
    const action = actionOf(cloud, request);
    const answer = await action(cloud, request);
    if (!WAITS_BY_ITSELF.has(action)) await cloud.store.settled();
    return { requestId, ...answer };
  } catch (thrown) {
    const code = thrown instanceof Refusal ? thrown.code : 'SYS_ERR';
    // When the disk is the reason, there is nothing to wait for.
    await Promise.resolve()
      .then(() => cloud.store.settled())
      .catch(() => undefined);
    return { requestId, code, message: reasonOf(thrown) };
  }
}

const thisRun = randomBytes(6).toString('hex');
let requests = 0;
const nextRequestId = (): string => `${thisRun}${(requests += 1).toString(16).padStart(8, '0')}`;

function actionOf(cloud: Cloud, request: Request): Action {
  const { action, envName } = request;
  const chosen = typeof action === 'string' && Object.hasOwn(ACTIONS, action) ? ACTIONS[action] : undefined;
  if (!chosen)
    throw new Refusal('INVALID_ACTION', `the local cloud does not know the action ${JSON.stringify(action)}`);
  if (typeof envName === 'string' && envName !== '' && envName !== cloud.envId)
    throw new Refusal('INVALID_ENV', `this cloud is the environment "${cloud.envId}", not "${envName}"`);
  return chosen;
}
