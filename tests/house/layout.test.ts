import { exists, readText, repositoryFiles } from './repository';

const files = repositoryFiles();
const code = files.filter((file) => /\.(ts|tsx|mjs)$/.test(file));

describe('the house keeps its layout', () => {
  it.each([
    'package.json',
    'tsconfig.json',
    'config',
    'src',
    'cloudfunctions',
    'project.config.json',
    'tests',
  ])('has %s', (entry) => {
    expect(exists(entry)).toBe(true);
  });

  it('has no source file longer than 300 lines', () => {
    const long = code
      .map((file) => ({ file, lines: readText(file).split('\n').length - 1 }))
      .filter(({ lines }) => lines > 300);
    expect(long).toEqual([]);
  });

  it('names files in kebab-case', () => {
    const allowed = /^(\.?[a-z0-9]+([-.][a-z0-9]+)*|README.*|CHANGELOG\.md|LICENSE)$/;
    const odd = files.filter((file) => !file.split('/').every((part) => allowed.test(part)));
    expect(odd).toEqual([]);
  });

  it('calls nothing by a name that says nothing', () => {
    const vague = files.filter((file) =>
      /(^|\/)(([a-z-]+-)?(utils?|helpers?|managers?)|common|data|info)(\.[a-z.]+)?(\/|$)/.test(file),
    );
    expect(vague).toEqual([]);
  });
});
