import { posix } from 'node:path';
import postcss from 'postcss';
import type { ProgramFiles } from '../program/program-files';

/** All of rpx's width, whatever the screen: a half of a 375 px phone's. */
const RPX_OF_A_SCREEN = 750;

/**
 * A page's styles for a browser: app.wxss and its own, imports in their places, WeChat's tags under the names of
 * `html-of-page.ts`. A file that is missing counts as empty, as in WeChat.
 */
export const cssOfPage = (files: ProgramFiles, page: string): string =>
  ['app.wxss', `${page}.wxss`].map((file) => cssOfFile(files, file, new Set())).join('\n');

function cssOfFile(files: ProgramFiles, file: string, open: ReadonlySet<string>): string {
  if (!files.has(file) || open.has(file)) return '';
  const root = postcss.parse(files.text(file), { from: file });
  const imported: string[] = [];
  root.walkAtRules('import', (rule) => {
    const src = rule.params.replace(/^["']|["']$/g, '');
    const place = src.startsWith('/') ? src.slice(1) : posix.join(posix.dirname(file), src);
    imported.push(cssOfFile(files, place, new Set([...open, file])));
    rule.remove();
  });
  root.walkRules((rule) => {
    const keyframe =
      rule.parent?.type === 'atrule' && /keyframes$/.test((rule.parent as postcss.AtRule).name);
    if (!keyframe) rule.selectors = rule.selectors.map(browserSelector);
  });
  root.walkDecls((declaration) => {
    declaration.value = declaration.value.replace(
      /(-?[\d.]+)rpx\b/g,
      (_, length: string) => `calc(${length} * 100vw / ${RPX_OF_A_SCREEN})`,
    );
  });
  return [...imported, root.toString()].join('\n');
}

/** `page view.a > text` becomes `wx-page wx-view.a > wx-text`; classes, ids and states stay. */
export const browserSelector = (selector: string): string =>
  selector.replace(/(^|[\s>+~(])([a-z][a-z-]*)/g, (_, before: string, tag: string) => `${before}wx-${tag}`);
