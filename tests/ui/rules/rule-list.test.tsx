import { act, cleanup, fireEvent, render, waitFor } from '@testing-library/react';
import { PreviewDesk } from '@/features/rules/preview-desk';
import { RuleList } from '@/features/rules/rule-list';
import { phone } from '../stubs/taro';
import { desk, job, preview, refuses, says, server, startServer } from './rules-server';

jest.mock('@tarojs/taro', () => jest.requireActual('../stubs/taro'));
jest.mock('@tarojs/components', () => jest.requireActual('../stubs/components'));

const items = [
  {
    kind: 'rule' as const,
    id: 'plant',
    revision: 2,
    isDraft: true,
    isNew: false,
    changedText: '刘静 11月20日 周五 09:30',
    mine: true,
  },
];

beforeEach(() => startServer());
afterEach(cleanup);

async function show(Desk: () => React.ReactNode, loading: string) {
  const { container } = render(<Desk />);
  await waitFor(() => expect(container.querySelector(`#${loading}`)).toBeNull());
  return {
    container,
    has: (id: string) => container.querySelector(`#${id}`) !== null,
    text: (id: string) => container.querySelector(`#${id}`)?.textContent ?? '',
    tap: (id: string) => act(async () => void fireEvent.click(container.querySelector(`#${id}`) as Element)),
    type: (id: string, value: string) =>
      act(
        async () =>
          void fireEvent.change(container.querySelector(`#${id}`) as Element, { target: { value } }),
      ),
  };
}

describe('the list', () => {
  const open = () => show(RuleList, 'rules-loading');

  it('finds rules, shifts and places by a part of their name', async () => {
    const page = await open();
    await page.type('rule-query', '苏州');
    expect(page.has('rule-plant')).toBe(true);
    expect(page.has('rule-office')).toBe(false);
    expect(page.has('place-factory')).toBe(true);
    await page.type('rule-query', '没有这样的');
    expect(page.text('rules-not-found')).toContain('没有找到“没有这样的”');
  });

  it('opens what is tapped, and a new one under an id of its own', async () => {
    const page = await open();
    await page.tap('rule-office');
    await page.tap('shift-new');
    expect(phone.routes[0]).toBe('open /hr/rule/index?id=office');
    expect(phone.routes[1]).toMatch(/^open \/hr\/shift\/index\?id=[\w-]{24}&new=1$/);
  });

  it('counts what is not published yet', async () => {
    server.answers['rules.desk'] = says(desk({ items }));
    const page = await open();
    expect(page.text('draft-bar')).toContain('1 处修改还没发布，发布前不影响任何人');
    expect(page.text('rule-plant')).toContain('有修改未发布');
  });

  it('an empty company is told where to begin', async () => {
    server.answers['rules.desk'] = says(desk({ rules: [], shifts: [], places: [] }));
    expect((await open()).text('rules-panel')).toContain('先建班次，再建一条规则');
  });

  it('sets one radius for all places, and names the one that could not take it', async () => {
    const page = await open();
    await page.tap('batch-radius');
    await page.type('batch-meters-input', '0');
    const problems = [
      { item: 'place:factory', field: 'radiusMeters', text: '允许偏差范围须为 1 到 10000 米，留空表示不限' },
    ];
    server.answers['rules.save'] = refuses('rules.invalid', { problems });
    await page.tap('batch-save');
    expect(page.text('batch-meters-problem')).toBe(
      '上海总部大楼：允许偏差范围须为 1 到 10000 米，留空表示不限',
    );
    server.answers['rules.save'] = says({ revision: 1, told: [], releasedFrom: [] });
    await page.type('batch-meters-input', '500');
    await page.tap('batch-save');
    expect(
      server
        .inputs('rules.save')
        .slice(1)
        .map(({ item }) => item.id),
    ).toEqual(['headquarters', 'factory']);
    expect(page.has('batch')).toBe(false);
  });

  it('a branch without 分权 sees and makes nothing', async () => {
    server.answers['rules.desk'] = says(desk({ mayEditCompany: false, ownBranchId: 'suzhou' }));
    const page = await open();
    for (const id of ['rule-new', 'shift-new', 'place-new', 'batch-radius', 'rule-settings'])
      expect(page.has(id)).toBe(false);
  });

  it('says what is safe when it cannot be read', async () => {
    delete server.answers['rules.desk'];
    expect((await open()).text('rules-trouble')).toContain('已发布的规则照常生效');
  });
});

describe('preview and publishing', () => {
  const open = async () => {
    const page = await show(PreviewDesk, 'preview-loading');
    await waitFor(() => expect(page.has('preview-loading')).toBe(false));
    return page;
  };

  it('says who changes, which day, from what to what, and the sums, part by part', async () => {
    server.answers['rules.desk'] = says(desk({ items }));
    server.answers['rules.preview'] = ({ after }: { after: string | null }) =>
      says(
        after === null
          ? preview({ next: 'P50' })
          : preview({ changedPeople: 2, changedDays: 5, people: [], next: null }),
      );
    const page = await open();
    await waitFor(() => expect(page.text('preview-sum')).toContain('影响 3 人，6 天结果变化'));
    expect(page.text('preview-P02')).toContain('11月9日 周一：迟到 7 分钟 → 正常');
    expect(page.text('preview-sum')).toContain('迟到：6 次 42 分钟 → 4 次 28 分钟');
    expect(page.container.textContent).toContain('另外 2 人也有变化');
    await page.tap('preview-other');
    expect(server.inputs('rules.preview').at(-1)?.month).toBe('2026-10');
  });

  it('publishes after a question, once, and shows the days being judged again', async () => {
    server.answers['rules.desk'] = says(desk({ items }));
    const page = await open();
    await page.tap('publish');
    expect(server.inputs('rules.publish')).toEqual([]);
    await page.tap('publish-sure-yes');
    expect(page.text('publish-progress')).toContain('50 / 120 人');
    server.answers['rules.progress'] = says(
      job({ state: 'done', donePeople: 120, lockedPeople: 1, lockedNames: ['李明'] }),
    );
    await waitFor(() => expect(page.text('publish-progress')).toContain('3 人、4 天结果变化'), {
      timeout: 3000,
    });
    expect(page.text('publish-locked')).toContain('1 人的月份已锁定，保持原来的结果李明');
    expect(server.inputs('rules.publish')).toHaveLength(1);
  });

  it('a repeated try after silence is the same command, and nothing is said to be published', async () => {
    server.answers['rules.desk'] = says(desk({ items }));
    delete server.answers['rules.publish'];
    const page = await open();
    for (let times = 0; times < 2; times += 1) {
      await page.tap('publish');
      await page.tap('publish-sure-yes');
    }
    expect(page.text('publish-stuck')).toContain('还没有发布');
    const [first, second] = server.inputs('rules.publish');
    expect(first?.commandId).toBe(second?.commandId);
  });

  it('with nothing drafted there is nothing to publish', async () => {
    const page = await open();
    expect(page.text('preview-drafts')).toContain('没有要发布的修改');
    expect(page.has('publish')).toBe(false);
  });
});
