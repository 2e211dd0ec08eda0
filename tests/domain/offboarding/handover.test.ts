import fc from 'fast-check';
import { gapsIn, missingText } from '@domain/offboarding/handover-content';
import type { HandoverContent, ItemContent } from '@domain/offboarding/handover-content';
import { differencesBetween } from '@domain/offboarding/handover-differences';
import {
  changeRecipient,
  commentOn,
  currentVersion,
  isHandedOver,
  sendBack,
  signHandover,
  submitHandover,
} from '@domain/offboarding/handover';
import type { Handover, HandoverRefusal } from '@domain/offboarding/handover';
import {
  checkTemplate,
  GENERAL_TEMPLATE,
  SALES_TEMPLATE,
  SHIPPED_TEMPLATES,
  templateForPost,
} from '@domain/offboarding/handover-template';
import type { Result } from '@domain/result';
import { instantOf } from '@domain/time/instant';
import { sha256 } from '../evidence/sha256';

const at = instantOf(Date.UTC(2026, 10, 2));
const empty: Handover = {
  caseId: 'case-1',
  template: GENERAL_TEMPLATE,
  employee: 'zhang',
  recipient: 'wang',
  versions: [],
  comments: [],
};

const lines = (...fields: Record<string, string>[]): ItemContent => ({
  lines: fields.map((one, index) => ({ id: `l${index + 1}`, fields: one, attachments: [] })),
  none: null,
});

const filled: HandoverContent = {
  work: lines({ what: '华东区客户', status: '进行中' }),
  documents: lines({ name: '客户清单', path: '/共享/客户/2026.xlsx' }),
  assets: lines({ name: '笔记本电脑', number: 'A-001' }),
};
const better: HandoverContent = {
  ...filled,
  contacts: lines({ name: '李总', phone: '13800138000' }),
};

const did = <Value>(answer: Result<Value, HandoverRefusal>): Value => {
  if (!answer.ok) throw new Error(answer.refusal.code);
  return answer.value;
};
const codeOf = (answer: Result<Handover, HandoverRefusal>) => (answer.ok ? null : answer.refusal.code);
const submitted = did(submitHandover(empty, filled, 'zhang', at, sha256));
const digestOf = (handover: Handover): string => currentVersion(handover)?.digest ?? '';
const sign = (handover: Handover, by: string, seen = digestOf(handover)) =>
  signHandover(handover, seen, { by, at, mark: sha256(`mark of ${by}`), level: 'basic' });
const bothSigned = did(sign(did(sign(submitted, 'zhang')), 'wang'));

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

describe('handing in', () => {
  it('refuses a list with gaps, so that nobody can sign one', () => {
    const answer = submitHandover(empty, {}, 'zhang', at, sha256);
    expect(codeOf(answer)).toBe('handover.incomplete');
    expect(codeOf(sign(empty, 'zhang'))).toBe('handover.nothing-submitted');
  });

  it('is the employee’s alone', () => {
    expect(codeOf(submitHandover(empty, filled, 'wang', at, sha256))).toBe('handover.not-yours');
  });

  it('the same content twice makes no second version', () => {
    expect(did(submitHandover(submitted, { ...filled }, 'zhang', at, sha256))).toBe(submitted);
  });

  it('version 1 stays when version 2 is made', () => {
    const second = did(submitHandover(submitted, better, 'zhang', at, sha256));
    expect(second.versions.map(({ number }) => number)).toEqual([1, 2]);
    expect(second.versions[0]).toEqual(submitted.versions[0]);
  });
});

describe('the recipient', () => {
  const commented = did(commentOn(submitted, 'contacts', 'wang', at, '缺少李总的联系方式'));

  it('says at an item what is missing and sends the list back; the employee answers with version 2', () => {
    const back = did(sendBack(commented, 'wang', at));
    expect(codeOf(sign(back, 'zhang'))).toBe('handover.sent-back');
    const second = did(submitHandover(back, better, 'zhang', at, sha256));
    expect(sign(second, 'wang').ok).toBe(true);
    expect(second.comments).toMatchObject([{ version: 1, item: 'contacts', text: '缺少李总的联系方式' }]);
  });

  it('cannot send back without a word, twice, or after signing', () => {
    expect(codeOf(sendBack(submitted, 'wang', at))).toBe('handover.send-back-without-comment');
    expect(codeOf(sendBack(did(sendBack(commented, 'wang', at)), 'wang', at))).toBe('handover.sent-back');
    expect(codeOf(sendBack(did(sign(commented, 'wang')), 'wang', at))).toBe('handover.already-signed');
  });

  it('a comment about version 1 does not send version 2 back', () => {
    const second = did(submitHandover(commented, better, 'zhang', at, sha256));
    expect(codeOf(sendBack(second, 'wang', at))).toBe('handover.send-back-without-comment');
  });

  it('nobody else comments, sends back or signs; blank words and unknown items are refused', () => {
    expect(codeOf(commentOn(submitted, 'work', 'stranger', at, '好'))).toBe('handover.not-yours');
    expect(codeOf(commentOn(submitted, 'work', 'wang', at, ' '))).toBe('handover.comment-blank');
    expect(codeOf(commentOn(submitted, 'nothing', 'wang', at, '好'))).toBe('handover.unknown-item');
    expect(codeOf(commentOn(empty, 'work', 'wang', at, '好'))).toBe('handover.nothing-submitted');
    expect(codeOf(sendBack(commented, 'zhang', at))).toBe('handover.not-yours');
    expect(codeOf(sign(submitted, 'stranger'))).toBe('handover.not-yours');
  });

  it('who leaves too is replaced: a new version, because whoever signs is part of what is signed', () => {
    const moved = did(changeRecipient(bothSigned, 'liu', at, sha256));
    expect(isHandedOver(moved)).toBe(false);
    expect(currentVersion(moved)).toMatchObject({
      number: 2,
      recipient: 'liu',
      content: filled,
      signatures: [],
    });
    expect(codeOf(sign(moved, 'wang'))).toBe('handover.not-yours');
    expect(did(changeRecipient(bothSigned, 'wang', at, sha256))).toBe(bothSigned);
    expect(did(changeRecipient(empty, 'liu', at, sha256)).versions).toEqual([]);
  });

  it('is never the employee', () => {
    expect(codeOf(changeRecipient(submitted, 'zhang', at, sha256))).toBe('handover.recipient-is-employee');
  });
});

describe('signing', () => {
  it('by both makes a handover', () => {
    expect(isHandedOver(submitted)).toBe(false);
    expect(isHandedOver(did(sign(submitted, 'zhang')))).toBe(false);
    expect(isHandedOver(bothSigned)).toBe(true);
  });

  it('twice by one person is refused', () => {
    expect(codeOf(sign(did(sign(submitted, 'zhang')), 'zhang'))).toBe('handover.already-signed');
  });

  it('what has changed since one looked is refused', () => {
    const second = did(submitHandover(submitted, better, 'zhang', at, sha256));
    expect(sign(second, 'wang', digestOf(submitted))).toMatchObject({
      refusal: { code: 'handover.changed', facts: { version: 2, digest: digestOf(second) } },
    });
  });

  it('binds one digest: any change voids both signatures, even a change there and back', () => {
    const changed = did(submitHandover(bothSigned, better, 'zhang', at, sha256));
    const restored = did(submitHandover(changed, filled, 'zhang', at, sha256));
    expect(isHandedOver(changed)).toBe(false);
    expect(isHandedOver(restored)).toBe(false);
    expect(digestOf(restored)).not.toBe(digestOf(bothSigned));
  });

  it('digests differ by case, employee, recipient and template', () => {
    const digestFor = (changes: Partial<Handover>) =>
      digestOf(
        did(submitHandover({ ...empty, ...changes }, filled, changes.employee ?? 'zhang', at, sha256)),
      );
    const digests = [
      digestFor({}),
      digestFor({ caseId: 'case-2' }),
      digestFor({ employee: 'zhao' }),
      digestFor({ recipient: 'liu' }),
      digestFor({ template: { ...GENERAL_TEMPLATE, version: 2 } }),
    ];
    expect(new Set(digests).size).toBe(5);
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
