import type { TreeElement, TreeNode } from './tree-node';

/** What is inside an element, as markup. */
export const innerWxml = ({ children }: TreeElement): string => children.map(markup).join('');

export const outerWxml = (element: TreeElement): string => markup(element);

function markup(node: TreeNode): string {
  if (node.kind === 'text') return escaped(node.text);
  const { tag, id, className, style, attributes } = node;
  const all: Readonly<Record<string, unknown>> = { id, class: className, style, ...attributes };
  const shown = Object.entries(all)
    .filter(([, value]) => value !== undefined && value !== '' && value !== false)
    .map(
      ([name, value]) =>
        ` ${name}="${escaped(typeof value === 'object' ? JSON.stringify(value) : String(value))}"`,
    );
  return `<${tag}${shown.join('')}>${innerWxml(node)}</${tag}>`;
}

const escaped = (text: string): string =>
  text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/"/g, '&quot;');
