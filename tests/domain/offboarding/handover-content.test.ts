import fc from 'fast-check';
import { gapsIn, missingText } from '@domain/offboarding/handover-content';
import type { HandoverContent, ItemContent } from '@domain/offboarding/handover-content';
import { differencesBetween } from '@domain/offboarding/handover-differences';
import {
  checkTemplate,
  GENERAL_TEMPLATE,
  SALES_TEMPLATE,
  SHIPPED_TEMPLATES,
  templateForPost,
} from '@domain/offboarding/handover-template';
import { sha256 } from '../evidence/sha256';
import { better, filled, lines } from './handover-sample';

describe('a template', () => {
  it.each(SHIPPED_TEMPLATES.map((one) => [one.post, one] as const))('for %s stands', (_, template) => {
    expect(checkTemplate(template).ok).toBe(true);
  });

  it.each([
    ['work', '工作内容'],
    ['document', '文档路径'],
    ['asset', '资产清单'],
  ])('without a required item of kind %s is refused by name', (kind, title) => {
    const items = GENERAL_TEMPLATE.items.map((item) =>
      item.kind === kind ? { ...item, required: false } : item,
    );
    expect(checkTemplate({ ...GENERAL_TEMPLATE, items })).toMatchObject({
      refusal: { facts: { item: title, reason: 'must be required' } },
    });
  });

  it('with two items of one key, or a blank title, is refused', () => {
    const [first] = GENERAL_TEMPLATE.items;
    if (!first) throw new Error('no item');
    const withItem = (item: typeof first) =>
      checkTemplate({ ...GENERAL_TEMPLATE, items: [...GENERAL_TEMPLATE.items, item] });
    expect(withItem(first)).toMatchObject({ refusal: { facts: { reason: 'key twice' } } });
    expect(withItem({ ...first, key: 'new', title: ' ' })).toMatchObject({
      refusal: { facts: { reason: 'blank title' } },
    });
  });

  it('is found by post, else the general one', () => {
    expect(templateForPost(SHIPPED_TEMPLATES, '销售', GENERAL_TEMPLATE)).toBe(SALES_TEMPLATE);
    expect(templateForPost(SHIPPED_TEMPLATES, '研发工程师', GENERAL_TEMPLATE).id).toBe('engineer');
    expect(templateForPost(SHIPPED_TEMPLATES, '保安', GENERAL_TEMPLATE)).toBe(GENERAL_TEMPLATE);
  });
});

describe('what is still missing', () => {
  it('is counted and named', () => {
    expect(missingText(gapsIn(GENERAL_TEMPLATE, { work: filled['work'] ?? lines() }))).toBe(
      '还差 2 项必填：文档路径、资产清单',
    );
    expect(missingText(gapsIn(GENERAL_TEMPLATE, filled))).toBeNull();
  });

  it('is found at the very field', () => {
    const content = {
      ...filled,
      assets: lines({ name: '笔记本电脑', number: '  ' }),
      contacts: lines({ name: '李总' }),
    };
    expect(gapsIn(GENERAL_TEMPLATE, content)).toMatchObject([
      { item: 'assets', title: '资产清单', line: 'l1', field: 'number', reason: 'field blank' },
      { item: 'contacts', title: '联系人', line: 'l1', field: 'phone', reason: 'field blank' },
    ]);
  });

  it('"there is none, because" fills an item, but work is never nothing', () => {
    const none = (why: string): ItemContent => ({ lines: [], none: why });
    expect(gapsIn(GENERAL_TEMPLATE, { ...filled, assets: none('未领用任何资产') })).toEqual([]);
    expect(gapsIn(GENERAL_TEMPLATE, { ...filled, assets: none('  ') })).toMatchObject([
      { reason: 'item empty' },
    ]);
    expect(gapsIn(GENERAL_TEMPLATE, { ...filled, work: none('没有') })).toMatchObject([
      { reason: 'work is never nothing' },
    ]);
  });

  it.each([
    ['a text too long', { what: 'x'.repeat(501), status: '完成' }, 'too long'],
    ['half a character', { what: '\ud83d', status: '完成' }, 'broken character'],
    ['a field that nobody would see', { what: '一', status: '二', hidden: '三' }, 'not in the template'],
  ])('%s is refused', (_, fields, reason) => {
    expect(gapsIn(GENERAL_TEMPLATE, { ...filled, work: lines(fields) })).toMatchObject([
      { item: 'work', reason },
    ]);
  });

  it('two lines of one id and items of another template are refused', () => {
    const [one] = (filled['work'] ?? lines()).lines;
    const twice = one ? [one, one] : [];
    expect(gapsIn(GENERAL_TEMPLATE, { ...filled, work: { lines: twice, none: null } })).toMatchObject([
      { reason: 'line twice' },
    ]);
    expect(gapsIn(GENERAL_TEMPLATE, { ...filled, customers: lines() })).toMatchObject([
      { item: 'customers', reason: 'not in the template' },
    ]);
  });
});

describe('differences since the last version', () => {
  it('are read line by line, field by field', () => {
    const before: HandoverContent = {
      ...filled,
      work: lines({ what: '甲', status: '一' }, { what: '乙', status: '二' }),
    };
    const after: HandoverContent = {
      ...better,
      work: lines({ what: '甲', status: '完成' }),
      assets: { lines: [], none: '已全部归还' },
    };
    expect(differencesBetween(GENERAL_TEMPLATE, before, after)).toMatchObject([
      {
        item: 'work',
        line: 'l1',
        change: 'changed',
        fields: [{ title: '目前进展', before: '一', after: '完成' }],
      },
      { item: 'work', line: 'l2', change: 'removed' },
      { item: 'assets', line: null, change: 'added', fields: [{ after: '已全部归还' }] },
      { item: 'assets', line: 'l1', change: 'removed' },
      { item: 'contacts', line: 'l1', change: 'added' },
    ]);
  });

  it('include a changed photo', () => {
    const photographed: HandoverContent = {
      ...filled,
      assets: {
        lines: [{ id: 'l1', fields: { name: '笔记本电脑', number: 'A-001' }, attachments: [sha256('p')] }],
        none: null,
      },
    };
    expect(differencesBetween(GENERAL_TEMPLATE, filled, photographed)).toMatchObject([
      { item: 'assets', change: 'changed', fields: [], attachmentsChanged: true },
    ]);
  });

  const text = fc.constantFrom('', '甲', '乙');
  const content = fc.record({
    work: fc
      .uniqueArray(fc.record({ id: fc.constantFrom('l1', 'l2', 'l3'), what: text, status: text }), {
        selector: ({ id }) => id,
        minLength: 1,
      })
      .map((rows): ItemContent => ({
        lines: rows
          .sort((a, b) => (a.id < b.id ? -1 : 1))
          .map(({ id, what, status }) => ({ id, fields: { what, status }, attachments: [] })),
        none: null,
      })),
  });

  it('there are none exactly when nothing changed', () => {
    fc.assert(
      fc.property(content, content, (one, other) => {
        const none = differencesBetween(GENERAL_TEMPLATE, one, other).length === 0;
        return none === (JSON.stringify(one) === JSON.stringify(other));
      }),
    );
  });

  it('backwards they are the same lines, added for removed', () => {
    fc.assert(
      fc.property(content, content, (one, other) => {
        const turned = { added: 'removed', removed: 'added', changed: 'changed' } as const;
        const there = differencesBetween(GENERAL_TEMPLATE, one, other).map(
          ({ line, change }) => `${line} ${change}`,
        );
        const back = differencesBetween(GENERAL_TEMPLATE, other, one).map(
          ({ line, change }) => `${line} ${turned[change]}`,
        );
        expect(there.sort()).toEqual(back.sort());
      }),
    );
  });
});
