/** What a paper prints for its check. */
export interface Printed {
  readonly number: string;
  readonly code: string;
}

/**
 * Out of a link (`number`, `code`) or of a 小程序码's scene, which has room for 32 characters:
 * 'ZM20264F7K9Q2M.0123456789abcdef'. null when it holds no such thing.
 */
export function printedIn(params: Readonly<Record<string, string | undefined>>): Printed | null {
  const { number, code, scene } = params;
  if (number !== undefined && code !== undefined)
    return { number: decodeURIComponent(number), code: decodeURIComponent(code) };
  const match = /^([A-Z]{2})(\d{4})([0-9A-Z]{4})([0-9A-Z]{4})\.([0-9a-f]{16})$/.exec(
    decodeURIComponent(scene ?? ''),
  );
  if (!match) return null;
  const [, kind, year, first, second, digits = ''] = match;
  return { number: `${kind}-${year}-${first}-${second}`, code: digits };
}
