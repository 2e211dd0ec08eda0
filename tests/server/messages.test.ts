import fc from 'fast-check';
import { CASE_MESSAGES, CASE_WORDS } from '@server/messages/case-words';
import { pageOf } from '@server/messages/push-item';
import { fitField } from '@server/messages/template-fields';
import { fitsField } from '../../emulator/wechat/field-rules';
import { demoCloudOptions } from '../../scripts/demo/cloud-options';

interface AppPages {
  readonly pages: readonly string[];
  readonly subPackages: readonly { readonly root: string; readonly pages: readonly string[] }[];
}

/** The pages that the mini-program has, as its own configuration lists them. */
const pagesOfTheApp = async (): Promise<readonly string[]> => {
  Object.assign(globalThis, { defineAppConfig: (config: unknown) => config });
  const { default: config } = (await import('@/app.config')) as unknown as { default: AppPages };
  const parts = config.subPackages.flatMap(({ root, pages }) => pages.map((page) => `${root}/${page}`));
  return [...config.pages, ...parts];
};

describe('every message', () => {
  it.each(CASE_MESSAGES)('%s has a hint that WeChat takes whole', (message) => {
    expect(fitsField('thing', CASE_WORDS[message].hint)).toBe(true);
    expect(fitField('thing', CASE_WORDS[message].hint)).toBe(CASE_WORDS[message].hint);
  });

  it('opens a page that the mini-program has, with and without a task', async () => {
    const pages = await pagesOfTheApp();
    const links = [
      pageOf({ caseId: 'E001-abc', taskId: 'leader#1.0.0', round: 1 }),
      pageOf({ caseId: 'E001-abc', taskId: null, round: null }),
    ];
    for (const link of links) expect(pages).toContain(link.split('?')[0]);
    expect(new URLSearchParams(links[0]?.split('?')[1]).get('task')).toBe('leader#1.0.0');
  });

  it('is sent only to pages that the stand-in for WeChat knows as released', async () => {
    expect([...(demoCloudOptions().weChat?.pages ?? [])].sort()).toEqual([...(await pagesOfTheApp())].sort());
  });
});

describe('a field of a template', () => {
  it('takes whatever people write: long names, line breaks, emoji, nothing at all', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 80 }), (text) => {
        const fitted = fitField('thing', text);
        expect([...fitted].length).toBeLessThanOrEqual(20);
        expect(fitted).not.toMatch(/[\r\n]/u);
        expect(fitsField('thing', fitted)).toBe(true);
      }),
    );
  });

  it('keeps what fits as it is, and shows by an ellipsis that something is missing', () => {
    expect(fitField('thing', '王芳 · 补卡申诉')).toBe('王芳 · 补卡申诉');
    expect(fitField('thing', '阿卜杜热西提·买买提阿卜杜热西提·买买提的申请')).toBe(
      '阿卜杜热西提·买买提阿卜杜热西提·买买…',
    );
  });
});
