import { act, cleanup, fireEvent, waitFor } from '@testing-library/react';
import {
  begin,
  blank,
  byId,
  handedIn,
  open,
  openAgain,
  sent,
  stage,
  tap,
  textOf,
  write,
} from './open-handover';

jest.mock('@tarojs/taro', () => jest.requireActual('../stubs/taro'));
jest.mock('@tarojs/components', () => jest.requireActual('../stubs/components'));

beforeEach(begin);
afterEach(cleanup);

describe('the form', () => {
  it('counts what is missing on top and takes it off as it is written', async () => {
    await open();
    expect(textOf('handover-missing')).toBe('还差 2 项必填：工作内容、资产清单');
    await tap('add-work');
    await write('field-what', '华东区客户');
    await write('field-status', '进行中');
    await tap('line-done');
    expect(textOf('handover-missing')).toBe('还差 1 项必填：资产清单');
    await tap('say-none-assets');
    await write('none-sheet-text', '没有领用过');
    await tap('none-sheet-send');
    expect(byId('handover-missing')).toBeNull();
  });

  it('says what is wrong at the field once somebody tries to hand in, and asks the server for nothing', async () => {
    await open();
    await tap('add-work');
    await write('field-what', '华东区客户');
    expect(byId('gap-status')).toBeNull();
    await tap('line-done');
    await tap('handover-submit');
    expect(sent('handover.submit')).toEqual([]);
    expect(textOf('gap-assets')).toBe('请至少写一条；没有的话，写明为什么');
    expect(textOf('handover-foot')).toBe('还差 2 项必填：工作内容、资产清单');
    const line = document.querySelector<HTMLElement>('.handover__line--wrong');
    expect(line?.textContent).toContain('有 1 处没填好');
    await act(async () => void fireEvent.click(line as HTMLElement));
    expect(textOf('gap-status')).toBe('这里要填');
    await write('field-status', '进行中');
    expect(byId('gap-status')).toBeNull();
  });

  it('drops a line in which nothing was written', async () => {
    await open();
    await tap('add-work');
    await tap('line-done');
    expect(textOf('item-work')).not.toContain('还没写');
    expect(textOf('add-work')).toBe('填一条');
  });

  it('removes a line that is not wanted any more', async () => {
    stage.view = { ...handedIn, may: blank.may };
    await open();
    await tap('line-w1');
    await tap('line-remove');
    expect(byId('line-w1')).toBeNull();
    expect(textOf('handover-missing')).toBe('还差 1 项必填：工作内容');
  });

  it('hands in what is on the screen, and then shows it to read', async () => {
    await open();
    await tap('add-work');
    await write('field-what', '华东区客户');
    await write('field-status', '进行中');
    await tap('line-done');
    await tap('say-none-assets');
    await write('none-sheet-text', ' 没有领用过 ');
    await tap('none-sheet-send');
    await tap('handover-submit');
    const [one] = sent('handover.submit');
    expect(one?.input.content).toMatchObject({
      work: { lines: [{ fields: { what: '华东区客户', status: '进行中' } }], none: null },
      assets: { lines: [], none: '没有领用过' },
    });
    expect(textOf('handover-said')).toContain('已提交');
    stage.view = handedIn;
    await openAgain();
    expect(textOf('read-work')).toContain('华东区客户');
    expect(byId('handover-restored')).toBeNull();
    expect(byId('handover-submit')).toBeNull();
  });
});

describe('what was written', () => {
  const beginLine = async () => {
    await open();
    await tap('add-work');
    await write('field-what', '华东区客户');
  };

  it('is there again after the page was left in the middle of a line, with a word', async () => {
    await beginLine();
    await openAgain();
    expect(textOf('item-work')).toContain('华东区客户');
    expect(textOf('handover-restored')).toContain('已恢复上次没有提交的内容');
  });

  it('is there without a network too, and can be written on', async () => {
    await beginLine();
    stage.answer = null;
    await openAgain();
    expect(textOf('item-work')).toContain('华东区客户');
    await tap('add-contacts');
    await write('field-name', '李总');
    await tap('line-done');
    await openAgain();
    expect(textOf('item-contacts')).toContain('李总');
  });

  it('stays when handing in does not come through, and goes with the same id again', async () => {
    await beginLine();
    await write('field-status', '进行中');
    await tap('line-done');
    await tap('say-none-assets');
    await write('none-sheet-text', '没有领用过');
    await tap('none-sheet-send');
    const service = stage.answer;
    stage.answer = null;
    await tap('handover-submit');
    await waitFor(() => expect(textOf('handover-stuck')).toContain('已写的内容留在手机上'), {
      timeout: 5_000,
    });
    expect(textOf('item-work')).toContain('华东区客户');
    stage.answer = service;
    await tap('handover-submit');
    await waitFor(() => expect(textOf('handover-said')).toContain('已提交'));
    expect(new Set(sent('handover.submit').map(({ input }) => input.commandId)).size).toBe(1);
  });

  it('stands beside a version that was handed in elsewhere until the person has chosen', async () => {
    await beginLine();
    stage.view = { ...handedIn, may: blank.may, status: { tone: 'late', text: '已退回，等待王芳修改' } };
    await openAgain();
    await waitFor(() => expect(textOf('handover-conflict')).toContain('第 1 版'));
    await tap('drop-draft');
    await tap('forget-dialog-yes');
    expect(byId('handover-conflict')).toBeNull();
    expect(byId('line-w1')).not.toBeNull();
  });
});
