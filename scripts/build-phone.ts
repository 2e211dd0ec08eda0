import { readFile, readdir, stat } from 'node:fs/promises';
import path from 'node:path';
import { buildOnce } from './build/content-stamp';
import { Unable, command, say, seconds } from './command';
import { ROOT, inRoot } from './root';
import { runTool, toolScript } from './run-tool';

/** 'weapp' is the mini-program for WeChat; 'h5' the same pages in a browser. */
export type PhoneTarget = 'weapp' | 'h5';

const INPUTS = [
  'src',
  'config',
  'domain',
  'contract',
  'babel.config.js',
  'project.config.json',
  'package.json',
  'package-lock.json',
  'tsconfig.json',
];

/** One production build by Taro, quiet unless it fails. Its warm cache lives in node_modules/.cache. */
export const runTaroBuild = async (target: PhoneTarget): Promise<void> => {
  const { code, output } = await runTool(toolScript('@tarojs/cli', 'bin/taro'), ['build', '--type', target], {
    output: 'kept',
    env: { NODE_ENV: 'production', BROWSERSLIST_IGNORE_OLD_DATA: '1' },
  });
  if (code === 0) return;
  throw new Unable(`${output}\nTaro could not build the ${target} view (code ${code}); its output is above.`);
};

/** Builds dist/h5 or dist/weapp, unless nothing changed. */
export const buildPhone = (target: PhoneTarget): Promise<'built' | 'unchanged'> =>
  buildOnce({
    root: ROOT,
    name: target,
    inputs: INPUTS,
    // config/index.ts builds it in.
    settings: process.env.ZHOUDAO_CLOUD_ENVIRONMENT ?? '',
    output: `dist/${target}`,
    build: () => {
      say(`Building the ${target} view (the first time takes half a minute)…`);
      return runTaroBuild(target);
    },
  });

/** Kilobytes under a folder, in all and by the folders of its packages (a subpackage's name is its root). */
export const weappSizes = async (): Promise<string> => {
  const root = inRoot('dist/weapp');
  const app = JSON.parse(await readFile(path.join(root, 'app.json'), 'utf8')) as {
    subPackages?: { root: string }[];
    subpackages?: { root: string }[];
  };
  const subpackages = (app.subPackages ?? app.subpackages ?? []).map((entry) =>
    entry.root.replace(/\/$/, ''),
  );
  const totals = new Map<string, number>([['main', 0], ...subpackages.map((name) => [name, 0] as const)]);
  for (const file of await readdir(root, { recursive: true })) {
    const full = path.join(root, file);
    const facts = await stat(full);
    if (!facts.isFile()) continue;
    const owner = subpackages.find((name) => file.split(path.sep).join('/').startsWith(`${name}/`)) ?? 'main';
    totals.set(owner, (totals.get(owner) ?? 0) + facts.size);
  }
  return [...totals].map(([name, bytes]) => `${name} ${Math.round(bytes / 1024)} KB`).join(', ');
};

command(__filename, async () => {
  const target = process.argv[2];
  if (target !== 'weapp' && target !== 'h5') throw new Unable('Say which: build-phone.ts weapp, or h5.');
  const began = performance.now();
  const outcome = await buildPhone(target);
  say(`${target} ${outcome} in ${seconds(performance.now() - began)}: dist/${target}`);
  if (target === 'weapp') say(`Packages: ${await weappSizes()}`);
});
