/** Something the mini-program did that WeChat would have reported to its developers. */
export interface Fault {
  /** 'timer', 'pages/punch/index onLoad', 'template of pages/punch/index'. */
  readonly where: string;
  readonly message: string;
  readonly stack: string;
}

/** Collects what went wrong; the host's next step fails with it unless a test takes it out. */
export class Faults {
  private kept: Fault[] = [];
  private readonly listeners: ((fault: Fault) => void)[] = [];

  onFault(listener: (fault: Fault) => void): void {
    this.listeners.push(listener);
  }

  add(where: string, thrown: unknown): void {
    const fault = { where, message: messageOf(thrown), stack: stackOf(thrown) };
    this.kept.push(fault);
    for (const listener of this.listeners) {
      try {
        listener(fault);
      } catch (failed) {
        // A listener that fails is a fault too; it cannot be told to itself.
        this.kept.push({ where: 'onError', message: messageOf(failed), stack: stackOf(failed) });
      }
    }
  }

  /** Runs code of the mini-program; what it throws is kept and does not come out. */
  guard<Value>(where: string, run: () => Value): Value | undefined {
    try {
      return run();
    } catch (thrown) {
      this.add(where, thrown);
      return undefined;
    }
  }

  take(): readonly Fault[] {
    const taken = this.kept;
    this.kept = [];
    return taken;
  }

  /** @throws Error with every fault that nobody has taken */
  raise(): void {
    const [first, ...more] = this.take();
    if (first === undefined) return;
    const error = new Error([first, ...more].map(({ where, message }) => `${where}: ${message}`).join('\n'));
    error.stack = `${error.message}\n${first.stack}`;
    throw error;
  }
}

/** Errors come out of another realm: instanceof does not know them. */
export function messageOf(thrown: unknown): string {
  if (typeof thrown === 'object' && thrown !== null && 'message' in thrown) return String(thrown.message);
  if (typeof thrown === 'object' && thrown !== null && 'errMsg' in thrown) return String(thrown.errMsg);
  return String(thrown);
}

const stackOf = (thrown: unknown): string =>
  typeof thrown === 'object' && thrown !== null && 'stack' in thrown ? String(thrown.stack) : '';
