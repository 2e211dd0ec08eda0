import { type Formula, OPERATIONS } from './operations';
import { lookUp, type Scope } from './scope';
import { tokensOf, type Token } from './tokens';

/** `a.b + c(d)`. @throws Error saying what is wrong */
export const formulaOf = (expression: string): Formula => new Grammar(expression).whole();

/** The `data` of a template: `i: item, c` between the braces. @throws Error saying what is wrong */
export const recordOf = (expression: string): Formula => new Grammar(expression).wholeRecord();

const CONSTANTS: Readonly<Record<string, unknown>> = { true: true, false: false, null: null, undefined };

class Grammar {
  private at = 0;
  private readonly tokens: readonly Token[];

  constructor(private readonly expression: string) {
    this.tokens = tokensOf(expression);
  }

  whole(): Formula {
    const formula = this.choice();
    this.expectEnd();
    return formula;
  }

  wholeRecord(): Formula {
    const formula = this.entries('');
    this.expectEnd();
    return formula;
  }

  private choice(): Formula {
    const condition = this.level(0);
    if (!this.take('?')) return condition;
    const yes = this.choice();
    this.expect(':');
    const no = this.choice();
    return (scope) => (condition(scope) ? yes(scope) : no(scope));
  }

  private level(depth: number): Formula {
    const operations = OPERATIONS[depth];
    if (operations === undefined) return this.sign();
    let left = this.level(depth + 1);
    for (;;) {
      const token = this.peek();
      const operation = token.kind === 'sign' ? operations[token.text] : undefined;
      if (operation === undefined) return left;
      this.at += 1;
      left = operation(left, this.level(depth + 1));
    }
  }

  private sign(): Formula {
    if (this.take('!')) return negated(this.sign());
    if (this.take('-')) return scaled(this.sign(), -1);
    if (this.take('+')) return scaled(this.sign(), 1);
    return this.path(this.atom());
  }

  private path(start: Formula): Formula {
    let formula = start;
    for (;;) {
      if (this.take('.')) formula = member(formula, constant(this.name()));
      else if (this.take('[')) {
        formula = member(formula, this.choice());
        this.expect(']');
      } else if (this.take('(')) formula = this.call(formula, this.list(')'));
      else return formula;
    }
  }

  private call(formula: Formula, given: readonly Formula[]): Formula {
    return (scope) => {
      const called = formula(scope);
      if (typeof called !== 'function') throw new Error(`"${this.expression}" calls what is no function`);
      return (called as (...values: unknown[]) => unknown)(...given.map((one) => one(scope)));
    };
  }

  private atom(): Formula {
    const token = this.peek();
    this.at += 1;
    if (token.kind === 'number') return constant(Number(token.text));
    if (token.kind === 'text') return constant(token.text.slice(1, -1).replace(/\\(.)/g, '$1'));
    if (token.kind === 'name')
      return token.text in CONSTANTS ? constant(CONSTANTS[token.text]) : (scope) => lookUp(scope, token.text);
    if (token.text === '(') {
      const inside = this.choice();
      this.expect(')');
      return inside;
    }
    if (token.text === '[') {
      const members = this.list(']');
      return (scope) => members.map((one) => one(scope));
    }
    if (token.text === '{') {
      const record = this.entries('}');
      this.expect('}');
      return record;
    }
    throw this.error(`"${token.text}" is not expected`);
  }

  private list(end: string): Formula[] {
    const members: Formula[] = [];
    while (!this.take(end)) {
      members.push(this.choice());
      if (!this.take(',') && this.peek().text !== end) throw this.error(`"${end}" is missing`);
    }
    return members;
  }

  /** `name: value`, `name` alone, or `...others`, up to `end`, which stays. */
  private entries(end: string): Formula {
    const parts: Formula[] = [];
    while (this.peek().text !== end) {
      parts.push(this.entry());
      if (!this.take(',') && this.peek().text !== end) throw this.error('"," is missing');
    }
    return (scope) => Object.assign({}, ...parts.map((part) => part(scope)));
  }

  private entry(): Formula {
    if (this.take('...')) return this.choice();
    const token = this.peek();
    this.at += 1;
    if (token.kind !== 'name' && token.kind !== 'text') throw this.error('a name is missing');
    const name = token.kind === 'text' ? token.text.slice(1, -1) : token.text;
    const value = this.take(':') ? this.choice() : (scope: Scope) => lookUp(scope, name);
    return (scope) => ({ [name]: value(scope) });
  }

  private name(): string {
    const token = this.peek();
    if (token.kind !== 'name') throw this.error('a name is missing after "."');
    this.at += 1;
    return token.text;
  }

  private peek(): Token {
    return this.tokens[this.at] ?? { kind: 'end', text: '' };
  }

  private take(sign: string): boolean {
    const token = this.peek();
    if (token.kind !== 'sign' || token.text !== sign) return false;
    this.at += 1;
    return true;
  }

  private expect(sign: string): void {
    if (!this.take(sign)) throw this.error(`"${sign}" is missing`);
  }

  private expectEnd(): void {
    if (this.peek().kind !== 'end') throw this.error(`"${this.peek().text}" is not expected`);
  }

  private error(reason: string): Error {
    return new Error(`"${this.expression}" is no expression: ${reason}`);
  }
}

const constant =
  (value: unknown): Formula =>
  () =>
    value;

const negated =
  (formula: Formula): Formula =>
  (scope) =>
    !formula(scope);

const scaled =
  (formula: Formula, factor: number): Formula =>
  (scope) =>
    Number(formula(scope)) * factor;

/** Nothing of nothing is nothing: a template never fails on a missing member. */
const member =
  (of: Formula, name: Formula): Formula =>
  (scope) => {
    const owner = of(scope);
    if (owner === null || owner === undefined) return undefined;
    return (owner as Record<string, unknown>)[String(name(scope))];
  };
