/** What a storage rule may look at. `auth` is null for a caller who has not signed in. */
export interface RuleScope {
  readonly auth: { readonly openid?: string; readonly uid?: string; readonly loginType?: string } | null;
  readonly resource: { readonly openid?: string; readonly path: string };
}

/** A rule that was read. Whatever cannot be looked up denies. */
export type Rule = (scope: RuleScope) => boolean;

type Value = string | number | boolean | null | undefined | object;
interface Term {
  evaluate(scope: RuleScope): Value;
  /** The service wants the outcome of `test` compared with true or false. */
  readonly isTest?: boolean;
}

const TOKEN =
  /\s*(?:(\|\||&&|===|!==|==|!=|[!().])|("(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*')|(\d+(?:\.\d+)?)|([A-Za-z_]\w*)|(\/(?:[^/\\\n]|\\.)+\/[imsu]*))/y;

/**
 * Reads the language of storage rules: comparisons, `&&`, `||`, `!`, parentheses, `auth.…`, `resource.…` and
 * `/pattern/.test(value) == true`.
 *
 * @throws Error naming the place where it is not understood
 */
export function readRule(rule: boolean | string): Rule {
  if (typeof rule === 'boolean') return () => rule;
  const reader = new RuleReader(rule);
  const term = reader.whole();
  return (scope) => {
    try {
      return term.evaluate(scope) === true;
    } catch {
      return false;
    }
  };
}

class RuleReader {
  private readonly tokens: string[] = [];
  private position = 0;

  constructor(private readonly rule: string) {
    TOKEN.lastIndex = 0;
    let read = 0;
    for (let match = TOKEN.exec(rule); match; match = TOKEN.exec(rule)) {
      this.tokens.push(match[0].trim());
      read = TOKEN.lastIndex;
    }
    if (rule.slice(read).trim() !== '') throw this.fault(rule.slice(read).trim());
  }

  whole(): Term {
    const term = this.either();
    if (this.position < this.tokens.length) throw this.fault(this.peek());
    if (term.isTest) throw this.bareTest();
    return term;
  }

  private either(): Term {
    let left = this.both();
    while (this.take('||')) {
      const [a, b] = [this.condition(left), this.condition(this.both())];
      left = { evaluate: (scope) => a.evaluate(scope) === true || b.evaluate(scope) === true };
    }
    return left;
  }

  private both(): Term {
    let left = this.comparison();
    while (this.take('&&')) {
      const [a, b] = [this.condition(left), this.condition(this.comparison())];
      left = { evaluate: (scope) => a.evaluate(scope) === true && b.evaluate(scope) === true };
    }
    return left;
  }

  private comparison(): Term {
    const left = this.negation();
    const operator = ['===', '==', '!==', '!='].find((sign) => this.take(sign));
    if (!operator) return left;
    const right = this.negation();
    const wanted = operator.startsWith('=');
    return { evaluate: (scope) => (left.evaluate(scope) === right.evaluate(scope)) === wanted };
  }

  private negation(): Term {
    if (!this.take('!')) return this.primary();
    const inner = this.condition(this.negation());
    return { evaluate: (scope) => inner.evaluate(scope) !== true };
  }

  private primary(): Term {
    const token = this.next();
    if (token === '(') {
      const inner = this.either();
      this.expect(')');
      return inner;
    }
    if (token.startsWith('/')) return this.test(token);
    if (/^["']/.test(token)) return constant(token.slice(1, -1).replace(/\\(.)/g, '$1'));
    if (/^\d/.test(token)) return constant(Number(token));
    if (token === 'true' || token === 'false') return constant(token === 'true');
    if (token === 'null') return constant(null);
    if (token === 'auth' || token === 'resource') return this.lookup(token);
    throw this.fault(token);
  }

  private lookup(root: 'auth' | 'resource'): Term {
    const fields: string[] = [];
    while (this.take('.')) fields.push(this.next());
    return {
      evaluate: (scope) => {
        let value: unknown = scope[root];
        for (const field of fields) {
          if (typeof value !== 'object' || value === null) throw new Error(`nothing to look up ${field} in`);
          value = (value as Record<string, unknown>)[field];
        }
        return value as Value;
      },
    };
  }

  private test(token: string): Term {
    const end = token.lastIndexOf('/');
    const pattern = new RegExp(token.slice(1, end), token.slice(end + 1));
    for (const part of ['.', 'test', '(']) this.expect(part);
    const subject = this.either();
    this.expect(')');
    return { isTest: true, evaluate: (scope) => pattern.test(String(subject.evaluate(scope))) };
  }

  /** What stands where a condition stands. */
  private condition(term: Term): Term {
    if (term.isTest) throw this.bareTest();
    return term;
  }

  private peek(): string {
    return this.tokens[this.position] ?? 'the end';
  }

  private next(): string {
    const token = this.peek();
    this.position += 1;
    return token;
  }

  private take(token: string): boolean {
    if (this.tokens[this.position] !== token) return false;
    this.position += 1;
    return true;
  }

  private expect(token: string): void {
    if (!this.take(token)) throw this.fault(this.peek());
  }

  private fault(at: string): Error {
    return new Error(`the storage rule ${JSON.stringify(this.rule)} is not understood at ${at}`);
  }

  private bareTest(): Error {
    return new Error(
      `the storage rule ${JSON.stringify(this.rule)} must compare .test(…) with true or false`,
    );
  }
}

const constant = (value: Value): Term => ({ evaluate: () => value });
