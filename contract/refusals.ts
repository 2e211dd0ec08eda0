/** One field of the input that could not be read: its path ('position.latitude') and why, as a code. */
export interface InputIssue {
  readonly field: string;
  readonly reason:
    | 'missing'
    | 'wrong-type'
    | 'too-small'
    | 'too-large'
    | 'too-long'
    | 'too-short'
    | 'bad-format'
    | 'not-offered'
    | 'unknown-field';
  /** The bound or the expected type, where there is one: 'number', 90, … */
  readonly expected?: string | number;
}

/** Every expected "no" of the product, with the facts of each. The wording is in src/wording/refusals.ts. */
export interface RefusalFacts {
  'input.invalid': { readonly issues: readonly InputIssue[] };
  'input.too-large': { readonly maxKilobytes: number };
  'procedure.unknown': { readonly procedure: string };
  'session.no-identity': Record<string, never>;
  'session.not-bound': Record<string, never>;
  'session.forbidden': Record<string, never>;
  'session.left': { readonly lastDay: string };
  'invitation.unknown': { readonly triesLeft: number };
  'invitation.expired': { readonly expiredAt: string };
  'invitation.used': Record<string, never>;
  'invitation.too-many-tries': { readonly minutesLeft: number };
  'binding.wechat-taken': Record<string, never>;
  'binding.employment-taken': Record<string, never>;
  'person.unknown': Record<string, never>;
  'punch.outside-fence': {
    readonly placeName: string;
    readonly distanceMeters: number;
    readonly radiusMeters: number;
    /** How far to walk: distance minus radius, rounded up. */
    readonly missingMeters: number;
  };
  'punch.position-needed': Record<string, never>;
  'punch.inaccurate': { readonly accuracyMeters: number; readonly radiusMeters: number };
  'punch.unscheduled': { readonly dutyDate: string };
  /** `at`: '09:00' on the wall clock. */
  'punch.just-punched': { readonly kind: 'in' | 'out'; readonly at: string };
  'punch.too-many': { readonly limit: number };
  'punch.not-employed': { readonly dutyDate: string };
  'punch.choose-shift': { readonly dutyDate: string };
  'punch.month-locked': { readonly month: string };
  'punch.id-reused': Record<string, never>;
  'case.unknown': Record<string, never>;
  'case.closed': { readonly resultText: string };
  'task.dead-link': Record<string, never>;
  /** `at` in words: '11月22日 周日 09:30'. */
  'task.already-decided': { readonly byName: string; readonly at: string; readonly outcome: string };
  'task.moved': { readonly toName: string };
  'task.not-your-turn': { readonly waitsForName: string };
  'action.not-offered': { readonly action: string };
  'reason.missing': Record<string, never>;
  'person.gone': { readonly name: string };
  'urge.too-soon': { readonly againAt: string };
  /** The flow says no for a reason that people cannot mend; the code is for whoever looks after it. */
  'case.cannot-move': { readonly because: string };
  'command.id-taken': Record<string, never>;
  'month.locked': { readonly month: string };
  'correction.no-such-day': Record<string, never>;
  'correction.kind-not-allowed': Record<string, never>;
  'correction.future-day': Record<string, never>;
  'correction.limit-reached': { readonly used: number; readonly limit: number };
  'correction.too-many-days-back': { readonly limit: number };
  'correction.month-closed': { readonly deadline: string };
  'correction.already-asked': { readonly caseId: string };
  'file.unknown': Record<string, never>;
  'file.not-a-picture': Record<string, never>;
  'file.too-large': { readonly maxMegabytes: number };
  'conflict.busy': Record<string, never>;
}

export type RefusalCode = keyof RefusalFacts;
