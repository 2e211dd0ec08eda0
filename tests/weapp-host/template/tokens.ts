/** A piece of an expression between `{{` and `}}`. */
export interface Token {
  readonly kind: 'number' | 'text' | 'name' | 'sign' | 'end';
  readonly text: string;
}

const SIGNS = /\.\.\.|===|!==|==|!=|<=|>=|&&|\|\||[-+*/%<>!?:,.()[\]{}]/y;
const PATTERNS = [
  { kind: 'number', pattern: /\d+\.?\d*(?:[eE][-+]?\d+)?|\.\d+/y },
  { kind: 'text', pattern: /'(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*"/y },
  { kind: 'name', pattern: /[A-Za-z_$][\w$]*/y },
  { kind: 'sign', pattern: SIGNS },
] as const;

/** @throws Error naming the character that no expression holds */
export function tokensOf(expression: string): readonly Token[] {
  const tokens: Token[] = [];
  let at = 0;
  while (at < expression.length) {
    if (/\s/.test(expression.charAt(at))) {
      at += 1;
      continue;
    }
    const found = PATTERNS.map(({ kind, pattern }) => {
      pattern.lastIndex = at;
      const text = pattern.exec(expression)?.[0];
      return text === undefined ? null : { kind, text };
    }).find((token) => token !== null);
    if (found == null) throw new Error(`"${expression}" is no expression: "${expression.charAt(at)}"`);
    tokens.push(found);
    at += found.text.length;
  }
  return [...tokens, { kind: 'end', text: '' }];
}
