import { posix } from 'node:path';
import type { ProgramFiles } from '../program/program-files';
import { compileNodes, type Builder, type FileOfTemplates } from './compile-wxml';
import { parseWxml } from './parse-wxml';
import type { Scope } from './scope';
import { scopeOf } from './scope';
import { TemplateError, type WxmlElement, type WxmlNode } from './wxml-node';
import { createWxsShelf } from './wxs-shelf';

/** A wxml file, read and compiled once. */
interface CompiledFile {
  readonly body: Builder;
  readonly wxs: Readonly<Record<string, unknown>>;
  /** Those that the file itself defines. */
  readonly templates: ReadonlyMap<string, Builder>;
}

/** All templates of a package. */
export interface TemplateBook {
  /** @param file 'pages/punch/index.wxml'. @throws TemplateError, or Error when a file is missing */
  bodyOf(file: string): {
    readonly build: Builder;
    scopeWith(names: Readonly<Record<string, unknown>>): Scope;
  };
}

export function createTemplateBook(files: ProgramFiles): TemplateBook {
  const compiled = new Map<string, CompiledFile>();
  const shelf = createWxsShelf(files);

  const open = (file: string): CompiledFile => {
    const known = compiled.get(file);
    if (known !== undefined) return known;
    const fresh = compile(file);
    compiled.set(file, fresh);
    return fresh;
  };

  const compile = (file: string): CompiledFile => {
    const nodes = parseWxml(files.text(file), file);
    const declared = nodes.filter((node): node is WxmlElement => node.kind === 'element');
    const imports = declared.filter(({ tag }) => tag === 'import').map((node) => besides(file, node));
    const templates = new Map<string, Builder>();
    const home: FileOfTemplates = {
      file,
      template: (name) => {
        const own = templates.get(name);
        if (own !== undefined) return { build: own, wxs };
        for (const imported of imports) {
          const { templates: theirs, wxs: theirWxs } = open(imported);
          const build = theirs.get(name);
          if (build !== undefined) return { build, wxs: theirWxs };
        }
        throw new Error(`${file}: Template \`${name}\` not found`);
      },
      body: (src) => open(posix.join(posix.dirname(file), src)).body,
    };
    const wxs = Object.fromEntries(
      declared.filter(({ tag }) => tag === 'wxs').map((node) => [moduleOf(node, file), scriptOf(node, file)]),
    );
    for (const node of declared) {
      const name = node.tag === 'template' ? node.attributes.get('name') : undefined;
      if (typeof name === 'string') templates.set(name, compileNodes(node.children, home));
    }
    return { body: compileNodes(nodes, home), wxs, templates };
  };

  const scriptOf = (node: WxmlElement, file: string): unknown => {
    const src = node.attributes.get('src');
    if (typeof src === 'string') return shelf.load(src, file);
    return shelf.inline(node.children.map(textIn).join(''), file);
  };

  return {
    bodyOf: (file) => {
      const { body, wxs } = open(file);
      return { build: body, scopeWith: (names) => scopeOf(names, scopeOf(wxs)) };
    },
  };
}

const textIn = (node: WxmlNode): string => (node.kind === 'text' ? node.text : '');

function besides(file: string, node: WxmlElement): string {
  const src = node.attributes.get('src');
  if (typeof src !== 'string') throw new TemplateError(file, node.line, `<${node.tag}> needs a src`);
  return src.startsWith('/') ? src.slice(1) : posix.join(posix.dirname(file), src);
}

function moduleOf(node: WxmlElement, file: string): string {
  const name = node.attributes.get('module');
  if (typeof name !== 'string') throw new TemplateError(file, node.line, '<wxs> needs a module');
  return name;
}
