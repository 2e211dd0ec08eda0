import { posix } from 'node:path';
import vm from 'node:vm';
import type { ProgramFiles } from '../program/program-files';

/** The view's scripts: each file once, in a realm of their own that knows nothing of wx or of the pages. */
export interface WxsShelf {
  /** @param from the wxml file whose `src` it is */
  load(src: string, from: string): unknown;
  /** Code between the tags of a wxs element. */
  inline(code: string, from: string): unknown;
}

const NAMES = ['module', 'exports', 'require', 'getDate', 'getRegExp', 'console'];

export function createWxsShelf(files: ProgramFiles): WxsShelf {
  const context = vm.createContext({}, { codeGeneration: { strings: false, wasm: false } });
  const modules = new Map<string, { exports: unknown }>();

  const run = (code: string, file: string): unknown => {
    const module: { exports: unknown } = { exports: {} };
    modules.set(file, module);
    const wrapped = vm.compileFunction(code, NAMES, { parsingContext: context, filename: file });
    (wrapped as (...values: unknown[]) => void)(
      module,
      module.exports,
      (src: string) => load(src, file),
      (...given: [number]) => new Date(...given),
      (pattern: string, flags?: string) => new RegExp(pattern, flags),
      { log: () => undefined },
    );
    return module.exports;
  };
  const load = (src: string, from: string): unknown => {
    const file = src.startsWith('/') ? src.slice(1) : posix.join(posix.dirname(from), src);
    return modules.get(file)?.exports ?? run(files.text(file), file);
  };
  return { load, inline: (code, from) => run(code, `${from}#wxs`) };
}
