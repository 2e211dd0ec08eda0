import { readText, repositoryFiles } from './repository';

/** Assembled here, so that this file does not hold what it looks for. */
const MACHINE_PATHS = ['work', 'root', 'tmp', 'Users', 'home'].map((folder) => `/${folder}/`);
const REGISTRY_HOSTS = [
  'registry.npmjs',
  'npmmirror',
  'registry.yarnpkg',
  'npm.taobao',
  'pypi',
  'deb.debian',
];

const PICTURE = /\.(png|jpg|ico|woff2|ttf|otf|pdf|xlsx|zip)$/;

const texts = repositoryFiles()
  .filter((file) => !PICTURE.test(file))
  .map((file) => ({ file, text: readText(file) }));

/** A path begins after a quote, a blank, a bracket or an equals sign; `src/home/` is not one. */
const namesPath = (text: string, path: string): boolean =>
  new RegExp(`(^|[\\s'"\`(=:])${path.replace(/\//g, '\\/')}[\\w.-]`, 'm').test(text);

describe('nothing in the repository belongs to one machine', () => {
  it.each(MACHINE_PATHS)('names no path under %s', (path) => {
    expect(texts.filter(({ text }) => namesPath(text, path)).map(({ file }) => file)).toEqual([]);
  });

  it.each(REGISTRY_HOSTS)('names no package registry such as %s', (host) => {
    expect(texts.filter(({ text }) => text.includes(`${host}.`)).map(({ file }) => file)).toEqual([]);
  });

  it('and would see a path if there were one', () => {
    expect(namesPath(`const a = '${MACHINE_PATHS[2]}x';`, MACHINE_PATHS[2] ?? '')).toBe(true);
  });
});
