import type { Binding, TreeElement } from '../tree/tree-node';
import type { Builder } from './compile-wxml';
import { mustacheOf, textOf } from './mustache';
import type { Formula } from './operations';
import type { WxmlElement } from './wxml-node';

interface Attributes {
  readonly plain: readonly (readonly [string, Formula])[];
  readonly dataset: readonly (readonly [string, Formula])[];
  readonly bindings: readonly {
    readonly event: string;
    readonly method: Formula;
    readonly catches: boolean;
  }[];
}

const BINDING = /^(capture-|mut-)?(bind|catch):?(.+)$/;

/** One of WeChat's own tags, or a custom component. @throws Error for an attribute that is no expression */
export function compileElement(node: WxmlElement, children: Builder): Builder {
  const attributes = attributesOf(node);
  return (scope, site) => {
    const values = Object.fromEntries(attributes.plain.map(([name, formula]) => [name, formula(scope)]));
    const { id, class: className, style, ...others } = values;
    const own = site.component(node.tag, site.place, camelCased(others));
    const element: TreeElement = {
      kind: 'element',
      tag: node.tag,
      id: textOf(id),
      className: textOf(className),
      style: textOf(style),
      attributes: others,
      dataset: Object.fromEntries(attributes.dataset.map(([name, formula]) => [name, formula(scope)])),
      bindings: new Map(
        attributes.bindings.flatMap(({ event, method, catches }) => {
          const name = textOf(method(scope));
          const binding: Binding = { method: name, catches };
          return name === '' ? [] : [[event, binding] as const];
        }),
      ),
      owner: site.owner,
      place: site.place,
      children: own ?? children(scope, site),
      isComponent: own !== undefined,
    };
    return [element];
  };
}

function attributesOf(node: WxmlElement): Attributes {
  const plain: [string, Formula][] = [];
  const dataset: [string, Formula][] = [];
  const bindings: { event: string; method: Formula; catches: boolean }[] = [];
  for (const [name, written] of node.attributes) {
    if (name.startsWith('wx:')) continue;
    const formula: Formula = written === true ? () => true : mustacheOf(written);
    const [, special, kind, event] = BINDING.exec(name) ?? [];
    if (special !== undefined) throw new Error(`${name} is not modelled by this host`);
    if (event !== undefined) bindings.push({ event, method: formula, catches: kind !== 'bind' });
    else if (name.startsWith('data-')) dataset.push([camelCase(name.slice(5)), formula]);
    else plain.push([name, formula]);
  }
  return { plain, dataset, bindings };
}

const camelCase = (name: string): string =>
  name.toLowerCase().replace(/-([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());

const camelCased = (values: Readonly<Record<string, unknown>>): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(values).map(([name, value]) => [
      name.replace(/-([a-z0-9])/g, (_, letter: string) => letter.toUpperCase()),
      value,
    ]),
  );
