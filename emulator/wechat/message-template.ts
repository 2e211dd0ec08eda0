import { fitsField, type FieldKind } from './field-rules';

/** A subscription-message template as the account has selected it. */
export interface MessageTemplate {
  readonly id: string;
  readonly title: string;
  readonly fields: Readonly<Record<string, FieldKind>>;
}

/** Every field of the template and no other, each fit for its kind. */
export function readValues(
  template: MessageTemplate,
  data: unknown,
): Record<string, string> | { wrong: string } {
  const given = (typeof data === 'object' && data !== null ? data : {}) as Record<
    string,
    { value?: unknown } | undefined
  >;
  const stranger = Object.keys(given).find((field) => !Object.hasOwn(template.fields, field));
  if (stranger !== undefined) return { wrong: stranger };
  const values: Record<string, string> = {};
  for (const [field, kind] of Object.entries(template.fields)) {
    const value = given[field]?.value;
    if (typeof value !== 'string' && typeof value !== 'number') return { wrong: field };
    if (!fitsField(kind, String(value))) return { wrong: field };
    values[field] = String(value);
  }
  return values;
}
