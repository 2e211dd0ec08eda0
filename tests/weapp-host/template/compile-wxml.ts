import type { TreeNode } from '../tree/tree-node';
import { compileElement } from './compile-element';
import { recordOf } from './expression';
import { insideOf, mustacheOf, textOf } from './mustache';
import { scopeOf, type Scope } from './scope';
import type { Site } from './site';
import { TemplateError, type WxmlElement, type WxmlNode } from './wxml-node';

/** A piece of a template, ready to be worked out with the names of a page. */
export type Builder = (scope: Scope, site: Site) => TreeNode[];

/** What the pieces of one wxml file need of it. */
export interface FileOfTemplates {
  readonly file: string;
  /** @throws Error saying that the template is not found */
  template(name: string): { readonly build: Builder; readonly wxs: Readonly<Record<string, unknown>> };
  /** The body of another file, for `<include>`. */
  body(src: string): Builder;
}

/** Tags that say something about the file and show nothing. */
const DECLARATIONS = ['import', 'wxs'];

export function compileNodes(nodes: readonly WxmlNode[], home: FileOfTemplates): Builder {
  const builders: Builder[] = [];
  for (let at = 0; at < nodes.length; at += 1) {
    const node = nodes[at] as WxmlNode;
    if (node.kind === 'text') builders.push(compileText(node.text, home));
    else if (isDefinition(node)) continue;
    else if (node.attributes.has('wx:if') && !node.attributes.has('wx:for')) {
      const chain = [node];
      for (let next = nodes[at + 1]; next?.kind === 'element' && continues(next); next = nodes[at + 1]) {
        chain.push(next);
        at += 1;
      }
      builders.push(compileChoice(chain, home));
    } else if (continues(node)) throw problem(node, home, 'wx:else without wx:if before it');
    else builders.push(compileNode(node, home));
  }
  return (scope, site) => builders.flatMap((build, place) => build(scope, site.below(String(place))));
}

const isDefinition = ({ tag, attributes }: WxmlElement): boolean =>
  DECLARATIONS.includes(tag) || (tag === 'template' && attributes.has('name'));

const continues = ({ attributes }: WxmlElement): boolean =>
  attributes.has('wx:elif') || attributes.has('wx:else');

function compileText(text: string, home: FileOfTemplates): Builder {
  const formula = explained(home, 0, () => mustacheOf(text));
  return (scope) => {
    const shown = textOf(formula(scope));
    return shown === '' ? [] : [{ kind: 'text', text: shown }];
  };
}

function compileChoice(chain: readonly WxmlElement[], home: FileOfTemplates): Builder {
  const ways = chain.map((node) => {
    const condition = node.attributes.get('wx:if') ?? node.attributes.get('wx:elif') ?? true;
    const formula = condition === true ? () => true : explained(home, node.line, () => mustacheOf(condition));
    return { formula, build: compileNode(node, home) };
  });
  return (scope, site) => {
    const place = ways.findIndex(({ formula }) => Boolean(formula(scope)));
    return ways[place]?.build(scope, site.below(`if${place}`)) ?? [];
  };
}

function compileNode(node: WxmlElement, home: FileOfTemplates): Builder {
  const list = node.attributes.get('wx:for');
  if (list === undefined) return compileOne(node, home);
  const formula = explained(home, node.line, () => mustacheOf(list === true ? '' : list));
  const named = (attribute: string, usual: string): string => {
    const name = node.attributes.get(attribute);
    return typeof name === 'string' ? name : usual;
  };
  const [item, index] = [named('wx:for-item', 'item'), named('wx:for-index', 'index')];
  const key = named('wx:key', '');
  const build = compileOne(node, home);
  return (scope, site) =>
    entriesOf(formula(scope)).flatMap(([name, value]) => {
      const inner = scopeOf({ [item]: value, [index]: name }, scope);
      return build(inner, site.below(keyOf(value, key) ?? String(name)));
    });
}

function entriesOf(list: unknown): (readonly [number | string, unknown])[] {
  if (Array.isArray(list)) return list.map((value: unknown, place) => [place, value] as const);
  if (typeof list === 'number') return Array.from({ length: list }, (_, place) => [place, place] as const);
  if (typeof list === 'object' && list !== null) return Object.entries(list);
  return [];
}

function keyOf(value: unknown, key: string): string | undefined {
  if (key === '*this') return String(value);
  const held = (value as Record<string, unknown> | null | undefined)?.[key];
  return held === undefined ? undefined : String(held);
}

function compileOne(node: WxmlElement, home: FileOfTemplates): Builder {
  if (node.tag === 'block') return compileNodes(node.children, home);
  if (node.tag === 'template') return compileUse(node, home);
  if (node.tag === 'include') {
    const src = node.attributes.get('src');
    if (typeof src !== 'string') throw problem(node, home, '<include> needs a src');
    return (scope, site) => home.body(src)(scope, site);
  }
  if (node.tag === 'slot') throw problem(node, home, '<slot> is not modelled by this host');
  return explained(home, node.line, () => compileElement(node, compileNodes(node.children, home)));
}

/** `<template is="…" data="{{…}}"/>`: only the data's names and the wxs of the template's own file are seen inside. */
function compileUse(node: WxmlElement, home: FileOfTemplates): Builder {
  const is = node.attributes.get('is');
  if (typeof is !== 'string') throw problem(node, home, '<template> needs a name or an is');
  const name = explained(home, node.line, () => mustacheOf(is));
  const given = node.attributes.get('data');
  const inside = typeof given === 'string' ? insideOf(given) : undefined;
  const names = inside === undefined ? () => ({}) : explained(home, node.line, () => recordOf(inside));
  return (scope, site) => {
    const { build, wxs } = home.template(textOf(name(scope)));
    return build(scopeOf(names(scope) as Record<string, unknown>, scopeOf(wxs)), site);
  };
}

function explained<Value>(home: FileOfTemplates, line: number, compile: () => Value): Value {
  try {
    return compile();
  } catch (thrown) {
    if (thrown instanceof TemplateError) throw thrown;
    throw new TemplateError(home.file, line, thrown instanceof Error ? thrown.message : String(thrown));
  }
}

const problem = (node: WxmlElement, home: FileOfTemplates, reason: string): TemplateError =>
  new TemplateError(home.file, node.line, reason);
