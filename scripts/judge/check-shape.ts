import { readFileSync } from 'node:fs';
import Ajv from 'ajv';
import type { ErrorObject } from 'ajv';
import type { Unreadable } from '../../domain/attendance/judge/read-text';
import { inRoot } from '../root';

/** What a JSON Schema error says, in the words HR reads; the rest as the schema library says it. */
const REASONS: Readonly<Record<string, (params: Record<string, unknown>) => string>> = {
  required: ({ missingProperty }) => `缺少 ${String(missingProperty)}`,
  additionalProperties: ({ additionalProperty }) => `没有 ${String(additionalProperty)} 这个字段`,
  type: ({ type }) => `类型应为 ${String(type)}`,
  enum: ({ allowedValues }) => `应为 ${(allowedValues as unknown[]).join('、')} 之一`,
  const: ({ allowedValue }) => `应为 ${String(allowedValue)}`,
  minimum: ({ limit }) => `不能小于 ${String(limit)}`,
  maximum: ({ limit }) => `不能大于 ${String(limit)}`,
  minItems: ({ limit }) => `至少 ${String(limit)} 项`,
  maxItems: ({ limit }) => `最多 ${String(limit)} 项`,
  minLength: () => '不能为空',
};

/** '/rules/0/timetable' as 'rules[0].timetable'. */
const fieldOf = (path: string): string =>
  path
    .split('/')
    .slice(1)
    .reduce(
      (field, part) => (/^\d+$/.test(part) ? `${field}[${part}]` : field === '' ? part : `${field}.${part}`),
      '',
    );

const unreadable = ({ instancePath, keyword, params, message }: ErrorObject): Unreadable => ({
  field: fieldOf(instancePath) || '(file)',
  reason: REASONS[keyword]?.(params as Record<string, unknown>) ?? message ?? keyword,
});

/** A checker of a file's shape against docs/judge.schema.json: the fields that are wrong, or none. */
export function shapeChecker(): (file: unknown) => readonly Unreadable[] {
  const schema = JSON.parse(readFileSync(inRoot('docs', 'judge.schema.json'), 'utf8')) as object;
  const validate = new Ajv({ strict: true, allErrors: false, allowUnionTypes: true }).compile(schema);
  return (file) => (validate(file) ? [] : mostTelling(validate.errors ?? []).map(unreadable));
}

/** Of a choice that failed every way, the complaint that got furthest into it. */
function mostTelling(errors: readonly ErrorObject[]): readonly ErrorObject[] {
  const plain = errors.filter(({ keyword }) => keyword !== 'oneOf');
  const deepest = Math.max(...plain.map(({ instancePath }) => instancePath.length));
  const telling = plain.filter(({ instancePath }) => instancePath.length === deepest);
  return telling.length > 0 ? telling.slice(0, 3) : errors;
}
