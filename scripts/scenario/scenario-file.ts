import { readFileSync } from 'node:fs';
import Ajv from 'ajv/dist/2019';
import type { TaskContent } from '../../domain/approval/commands';
import type { FlowDefinition } from '../../domain/approval/flow';
import type { Fields } from '../../domain/approval/names';
import type { SpecialDay } from '../../domain/time/workday-calendar';
import { Unable } from '../command';
import { inRoot } from '../root';

/** '2026-10-22 09:00' on the scenario's wall clock. */
export type LocalTime = string;

export interface ScenarioPerson {
  readonly id: string;
  readonly name?: string;
  readonly leader?: string;
  readonly unit?: string;
  readonly branch?: string;
  /** 'hr' for the whole company, 'hr@shanghai' for a branch. */
  readonly roles?: readonly string[];
  readonly accessEnds?: LocalTime;
  readonly post?: Fields;
}

export interface ScenarioDelegation {
  readonly from: string;
  readonly to: string;
  readonly since: LocalTime;
  readonly until: LocalTime;
  readonly flows?: readonly string[];
}

export interface ScenarioCalendar {
  readonly knownUntil?: string;
  readonly days?: readonly SpecialDay[];
}

/** What a step expects; everything absent is not looked at. `docs/scenario.md` explains each. */
export interface Expectation {
  readonly refused?: string | { readonly code: string; readonly facts?: Readonly<Record<string, unknown>> };
  readonly replayed?: boolean;
  readonly events?: readonly string[];
  readonly open?: Readonly<Record<string, readonly string[]>>;
  readonly messages?: readonly string[];
  readonly effects?: readonly string[];
  readonly due?: Readonly<Record<string, LocalTime | null>>;
  readonly dueProblem?: Readonly<Record<string, string | null>>;
  readonly stalled?: Readonly<Record<string, string | null>>;
  readonly signed?: Readonly<Record<string, readonly string[]>>;
  readonly result?: string | null;
  readonly wakesAt?: LocalTime | null;
  /** What the clock did by itself since the step before. */
  readonly meanwhile?: { readonly events?: readonly string[]; readonly messages?: readonly string[] };
}

export interface ScenarioStep extends Omit<TaskContent, 'signature' | 'documents'> {
  readonly at?: LocalTime;
  readonly note?: string;
  readonly by?: string;
  /** A command, or 'nothing' to let time pass. */
  readonly does?: string;
  /** The id of the command, to repeat a tap. */
  readonly tap?: string;
  /** A node: the actor's task there. */
  readonly task?: string;
  /** A link that an earlier step kept. */
  readonly link?: string;
  /** Keeps the link of the open task of a node under a name. */
  readonly keep?: Readonly<Record<string, string>>;
  readonly times?: number;
  readonly identity?: {
    readonly level: 'basic' | 'reliable';
    readonly minutesAgo?: number;
    readonly document?: string;
  };
  readonly documents?: Readonly<Record<string, string>>;
  readonly signature?: { readonly document: string; readonly digest: string };
  readonly dates?: Readonly<Record<string, string>>;
  /** Everything else that the command takes, as it is. */
  readonly with?: Readonly<Record<string, unknown>>;
  readonly change?: {
    readonly people?: readonly ScenarioPerson[];
    readonly delegations?: readonly ScenarioDelegation[];
    readonly calendar?: ScenarioCalendar;
  };
  readonly expect?: Expectation;
}

export interface Scenario {
  readonly title: string;
  readonly why?: string;
  readonly zone?: { readonly name: string; readonly offsetMinutes: number };
  readonly hours?: readonly string[];
  readonly calendar?: ScenarioCalendar;
  readonly people: readonly ScenarioPerson[];
  readonly units?: readonly { readonly id: string; readonly head?: string }[];
  readonly delegations?: readonly ScenarioDelegation[];
  readonly flow: string | FlowDefinition;
  /** 'off': nothing happens between steps but what the steps do. */
  readonly timer?: 'on' | 'off';
  readonly steps: readonly ScenarioStep[];
}

const SCHEMA = inRoot('docs', 'scenario.schema.json');

/** Parses and checks a scenario. Throws with every place and reason when it is none. */
export function readScenario(text: string): Scenario {
  const value: unknown = parsed(text);
  check('scenario', value);
  const scenario = value as Scenario;
  return { ...scenario, flow: readFlow(scenario.flow) };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new Unable(`not JSON: ${(error as Error).message}`);
  }
}

/** A definition is written out, or lies in a file of its own, named from the repository's root. */
function readFlow(flow: Scenario['flow']): Scenario['flow'] {
  if (typeof flow !== 'string' || !flow.endsWith('.json')) return flow;
  const value: unknown = JSON.parse(readFileSync(inRoot(flow), 'utf8'));
  check('flow', value);
  return value as FlowDefinition;
}

function check(what: 'scenario' | 'flow', value: unknown): void {
  const schema = JSON.parse(readFileSync(SCHEMA, 'utf8')) as Record<string, unknown>;
  const ajv = new Ajv({ allErrors: true, discriminator: true, allowUnionTypes: true });
  const validate = ajv.addSchema(schema, 'all').getSchema(what === 'scenario' ? 'all' : 'all#/$defs/flow');
  if (validate === undefined) throw new Error(`no schema for a ${what}`);
  if (validate(value) === true) return;
  // Where something else is wrong with a node, "unevaluated" is said of all its parts: only noise.
  const errors = (validate.errors ?? []).filter((error) => error.keyword !== 'if');
  const wrong = errors
    .filter((error) => error.keyword !== 'unevaluatedProperties')
    .map((one) => one.instancePath);
  const places = errors
    .filter((error) => error.keyword !== 'unevaluatedProperties' || !wrong.includes(error.instancePath))
    .map(({ instancePath, message, params }) => {
      const named: unknown = params.additionalProperty ?? params.unevaluatedProperty ?? params.tagValue;
      const extra = named === undefined ? '' : ` (${String(named)})`;
      return `${instancePath === '' ? '/' : instancePath}: ${message ?? 'wrong'}${extra}`;
    });
  throw new Unable(`not a ${what}:\n${[...new Set(places)].join('\n')}`);
}
