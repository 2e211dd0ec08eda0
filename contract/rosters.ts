import { MOST_CELLS_A_CALL } from '@domain/schedule/roster-cells';
import * as z from 'zod/mini';
import { procedure } from './procedure';
import { clientId, localDate, month } from './values';

const id = () => z.string().check(z.minLength(1), z.maxLength(64));

/** What a cell says: a shift's id, null for a planned rest day, '' for nothing planned. */
const mark = () => z.nullable(z.string().check(z.maxLength(64)));

/** Why a cell cannot be planned so; the words are the phone's (src/wording/rosters.ts). */
const why = () =>
  z.discriminatedUnion('code', [
    z.object({ code: z.literal('past'), earliestText: z.string() }),
    z.object({ code: z.literal('past-unseen') }),
    z.object({ code: z.literal('locked'), month: z.string() }),
    z.object({ code: z.literal('outside-validity') }),
    z.object({ code: z.literal('not-on-roster') }),
    z.object({ code: z.literal('unknown-shift') }),
    z.object({
      code: z.literal('overlap'),
      shiftName: z.string(),
      otherText: z.string(),
      otherShiftName: z.string(),
    }),
    z.object({ code: z.literal('not-yours') }),
  ]);

const change = () =>
  z.strictObject({
    employmentId: id(),
    date: localDate,
    /** What the cell said when it was changed: of two who change one cell the second is told. */
    from: mark(),
    to: mark(),
  });

const changes = () => z.array(change()).check(z.minLength(1), z.maxLength(MOST_CELLS_A_CALL));

/** A shift as a chip: one or two letters, its name, its times. */
const shift = () =>
  z.object({
    id: z.string(),
    name: z.string(),
    short: z.string(),
    timeText: z.string(),
    /** 0 … 7: which colour; letters say the same. */
    hue: z.int(),
  });

/** A page of the month grid: people down, days across. */
export const rosterDesk = procedure({
  callers: 'bound',
  input: () =>
    z.strictObject({
      month: z.nullable(month),
      /** Null: the first roster rule that the caller sees. */
      ruleId: z.nullable(id()),
      /** The last person of the page before. */
      after: z.nullable(id()),
    }),
  output: () =>
    z.object({
      month,
      title: z.string(),
      previousMonth: month,
      nextMonth: month,
      today: localDate,
      scopeText: z.string(),
      /** Null: the company has no roster rule yet. */
      ruleId: z.nullable(z.string()),
      rules: z.array(z.object({ id: z.string(), name: z.string() })),
      shifts: z.array(shift()),
      days: z.array(
        z.object({
          date: localDate,
          /** '一' … '日' */
          weekday: z.string(),
          off: z.boolean(),
          holidayName: z.nullable(z.string()),
        }),
      ),
      people: z.array(
        z.object({
          employmentId: z.string(),
          name: z.string(),
          departmentName: z.string(),
          /** One a day. */
          marks: z.array(mark()),
          /** One letter a day: o open, p past, l locked month, v outside the validity, n under no roster rule. */
          open: z.string(),
          /** Days on which the person picked a shift: 'YYYY-MM-DD' → its id. */
          chosen: z.record(z.string(), z.string()),
        }),
      ),
      /** Whether the caller may change anything; a leader may where the rule allows it. */
      mayEdit: z.boolean(),
      /** 修改排班历史班次 is on: days gone by may be changed, once they were previewed. */
      editsPast: z.boolean(),
      next: z.nullable(z.string()),
      /** Where the phone may put a table to import. */
      uploadFolder: z.string(),
    }),
  refusals: ['roster.not-yours'],
});

/** Changes cells, each for itself: what cannot be is said cell by cell, the rest stands. */
export const saveRoster = procedure({
  callers: 'bound',
  input: () =>
    z.strictObject({
      commandId: clientId,
      changes: changes(),
      /** The preview of the days gone by was seen (roster.preview). */
      pastSeen: z.boolean(),
    }),
  output: () =>
    z.object({
      /** How many cells say what was wanted. */
      kept: z.int(),
      /** The others: what they say now, and who was first or why not. */
      others: z.array(
        z.object({
          employmentId: z.string(),
          date: localDate,
          now: mark(),
          /** Who changed it since it was seen: '刘静 · 3月9日 周一 09:30'; null when it cannot be planned so. */
          takenBy: z.nullable(z.string()),
          why: z.nullable(why()),
        }),
      ),
      /** Days behind that come out otherwise since. */
      rejudgedDays: z.int(),
    }),
  refusals: ['roster.not-yours', 'conflict.busy'],
});

const dayLine = () =>
  z.object({ date: localDate, dateText: z.string(), before: z.string(), after: z.string() });

/** Who changes from what to what if cells of days gone by are changed. Nothing is stored. */
export const previewRoster = procedure({
  callers: 'bound',
  input: () => z.strictObject({ changes: changes() }),
  output: () =>
    z.object({
      changedDays: z.int(),
      people: z.array(z.object({ employmentId: z.string(), name: z.string(), days: z.array(dayLine()) })),
      /** 修改班次后重新计算报表数据 is on: leave, trips and balances follow. */
      measuresRequests: z.boolean(),
    }),
  refusals: ['roster.not-yours'],
});

/** 排班历史: who changed what, newest first. */
export const rosterHistory = procedure({
  callers: 'bound',
  input: () => z.strictObject({ month, employmentIds: z.array(id()).check(z.minLength(1), z.maxLength(30)) }),
  output: () =>
    z.object({
      lines: z.array(
        z.object({
          id: z.string(),
          /** '刘静 · 3月9日 周一 09:30' */
          whoText: z.string(),
          /** '王芳' */
          name: z.string(),
          means: z.enum(['painted', 'imported', 'swapped', 'chosen']),
          /** '3月10日 周二 早班 → 休' */
          cells: z.array(z.string()),
        }),
      ),
    }),
  refusals: ['roster.not-yours'],
});

/** A line of the table that cannot be taken, or a day of it. */
const rowProblem = () =>
  z.object({
    row: z.int(),
    name: z.string(),
    why: z.enum(['no-number', 'twice', 'unknown-person', 'name-differs', 'unknown-word', 'cell']),
    /** The number, the name in the books, the word that is no shift. */
    text: z.string(),
    /** '9'; null: the line as a whole. */
    day: z.nullable(z.string()),
    cell: z.nullable(why()),
  });

/** Reads an uploaded table of a month and says what it would change; nothing is written. */
export const checkRosterTable = procedure({
  callers: 'bound',
  input: () =>
    z.strictObject({
      month,
      ruleId: id(),
      fileId: z.string().check(z.maxLength(400)),
      name: z.string().check(z.maxLength(200)),
    }),
  output: () =>
    z.object({
      tableId: z.string(),
      people: z.int(),
      cells: z.int(),
      problemCount: z.int(),
      /** The first fifty. */
      problems: z.array(rowProblem()),
    }),
  refusals: ['roster.not-yours', 'file.unknown', 'table.unreadable'],
});

/** Writes what the check found, forty people a call. A repeat changes nothing. */
export const importRosterTable = procedure({
  callers: 'bound',
  input: () =>
    z.strictObject({
      commandId: clientId,
      month,
      ruleId: id(),
      tableId: z.string().check(z.maxLength(400)),
      /** The row that the call before ended with. */
      after: z.int().check(z.minimum(0)),
    }),
  output: () =>
    z.object({
      kept: z.int(),
      /** Cells that somebody changed since the check. */
      lost: z.int(),
      /** What to go on after; null: all is written. */
      next: z.nullable(z.int()),
    }),
  refusals: ['roster.not-yours', 'file.unknown', 'conflict.busy'],
});
