import { readFileSync, readdirSync } from 'node:fs';
import type { FileRequest, JudgeFile } from '../../domain/attendance/judge/judge-file';
import type { Unreadable } from '../../domain/attendance/judge/read-text';
import { inRoot } from '../root';

/** Fields of a printed verdict that a scenario looks at; `why` is one of its sentences, or all of them. */
export type Expectation = Readonly<Record<string, unknown>> & {
  readonly person: string;
  readonly date: string;
  readonly why?: string | readonly string[];
};

/** Fields of a printed button that a scenario looks at, in the order of the asks. */
export type ButtonExpectation = Readonly<Record<string, unknown>> & {
  readonly person: string;
  readonly at: string;
};

/** A judge file that is also an example: where it belongs, what it shows, and what is to come out. */
export interface ScenarioFile extends JudgeFile {
  readonly title: string;
  readonly section: number;
  readonly about: string;
  readonly requests?: readonly FileRequest[];
  readonly expect?: readonly Expectation[];
  readonly expectButtons?: readonly ButtonExpectation[];
  readonly expectRefusal?: readonly Unreadable[];
}

export interface Scenario {
  readonly name: string;
  readonly text: string;
  readonly file: ScenarioFile;
}

/** A section of the rules, as docs/rules.md prints it before its examples. */
export interface RuleSection {
  readonly number: number;
  readonly title: string;
  readonly chinese: string;
  readonly text: readonly string[];
}

const SECTIONS = 'sections.json';
const folder = (): string => inRoot('tests', 'scenarios', 'attendance');
const read = (name: string): string => readFileSync(`${folder()}/${name}`, 'utf8');

/** Every scenario of the attendance rules, by name. */
export const scenarios = (): Scenario[] =>
  readdirSync(folder())
    .filter((name) => name.endsWith('.json') && name !== SECTIONS)
    .sort()
    .map((name) => {
      const text = read(name);
      return { name, text, file: JSON.parse(text) as ScenarioFile };
    });

export const ruleSections = (): RuleSection[] => JSON.parse(read(SECTIONS)) as RuleSection[];
