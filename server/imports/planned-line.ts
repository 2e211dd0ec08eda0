import type { PersonOutcome } from '@domain/imports/plan-people';
import type { PlaceOutcome } from '@domain/imports/plan-places';
import type { Ports } from '../ports';
import type { ImportBatch } from '../repositories/import-batches';
import { openSealed } from '../spreadsheets/sealed-file';

/** A row of the file with what it would do; they lie sealed in the storage for a day. */
export interface PlannedLine<Outcome = PersonOutcome | PlaceOutcome> {
  readonly row: number;
  /** '王芳（E003）', '总部' */
  readonly title: string;
  readonly cells: readonly string[];
  readonly outcome: Outcome;
}

/** A row that is not written after all. */
export interface LeftOut {
  readonly row: number;
  readonly name: string;
  readonly why: string;
}

/** What one step has done: how many rows became what, and which were left out. */
export interface Written {
  readonly added: number;
  readonly changed: number;
  readonly leftOut: readonly LeftOut[];
}

/** What a row would do now is not what the person who confirmed has seen. */
export const OVERTAKEN = '检查之后情况有变，请重新导入这一行';

export const leftOut = ({ row, title }: PlannedLine, why: string): LeftOut => ({ row, name: title, why });

/** Null when their day is over. */
export const openLines = async (
  ports: Ports,
  { planId }: ImportBatch,
): Promise<readonly PlannedLine[] | null> =>
  (await openSealed(ports, planId)) as readonly PlannedLine[] | null;
