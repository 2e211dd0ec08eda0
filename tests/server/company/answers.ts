import type { Envelope, WireRefusal } from '@contract/envelope';

/** The value of an answer that should be a yes. */
export function granted<Value>(answer: Envelope<Value>): Value {
  if (!answer.ok) throw new Error(`not granted: ${JSON.stringify(answer)}`);
  return answer.value;
}

/** The refusal of an answer that should be an expected no. */
export function refused(answer: Envelope<unknown>): WireRefusal {
  if (answer.ok || !('refusal' in answer)) throw new Error(`not refused: ${JSON.stringify(answer)}`);
  return answer.refusal;
}

/** 'ok', the code of the refusal, or 'fault'. */
export const outcome = (answer: Envelope<unknown>): string =>
  answer.ok ? 'ok' : 'refusal' in answer ? answer.refusal.code : 'fault';
