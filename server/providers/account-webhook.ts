import { createHmac } from 'node:crypto';
import type { AccountAnswer, AccountOrder, Accounts } from '../ports';

const ANSWER_WITHIN_MS = 5000;

/**
 * Accounts of the company's other systems over one signed HTTP address (docs/account-webhook.md): whoever keeps mail and
 * OA puts a few lines behind it. The order's key makes a repetition harmless.
 */
export function accountWebhook(url: string, key: string): Accounts {
  const send = async (action: 'freeze' | 'restore', order: AccountOrder): Promise<AccountAnswer> => {
    const body = JSON.stringify({ action, ...order });
    const time = String(Date.now());
    const signature = createHmac('sha256', key).update(`${time}\n${body}`).digest('hex');
    try {
      const response = await fetch(url, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          'x-account-time': time,
          'x-account-signature': signature,
        },
        body,
        // A redirect would carry the order to somebody else.
        redirect: 'error',
        signal: AbortSignal.timeout(ANSWER_WITHIN_MS),
      });
      return readAnswer(response.status, await response.text());
    } catch (error) {
      return {
        done: false,
        reason: error instanceof Error ? error.name : 'unreachable',
        worthRepeating: true,
      };
    }
  };
  return { freeze: (order) => send('freeze', order), restore: (order) => send('restore', order) };
}

/** Where no address is configured: somebody does it by hand, and hears so once. */
export const noAccounts: Accounts = {
  freeze: () => Promise.resolve({ done: false, reason: 'not-configured', worthRepeating: false }),
  restore: () => Promise.resolve({ done: false, reason: 'not-configured', worthRepeating: false }),
};

function readAnswer(status: number, text: string): AccountAnswer {
  try {
    const answer = JSON.parse(text) as { done?: unknown };
    if (status === 200 && answer.done === true) return { done: true };
  } catch {
    // Not an answer of ours: its status says enough.
  }
  return { done: false, reason: `status ${status}`, worthRepeating: true };
}
