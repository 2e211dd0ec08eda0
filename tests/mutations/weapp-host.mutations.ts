import type { Mutation } from '../../scripts/mutations/mutation';

const test = 'tests/weapp-host/refusals.test.ts';
const host = (file: string) => `tests/weapp-host/${file}`;

/** Each takes one refusal of WeChat's out of the headless host. */
export const mutations: readonly Mutation[] = [
  {
    breaks: 'a page that throws while it opens passes for a page',
    file: host('script/faults.ts'),
    from: '      this.add(where, thrown);\n',
    to: '',
    test,
  },
  {
    breaks: 'a page that throws while it is drawn stays as it was, and nobody learns of it',
    file: host('page/view.ts'),
    from: 'this.around.faults.guard(`template of ${this.route}`, () => this.show());',
    to: 'try { this.show(); } catch { this.told = []; }',
    test,
  },
  {
    breaks: 'a page whose script throws is only a route that failed',
    file: host('wx/navigation-desk.ts'),
    from: 'faults.add(`${name} ${String(url)}`, thrown);',
    to: 'throw thrown;',
    test,
  },
  {
    breaks: 'a template that is not found shows nothing',
    file: host('template/template-book.ts'),
    from: 'throw new Error(`${file}: Template \\`${name}\\` not found`);',
    to: 'return { build: () => [], wxs };',
    test,
  },
  {
    breaks: 'a setData may carry more than 256 KB',
    file: host('page/set-data.ts'),
    from: '256 * 1024',
    to: '512 * 1024',
    test,
  },
  {
    breaks: 'the position may be asked for without being declared in app.json',
    file: host('wx/privacy.ts'),
    from: 'if (IN_APP_JSON.includes(api) && !program.config.requiredPrivateInfos?.includes(api))',
    to: 'if (api === "")',
    test,
  },
  {
    breaks: 'a private interface needs no place in the privacy guideline',
    file: host('wx/privacy.ts'),
    from: 'if (!phone.privacyGuideline.includes(api))',
    to: 'if (api === "")',
    test,
  },
  {
    breaks: 'a person who does not agree to the privacy guideline is not heard',
    file: host('wx/privacy.ts'),
    from: "if (phone.answers.privacy === 'refuse')",
    to: 'if (phone.privacyAgreed)',
    test,
  },
  {
    breaks: 'an interface above the declared base library is there',
    file: host('wx/base-library.ts'),
    from: 'compare(since, baseLibrary) <= 0',
    to: 'baseLibrary !== ""',
    test,
  },
  {
    breaks: 'code may be made from text',
    file: host('script/script-realm.ts'),
    from: 'codeGeneration: { strings: false, wasm: false }',
    to: 'codeGeneration: { strings: true, wasm: false }',
    test,
  },
  {
    breaks: 'Intl is there, as it is not on iOS',
    file: host('script/script-realm.ts'),
    from: '  delete globalThis.Intl;\n',
    to: '',
    test,
  },
  {
    breaks: 'an eleventh page opens',
    file: host('page/page-stack.ts'),
    from: 'export const MOST_PAGES = 10;',
    to: 'export const MOST_PAGES = 11;',
    test,
  },
  {
    breaks: 'WeChat asks its questions outside a tap',
    file: host('wx/gesture.ts'),
    from: 'if (!this.answering)',
    to: 'if (this.answering === null)',
    test,
  },
  {
    breaks: 'an interface that the host does not model fails so quietly that a page can swallow it',
    file: host('wx/wx-surface.ts'),
    from: '    faults.add(`wx.${name}`, error);\n',
    to: '',
    test,
  },
  {
    breaks: 'a page above its ceiling passes',
    file: host('measure/budget.ts'),
    from: 'cost > ceiling',
    to: 'cost > 2 * ceiling',
    test: 'tests/weapp-host/budget.test.ts',
  },
  {
    breaks: 'a page over the budget of bytes in one setData passes',
    file: host('measure/ceilings.json'),
    from: '"largestSetData": 32768',
    to: '"largestSetData": 4096',
    test: 'tests/weapp-host/budget.test.ts',
  },
];
