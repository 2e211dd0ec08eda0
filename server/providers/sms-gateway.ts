import { createHmac } from 'node:crypto';
import type { Sms, SmsDelivery } from '../ports';

const ANSWER_WITHIN_MS = 5000;

/**
 * Short messages over an HTTP gateway (docs/sms-gateway.md): one signed POST a message. Whoever has a contract with
 * another provider puts that protocol behind an address, or another adapter here.
 */
export function smsGateway(url: string, key: string): Sms {
  return {
    async send(message) {
      const body = JSON.stringify(message);
      const time = String(Date.now());
      const signature = createHmac('sha256', key).update(`${time}\n${body}`).digest('hex');
      try {
        const response = await fetch(url, {
          method: 'POST',
          headers: { 'content-type': 'application/json', 'x-sms-time': time, 'x-sms-signature': signature },
          body,
          signal: AbortSignal.timeout(ANSWER_WITHIN_MS),
        });
        return readAnswer(response.status, await response.text());
      } catch (error) {
        // The reason goes to the log: the gateway's address may be in the message, a phone number is not.
        return { sent: false, reason: error instanceof Error ? error.name : 'unreachable' };
      }
    },
  };
}

/** Where no gateway is configured: nothing is sent, and whoever asks hears it. */
export const noSms: Sms = { send: () => Promise.resolve({ sent: false, reason: 'not-configured' }) };

function readAnswer(status: number, text: string): SmsDelivery {
  try {
    const answer = JSON.parse(text) as { sent?: unknown; reason?: unknown };
    if (answer.sent === true) return { sent: true };
    return { sent: false, reason: typeof answer.reason === 'string' ? answer.reason : `status ${status}` };
  } catch {
    return { sent: false, reason: `status ${status}` };
  }
}
