import type { InputIssue } from '@contract/refusals';
import { contract } from '@contract/contract';
import type * as z from 'zod/mini';
import { inputIssueText } from '@/wording/input-issues';
import { refusalSentence } from '@/wording/refusals';

const REASONS: { readonly [Reason in InputIssue['reason']]: string } = {
  missing: '邀请码没有填',
  'wrong-type': '邀请码格式不对',
  'too-small': '邀请码太小，最小是 5',
  'too-large': '邀请码太大，最大是 5',
  'too-long': '邀请码太长，最多 5 个',
  'too-short': '邀请码太短，至少 5 个',
  'bad-format': '邀请码格式不对',
  'not-offered': '邀请码不在可选的范围里',
  'unknown-field': '邀请码不是可以填的内容',
};

/** Every field that a phone sends, as the server would name it in an issue. */
function fieldsOf(schema: z.ZodMiniType, path: readonly string[] = []): string[] {
  const { def } = schema._zod as {
    def: { type: string; shape?: object; element?: unknown; innerType?: unknown };
  };
  if (def.type === 'object')
    return Object.entries(def.shape ?? {}).flatMap(([name, inner]) => [
      [...path, name].join('.'),
      ...fieldsOf(inner as z.ZodMiniType, [...path, name]),
    ]);
  if (def.type === 'array') return fieldsOf(def.element as z.ZodMiniType, [...path, '0']);
  if (def.type === 'nullable') return fieldsOf(def.innerType as z.ZodMiniType, path);
  return [];
}

const FIELDS = [...new Set(Object.values(contract).flatMap(({ input }) => fieldsOf(input)))];

describe('the wording of bad input', () => {
  it.each(Object.entries(REASONS))('says %s in words, with the bound', (reason, text) => {
    expect(inputIssueText({ field: 'code', reason: reason as InputIssue['reason'], expected: 5 })).toBe(text);
  });

  it('finds the fields of the contract', () => {
    expect(FIELDS).toEqual(
      expect.arrayContaining(['code', 'position.latitude', 'answers.0.templateId', 'punchId']),
    );
  });

  it.each(FIELDS)('names %s in Chinese', (field) => {
    expect(inputIssueText({ field, reason: 'missing' })).toMatch(/^[\u4e00-\u9fff]+没有填$/);
  });

  it('quotes a field that nobody declared', () => {
    expect(inputIssueText({ field: 'status', reason: 'unknown-field' })).toBe('“status”不是可以填的内容');
  });

  it('says several issues one after the other', () => {
    const facts = {
      issues: [
        { field: 'position.latitude', reason: 'too-large', expected: 90 },
        { field: 'punchId', reason: 'missing' },
      ],
    };
    expect(refusalSentence({ code: 'input.invalid', facts }).text).toBe(
      '纬度太大，最大是 90；打卡编号没有填。',
    );
  });
});
