import { createHmac } from 'node:crypto';
import type { CardReader, CardReading } from '../ports';

const ANSWER_WITHIN_MS = 8000;

/**
 * Reads pictures of cards over an HTTP gateway (docs/ocr-gateway.md): one signed POST a picture. What is read goes to
 * the caller and nowhere else; the log hears reasons only.
 */
export function ocrGateway(url: string, key: string): CardReader {
  return {
    async read(card, picture) {
      const time = String(Date.now());
      const signature = createHmac('sha256', key).update(`${time}\n${card}\n`).update(picture).digest('hex');
      try {
        const response = await fetch(url, {
          method: 'POST',
          headers: {
            'content-type': 'application/octet-stream',
            'x-ocr-time': time,
            'x-ocr-card': card,
            'x-ocr-signature': signature,
          },
          body: Buffer.from(picture),
          signal: AbortSignal.timeout(ANSWER_WITHIN_MS),
        });
        return readAnswer(response.status, await response.text());
      } catch (error) {
        return { read: false, reason: error instanceof Error ? error.name : 'unreachable' };
      }
    },
  };
}

function readAnswer(status: number, text: string): CardReading {
  try {
    const answer = JSON.parse(text) as { read?: unknown; name?: unknown; number?: unknown; reason?: unknown };
    const words = (value: unknown) => (typeof value === 'string' && value !== '' ? value : null);
    if (answer.read === true) return { read: true, name: words(answer.name), number: words(answer.number) };
    return { read: false, reason: words(answer.reason) ?? `status ${status}` };
  } catch {
    return { read: false, reason: `status ${status}` };
  }
}
