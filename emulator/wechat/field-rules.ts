/** Kinds of template fields; WeChat names fields after them (`thing1`, `time2`). */
export type FieldKind =
  | 'thing'
  | 'number'
  | 'letter'
  | 'symbol'
  | 'character_string'
  | 'time'
  | 'date'
  | 'amount'
  | 'phone_number'
  | 'car_number'
  | 'name'
  | 'phrase'
  | 'const';

const HAN = '\\p{Script=Han}';
const DAY = '\\d{4}年\\d{1,2}月\\d{1,2}日';
const HOUR = '\\d{1,2}:\\d{2}(:\\d{2})?';

/** What a value must look like. Lengths count code points (the `u` flag), not UTF-16 units. */
const RULES: Record<FieldKind, RegExp> = {
  thing: /^.{1,20}$/u,
  number: /^\d+(\.\d+)?$/u,
  letter: /^[A-Za-z]{1,32}$/u,
  symbol: /^[^\p{L}\p{N}\s]{1,5}$/u,
  character_string: /^[\x21-\x7e]{1,32}$/u,
  time: new RegExp(`^(${DAY} )?${HOUR}(~(${DAY} )?${HOUR})?$|^${DAY}$`, 'u'),
  date: new RegExp(`^${DAY}( ${HOUR})?(~${DAY}( ${HOUR})?)?$`, 'u'),
  amount: /^[¥￥$€£]?\d{1,10}(\.\d+)?元?$/u,
  phone_number: /^[\d+() -]{1,17}$/u,
  car_number: /^.{1,8}$/u,
  name: new RegExp(`^[${HAN}·]{1,10}$|^[\\p{Script=Latin}\\p{P}\\s]{1,20}$`, 'u'),
  phrase: new RegExp(`^${HAN}{1,5}$`, 'u'),
  const: /^.{1,20}$/u,
};

/** Whether WeChat would take the value for a field of this kind. A number may have at most 32 digits. */
export const fitsField = (kind: FieldKind, value: string): boolean =>
  RULES[kind].test(value) && (kind !== 'number' || value.length <= 32) && value.trim() !== '';
