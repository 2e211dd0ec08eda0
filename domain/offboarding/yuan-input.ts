import { ok, refuse } from '../result';
import type { Refusal, Result } from '../result';

/** Why what somebody typed is no amount. */
export type YuanFault = 'blank' | 'not a number' | 'negative' | 'more than two decimals' | 'too large';

/** 100 million yuan, as for a line of a settlement. */
const LARGEST_YUAN_DIGITS = 9;

/**
 * Whole 分 out of yuan as people type them: '1234.5', '12,345.67', full-width digits, a '¥' or '元' beside them. By the
 * digits themselves: through a floating-point number 1.15 yuan would be 114 分.
 */
export function fenOfYuan(
  typed: string,
): Result<number, Refusal<'yuan.invalid', { readonly why: YuanFault }>> {
  const no = (why: YuanFault) => refuse('yuan.invalid', { why });
  const plain = halfWidth(typed).replace(/[\s¥￥元]/g, '');
  if (plain === '') return no('blank');
  if (/^[-−]/.test(plain)) return no('negative');
  const digits = plain.includes(',') ? ungrouped(plain) : plain;
  const [, yuan = '', fen = ''] = /^(\d+)(?:\.(\d*))?$/.exec(digits ?? '') ?? [];
  if (yuan === '') return no('not a number');
  if (fen.length > 2) return no('more than two decimals');
  if (yuan.replace(/^0+/, '').length > LARGEST_YUAN_DIGITS) return no('too large');
  const total = Number(yuan) * 100 + Number(fen.padEnd(2, '0'));
  return total > 10_000_000_000 ? no('too large') : ok(total);
}

/** Commas only between groups of three: '1,23' may be a slip for '1.23' and is not guessed at. */
const ungrouped = (text: string): string | null =>
  /^\d{1,3}(,\d{3})+(\.\d*)?$/.test(text) ? text.replace(/,/g, '') : null;

const halfWidth = (text: string): string =>
  text
    .replace(/[０-９．，－]/g, (char) => String.fromCharCode(char.charCodeAt(0) - 0xfee0))
    .replace(/。/g, '.');
