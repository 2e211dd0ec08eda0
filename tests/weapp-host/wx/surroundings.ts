import type { PageStack } from '../page/page-stack';
import type { Meter } from '../measure/meter';
import type { Phone } from '../phone/phone';
import type { Program } from '../program/program';
import type { Faults } from '../script/faults';
import type { Gesture } from './gesture';
import type { MakeAsync } from './wx-call';

/** What the interfaces of `wx` reach. */
export interface Surroundings {
  readonly phone: Phone;
  readonly program: Program;
  readonly faults: Faults;
  readonly meter: Meter;
  readonly stack: PageStack;
  readonly gesture: Gesture;
  readonly makeAsync: MakeAsync;
  /** How the mini-program was entered. */
  readonly entrance: () => Entrance;
}

/** What App.onLaunch and onShow are given. Scene 1001: from the list; 1007: a card in a chat. */
export interface Entrance {
  readonly path: string;
  readonly query: Readonly<Record<string, string>>;
  readonly scene: number;
}

/** Interfaces by name, as they stand on `wx`. */
export type Interfaces = Record<string, unknown>;
