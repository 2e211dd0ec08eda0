import { RETENTION } from '@domain/evidence/retention';
import type { DocumentRow } from '@domain/evidence/bundle';

const TITLES = ['序号', '文件', '名称', '版本', '保存类别', '状态', 'SHA-256'];

/** The list of documents for people: a spreadsheet opens it (UTF-8 with a mark, CRLF). */
export function indexCsv(rows: readonly DocumentRow[]): string {
  const body = rows.map((row, index) => [
    String(index + 1),
    row.path ?? '',
    row.title,
    String(row.version),
    retentionTitle(row.retention),
    row.state === 'kept' ? '在档' : '已按规定销毁',
    row.digest,
  ]);
  return `\uFEFF${[TITLES, ...body].map((cells) => cells.map(cell).join(',')).join('\r\n')}\r\n`;
}

const retentionTitle = (name: string): string =>
  (RETENTION as Readonly<Record<string, { readonly title: string } | undefined>>)[name]?.title ?? name;

/** Quoted where needed; what a spreadsheet would run as a formula becomes text. */
function cell(text: string): string {
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replace(/"/g, '""')}"` : safe;
}
