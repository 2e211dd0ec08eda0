import type { WeappHost } from '../weapp-host';
import { drawingOf } from './drawing-of-canvas';
import type { PageView } from '../page/page-view';
import type { Program } from '../program/program';
import type { TreeElement, TreeNode } from '../tree/tree-node';
import { cssOfPage } from './css-of-wxss';
import { NATIVE_LOOK } from './native-look';

/** What a phone holds that a picture shows. */
type Held = ReadonlyMap<string, Buffer>;

/** The page on top as a document of its own, as wide and high as the frame that shows it. */
export function htmlOfPage(host: WeappHost, held: Held): string {
  const { program, page } = host;
  const css = cssOfPage(program.files, page.route);
  const body = page.tree.map((node) => markup(node, { host, program, page, held })).join('');
  return `<!doctype html><meta charset="utf-8"><style>${NATIVE_LOOK}</style><style>${css}</style><wx-page>${body}</wx-page>`;
}

interface Around {
  readonly host: WeappHost;
  readonly program: Program;
  readonly page: PageView;
  readonly held: Held;
}

function markup(node: TreeNode, around: Around): string {
  if (node.kind === 'text') return escaped(node.text);
  const children = node.children.map((child) => markup(child, around)).join('');
  // A component of Taro's has no box of its own: its host is virtual.
  if (node.isComponent) return children;
  const shown = { id: node.id, class: node.className, style: styleOf(node, around) };
  const attributes = Object.entries(shown).flatMap(([name, value]) =>
    value === '' ? [] : [` ${name}="${escaped(value)}"`],
  );
  const checked = node.attributes.checked === true ? ' checked' : '';
  return `<wx-${node.tag}${attributes.join('')}${checked}>${inside(node, around)}${children}</wx-${node.tag}>`;
}

/** The words of fields and of the tags that WeChat draws itself. */
function inside(node: TreeElement, { page, host }: Around): string {
  if (node.tag === 'map') return '<i>地图</i>';
  if (node.tag === 'canvas') return drawingOf(host.canvas(node.id));
  if (node.tag !== 'input' && node.tag !== 'textarea') return '';
  const value = page.typedAt(node.place) ?? String(node.attributes.value ?? '');
  if (value !== '') return escaped(value);
  const { placeholder, 'placeholder-class': placeholderClass } = node.attributes;
  return `<span class="${node.tag}-placeholder ${escaped(String(placeholderClass ?? ''))}">${escaped(String(placeholder ?? ''))}</span>`;
}

function styleOf(node: TreeElement, { program, held }: Around): string {
  const src = node.tag === 'image' ? String(node.attributes.src ?? '') : '';
  if (src === '') return node.style;
  const packed = src.replace(/^\//, '');
  const bytes = held.get(src) ?? (program.files.has(packed) ? program.files.bytes(packed) : undefined);
  return bytes === undefined
    ? node.style
    : `${node.style};background-image:url(data:image/*;base64,${bytes.toString('base64')})`;
}

const escaped = (text: string): string =>
  text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/"/g, '&quot;');
