import { TemplateError, type WxmlElement, type WxmlNode } from './wxml-node';

/** Tags whose content is code, not markup. */
const RAW = 'wxs';

/** Reads a wxml file. @throws TemplateError for a tag that is not closed, or closed and never opened */
export function parseWxml(source: string, file: string): readonly WxmlNode[] {
  const reader = new Reader(source, file);
  const nodes = reader.children(null);
  reader.expectEnd();
  return nodes;
}

class Reader {
  private at = 0;

  constructor(
    private readonly source: string,
    private readonly file: string,
  ) {}

  /** The nodes up to the closing tag of `parent`, which is consumed; up to the end when null. */
  children(parent: string | null): WxmlNode[] {
    const nodes: WxmlNode[] = [];
    while (this.at < this.source.length) {
      if (this.skipComment()) continue;
      if (this.source.startsWith('</', this.at)) {
        if (parent === null) return nodes;
        this.close(parent);
        return nodes;
      }
      if (this.source[this.at] === '<') nodes.push(this.element());
      else this.text(nodes);
    }
    if (parent !== null) throw this.error(`<${parent}> is never closed`);
    return nodes;
  }

  expectEnd(): void {
    if (this.at < this.source.length) throw this.error('a closing tag without its opening one');
  }

  private skipComment(): boolean {
    if (!this.source.startsWith('<!--', this.at)) return false;
    const end = this.source.indexOf('-->', this.at);
    this.at = end < 0 ? this.source.length : end + 3;
    return true;
  }

  private close(tag: string): void {
    const [whole, name] = this.match(/<\/\s*([\w-]+)\s*>/y) ?? [];
    if (whole === undefined || name !== tag) throw this.error(`<${tag}> is closed by ${whole ?? 'nothing'}`);
  }

  /** Blanks between tags are no text; a `<` inside `{{ }}` is no tag. */
  private text(nodes: WxmlNode[]): void {
    const text = this.match(/(?:\{\{[\s\S]*?\}\}|[^<])+/y)?.[0] ?? '';
    if (text.trim() !== '') nodes.push({ kind: 'text', text: text.trim() });
  }

  private element(): WxmlElement {
    const line = this.line();
    const tag = this.match(/<([a-zA-Z][\w-]*)/y)?.[1];
    if (tag === undefined) throw this.error('a tag without a name');
    const attributes = this.attributes();
    const end = this.match(/\s*(\/?>)/y)?.[1];
    if (end === undefined) throw this.error(`<${tag}> has no end`);
    if (end === '/>') return { kind: 'element', tag, attributes, children: [], line };
    return {
      kind: 'element',
      tag,
      attributes,
      children: tag === RAW ? this.raw() : this.children(tag),
      line,
    };
  }

  private raw(): WxmlNode[] {
    const end = this.source.indexOf(`</${RAW}>`, this.at);
    if (end < 0) throw this.error(`<${RAW}> is never closed`);
    const text = this.source.slice(this.at, end);
    this.at = end + RAW.length + 3;
    return [{ kind: 'text', text }];
  }

  private attributes(): Map<string, string | true> {
    const attributes = new Map<string, string | true>();
    for (;;) {
      const name = this.match(/\s+([^\s=/>"']+)/y)?.[1];
      if (name === undefined) return attributes;
      const value = this.match(/\s*=\s*(?:"([^"]*)"|'([^']*)')/y);
      attributes.set(name, value === null ? true : (value[1] ?? value[2] ?? ''));
    }
  }

  private match(pattern: RegExp): RegExpExecArray | null {
    pattern.lastIndex = this.at;
    const found = pattern.exec(this.source);
    if (found !== null) this.at = pattern.lastIndex;
    return found;
  }

  private line(): number {
    return this.source.slice(0, this.at).split('\n').length;
  }

  private error(reason: string): TemplateError {
    return new TemplateError(this.file, this.line(), reason);
  }
}
