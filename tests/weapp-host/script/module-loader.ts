import { posix } from 'node:path';
import type { Program } from '../program/program';
import type { ScriptRealm } from './script-realm';

/** What WeChat hides from scripts by naming it in the wrapper of each file, with no value. */
const HIDDEN = ['window', 'document', 'frames', 'self', 'location', 'navigator', 'localStorage', 'history'];

interface Module {
  exports: unknown;
}

/** Runs the package's scripts as CommonJS modules, each once. */
export interface ModuleLoader {
  /** @throws what the script throws; an Error naming the file when it is missing or in another subpackage */
  run(file: string): unknown;
}

export function createLoader(program: Program, realm: ScriptRealm): ModuleLoader {
  const { files } = program;
  const modules = new Map<string, Module>();

  const run = (file: string): unknown => {
    const known = modules.get(file);
    if (known !== undefined) return known.exports;
    const module: Module = { exports: {} };
    modules.set(file, module);
    const wrapped = realm.compile(files.text(file), file, ['require', 'module', 'exports', ...HIDDEN]);
    wrapped((asked: unknown) => run(fileFor(asked, file)), module, module.exports);
    return module.exports;
  };

  const fileFor = (asked: unknown, from: string): string => {
    const name = String(asked);
    const place = name.startsWith('/') ? name.slice(1) : posix.join(posix.dirname(from), name);
    const found = [place, `${place}.js`, `${place}/index.js`].find((file) => files.has(file));
    if (found === undefined)
      throw new Error(`module '${place}.js' is not defined, require args is '${name}'`);
    const owner = program.packageOf(found).root;
    if (owner !== '' && owner !== program.packageOf(from).root)
      throw new Error(`${from} requires ${found}, which is in another subpackage: '${owner}'`);
    return found;
  };

  return { run };
}
