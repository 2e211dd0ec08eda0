/**
 * WeChat's rules for the values of a message's fields, counted in code points; `sms` is what gateways usually take. Too long is cut with an ellipsis:
 * a reminder that says a little less is better than none (47003 refuses the whole message).
 */
const LIMITS = { thing: 20, name: 10, phrase: 5, character_string: 32, sms: 30 } as const;

const oneLine = (text: string): string => text.replace(/\s+/gu, ' ').trim();

export function fitField(kind: keyof typeof LIMITS, text: string): string {
  const points = [...oneLine(text)];
  const limit = LIMITS[kind];
  if (points.length <= limit) return points.join('') || '无';
  return `${points.slice(0, limit - 1).join('')}…`;
}
