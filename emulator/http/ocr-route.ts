import { OcrDesk, type OcrOptions } from '../ocr/ocr-desk';
import type { Cloud } from '../protocol/action';
import { jsonReply, type Route } from './http-door';

const MOST_BYTES = 6 * 1024 * 1024;
const header = (value: string | string[] | undefined): string => (typeof value === 'string' ? value : '');

/** `POST /ocr/read`: a gateway's door, for functions. */
export function ocrRoute(cloud: () => Cloud, options: OcrOptions): Route {
  const desk = new OcrDesk(options, () => cloud().now());
  return {
    on: 'POST /ocr/read',
    mostBytes: MOST_BYTES,
    fromBrowser: false,
    answer: ({ body, headers }) => {
      const answer = desk.take({
        picture: body,
        card: header(headers['x-ocr-card']),
        time: header(headers['x-ocr-time']),
        signature: header(headers['x-ocr-signature']),
      });
      return 'status' in answer
        ? jsonReply({ read: false, reason: answer.reason }, answer.status)
        : jsonReply(answer);
    },
  };
}
