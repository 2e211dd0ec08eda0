import { ok, refuse } from '../result';
import type { Refusal, Result } from '../result';

export type ItemKind = 'work' | 'document' | 'asset' | 'account' | 'contact';

/** One thing to hand over, e.g. "客户清单". It is filled with lines of its kind. */
export interface TemplateItem {
  readonly key: string;
  readonly kind: ItemKind;
  readonly title: string;
  readonly required: boolean;
}

/** What a post hands over. A case keeps the version that it started with. */
export interface HandoverTemplate {
  readonly id: string;
  readonly version: number;
  readonly post: string;
  /** It is for posts with one of these in their name: '研发工程师' has '工程师'. */
  readonly postWords: readonly string[];
  readonly items: readonly TemplateItem[];
}

export interface LineField {
  readonly name: string;
  readonly title: string;
  readonly required: boolean;
}

const field = (name: string, title: string, required = true): LineField => ({ name, title, required });

/** What a line of each kind says. An account never has a password here: it is handed over by resetting it. */
export const LINE_FIELDS: Readonly<Record<ItemKind, readonly LineField[]>> = {
  work: [field('what', '工作内容'), field('status', '目前进展'), field('next', '下一步', false)],
  document: [field('name', '文档名称'), field('path', '文档路径'), field('note', '说明', false)],
  asset: [field('name', '资产名称'), field('number', '资产编号'), field('place', '存放处', false)],
  account: [field('system', '系统'), field('account', '账号'), field('note', '说明', false)],
  contact: [field('name', '联系人'), field('phone', '联系方式'), field('organisation', '单位', false)],
};

/** Every template asks for these, whatever else it asks. */
const ALWAYS: Readonly<Record<'work' | 'document' | 'asset', string>> = {
  work: '工作内容',
  document: '文档路径',
  asset: '资产清单',
};

export type TemplateRefusal = Refusal<
  'handover.template-invalid',
  { readonly item: string; readonly reason: 'blank title' | 'key twice' | 'must be required' }
>;

/** Checks a template before it is published. */
export function checkTemplate(template: HandoverTemplate): Result<HandoverTemplate, TemplateRefusal> {
  const keys = new Set<string>();
  for (const { key, title } of template.items) {
    if (title.trim() === '') return refuse('handover.template-invalid', { item: key, reason: 'blank title' });
    if (keys.has(key)) return refuse('handover.template-invalid', { item: key, reason: 'key twice' });
    keys.add(key);
  }
  for (const [kind, title] of Object.entries(ALWAYS))
    if (!template.items.some((item) => item.kind === kind && item.required))
      return refuse('handover.template-invalid', { item: title, reason: 'must be required' });
  return ok(template);
}

/** The first template for a post of this name, or the general one. */
export const templateForPost = (
  templates: readonly HandoverTemplate[],
  postName: string,
  general: HandoverTemplate,
): HandoverTemplate =>
  templates.find(({ postWords }) => postWords.some((word) => postName.includes(word))) ?? general;

export const GENERAL_TEMPLATE: HandoverTemplate = {
  id: 'general',
  version: 1,
  post: '通用',
  postWords: [],
  items: [
    { key: 'work', kind: 'work', title: '工作内容', required: true },
    { key: 'documents', kind: 'document', title: '文档路径', required: true },
    { key: 'assets', kind: 'asset', title: '资产清单', required: true },
    { key: 'accounts', kind: 'account', title: '账号清单', required: false },
    { key: 'contacts', kind: 'contact', title: '联系人', required: false },
  ],
};

export const SALES_TEMPLATE: HandoverTemplate = {
  id: 'sales',
  version: 1,
  post: '销售',
  postWords: ['销售', '客户经理', '商务'],
  items: [
    { key: 'work', kind: 'work', title: '工作内容', required: true },
    { key: 'projects', kind: 'work', title: '未完成的项目进度', required: true },
    { key: 'customers', kind: 'contact', title: '客户清单', required: true },
    { key: 'documents', kind: 'document', title: '文档路径', required: true },
    { key: 'assets', kind: 'asset', title: '资产清单', required: true },
    { key: 'accounts', kind: 'account', title: '账号清单', required: false },
  ],
};

export const ENGINEER_TEMPLATE: HandoverTemplate = {
  id: 'engineer',
  version: 1,
  post: '技术',
  postWords: ['技术', '研发', '开发', '工程师', '运维'],
  items: [
    { key: 'work', kind: 'work', title: '工作内容', required: true },
    { key: 'code', kind: 'document', title: '代码文档', required: true },
    { key: 'documents', kind: 'document', title: '文档路径', required: true },
    { key: 'servers', kind: 'account', title: '服务器权限', required: true },
    { key: 'assets', kind: 'asset', title: '资产清单', required: true },
    { key: 'contacts', kind: 'contact', title: '联系人', required: false },
  ],
};

export const SHIPPED_TEMPLATES: readonly HandoverTemplate[] = [
  GENERAL_TEMPLATE,
  SALES_TEMPLATE,
  ENGINEER_TEMPLATE,
];
