import { cleanup } from '@testing-library/react';
import { phone } from '../stubs/taro';
import { asked, byId, openCase, server, tap, textOf } from './open-case';

jest.mock('@tarojs/taro', () => jest.requireActual('../stubs/taro'));
jest.mock('@tarojs/components', () => jest.requireActual('../stubs/components'));
jest.mock('@/phone/photos', () => ({ choosePhotos: async () => [{ path: 'wxfile://tmp/1.jpg' }] }));
jest.mock('@/phone/files', () => ({
  chooseFiles: async () => [{ path: 'wxfile://tmp/2', name: '证明.pdf', bytes: 10 }],
  uploadFile: async (folder: string, { name }: { name: string }) => `cloud://${folder}/${name || 'photo'}`,
}));

afterEach(() => {
  cleanup();
  jest.useRealTimers();
});

const REPORTS = [
  { done: true, text: '账号已停用：mail、oa', whenText: '4月10日 周五 18:00', byHand: null },
  {
    done: false,
    text: '离职证明没有生成：字体里没有「〇」',
    whenText: '4月10日 周五 09:00',
    byHand: 'E003-leave:9:1',
  },
];

describe('HR on a case', () => {
  it('reads how accounts and papers fared, and nobody else has such a list', async () => {
    await openCase({ reports: REPORTS });
    const said = textOf('case-reports');
    for (const part of ['已办', '账号已停用', '没有办成', '离职证明没有生成', '在纸上出具并盖章'])
      expect(said).toContain(part);
    // What is done needs no way out.
    expect(byId('by-hand-photo-0')).toBeNull();
    cleanup();
    await openCase();
    expect(byId('case-reports')).toBeNull();
  });

  it('keeps a paper that was made by hand, as a photo or a file', async () => {
    await openCase({ reports: REPORTS });
    await tap('by-hand-photo-1');
    await tap('by-hand-file-1');
    const common = { caseId: 'E003-leave', effectKey: 'E003-leave:9:1' };
    expect(asked('document.keepByHand')).toEqual([
      { ...common, fileId: 'cloud://inbox/openid-1/photo', name: '' },
      { ...common, fileId: 'cloud://inbox/openid-1/证明.pdf', name: '证明.pdf' },
    ]);
    expect(textOf('case-said')).toContain('好了');
  });

  it('hears which file is none of a paper', async () => {
    await openCase({ reports: REPORTS });
    server.refusing = {
      'document.keepByHand': { code: 'file.not-a-scan', facts: { name: '证明.pdf' } },
    };
    await tap('by-hand-file-1');
    expect(textOf('case-said')).toContain('“证明.pdf”的内容不是其中一种');
  });

  it('is led to the pages of the departments and to the papers', async () => {
    await openCase({ pages: ['settlement', 'nonCompete'], canReadPapers: true });
    await tap('case-page-settlement');
    await tap('case-page-nonCompete');
    await tap('case-papers');
    expect(phone.routes).toEqual([
      'open /leaving/settlement/index?case=E003-leave',
      'open /leaving/non-compete/index?case=E003-leave',
      'open /leaving/papers/index?case=E003-leave',
    ]);
  });
});

it('whoever signed a paper finds it, with no word of evidence', async () => {
  await openCase({ canReadPapers: true });
  expect(textOf('case-papers')).toBe('文件');
  cleanup();
  await openCase({ canReadPapers: false });
  expect(byId('case-pages')).toBeNull();
});
