import { filesInFolder, filesOf } from './program/program-files';
import { readProgram } from './program/program';
import { packageBytes } from './program/package-bytes';

const read = (contents: Record<string, string | object>) => readProgram(filesOf(contents));
const PAGE = { 'pages/a/index.js': 'Page({})', 'pages/a/index.wxml': '', 'app.js': '' };

describe('a package that WeChat would not open', () => {
  it.each([
    [{}, 'the package has no file app.json'],
    [{ 'app.json': '{' }, 'app.json: '],
    [{ 'app.json': { pages: [] } }, 'app.json: "pages" must name at least one page'],
    [
      { 'app.json': { pages: ['pages/b/index'] } },
      'app.json names pages/b/index, and the package has no pages/b/index.js',
    ],
    [
      {
        ...PAGE,
        'app.json': { pages: ['pages/a/index'], tabBar: { list: [{ pagePath: 'pages/c/index' }] } },
      },
      'app.json: the tab pages/c/index is not a page of the main package',
    ],
  ])('%j', (contents, reason) => {
    expect(() => read(contents)).toThrow(reason);
  });

  it('is a folder without one', () => {
    expect(() => filesInFolder(__dirname)).toThrow('holds no app.json: build the mini-program first');
  });
});

describe('a package', () => {
  it('weighs its subpackages apart', () => {
    const program = read({
      ...PAGE,
      'app.json': { pages: ['pages/a/index'], subPackages: [{ root: 'far', pages: ['b/index'] }] },
      'far/b/index.js': 'Page({})',
      'far/b/index.wxml': '12345',
    });
    const bytes = packageBytes(program);
    expect(bytes.get('far')).toBe('Page({})'.length + 5);
    expect(program.packageOf('far/b/index.js').root).toBe('far');
    expect([...bytes.keys()]).toEqual(['main', 'far']);
  });

  it('declares its base library in project.config.json', () => {
    const contents = { ...PAGE, 'app.json': { pages: ['pages/a/index'] } };
    expect(read({ ...contents, 'project.config.json': { libVersion: '2.33.0' } }).baseLibrary).toBe('2.33.0');
    expect(read(contents).baseLibrary).toBe('3.10.0');
  });
});
