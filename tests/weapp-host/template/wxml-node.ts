export interface WxmlText {
  readonly kind: 'text';
  readonly text: string;
}

export interface WxmlElement {
  readonly kind: 'element';
  readonly tag: string;
  /** As written; true for an attribute without a value. */
  readonly attributes: ReadonlyMap<string, string | true>;
  readonly children: readonly WxmlNode[];
  readonly line: number;
}

export type WxmlNode = WxmlText | WxmlElement;

/** A template that WeChat would not compile, with its place. */
export class TemplateError extends Error {
  constructor(file: string, line: number, reason: string) {
    super(`${file}:${line} ${reason}`);
  }
}
