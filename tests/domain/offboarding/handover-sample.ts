import type { HandoverContent, ItemContent } from '@domain/offboarding/handover-content';

/** Lines l1, l2 … of one item. */
export const lines = (...fields: Record<string, string>[]): ItemContent => ({
  lines: fields.map((one, index) => ({ id: `l${index + 1}`, fields: one, attachments: [] })),
  none: null,
});

/** A list without gaps, and one with a contact more. */
export const filled: HandoverContent = {
  work: lines({ what: '华东区客户', status: '进行中' }),
  documents: lines({ name: '客户清单', path: '/共享/客户/2026.xlsx' }),
  assets: lines({ name: '笔记本电脑', number: 'A-001' }),
};
export const better: HandoverContent = {
  ...filled,
  contacts: lines({ name: '李总', phone: '13800138000' }),
};
