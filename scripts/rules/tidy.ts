import { format, resolveConfig } from 'prettier';
import { inRoot } from '../root';

/** A Markdown page as the formatter would leave it, so that writing and formatting agree. */
export async function tidy(page: string): Promise<string> {
  const file = inRoot('docs', 'page.md');
  return format(page, { ...(await resolveConfig(file)), parser: 'markdown' });
}
