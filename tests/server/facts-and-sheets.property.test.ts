import fc from 'fast-check';
import { addDays, type LocalDate, localDateOf, monthOf } from '@domain/time/local-date';
import { judgeDays, sheetsByMonth, storedDayFrom } from '@server/attendance/judged-days';
import { firstOf } from '@server/attendance/punch-desk';
import { organisation } from '@server/organisation';
import { employments } from '@server/repositories/employments';
import type { PunchFact } from '@server/repositories/punches';
import { type Sheet, sheets, type StoredDay } from '@server/repositories/sheets';
import { type Company, openCompany } from './company';
import type { Team } from './company/organisation';
import { portsInProcess } from './company/in-process';
import { freshId, metersNorth, type Person } from './company/person';
import { instantOfWallClock } from './company/wall-clock';

/** What somebody does with the phone at one moment. */
interface Move {
  /** Minutes from the first midnight of the two days. */
  readonly minute: number;
  readonly what:
    'press' | 'press far away' | 'press on two phones' | 'retry' | 'retry twice at once' | 'send what waited';
  /** Which earlier press a retry repeats. */
  readonly which: number;
}

const moves: fc.Arbitrary<Move[]> = fc
  .array(
    fc.record({
      minute: fc.integer({ min: 0, max: 2 * 1440 - 1 }),
      what: fc.constantFrom<Move['what']>(
        'press',
        'press',
        'press far away',
        'press on two phones',
        'retry',
        'retry twice at once',
        'send what waited',
      ),
      which: fc.nat(20),
    }),
    { minLength: 3, maxLength: 12 },
  )
  .map((all) => [...all].sort((a, b) => a.minute - b.minute));

let company: Company;
let firstDay = localDateOf('2026-02-27');
let people = 0;

beforeAll(async () => {
  company = await openCompany({ at: '2026-02-26T12:00' });
});
afterAll(() => company.close());

/** Plays the moves; resolves to the ids that were acknowledged as punches. */
async function play(person: Person, midnight: number, course: readonly Move[]): Promise<Set<string>> {
  const pressed: string[] = [];
  const acknowledged = new Set<string>();
  const send = async (punchId: string, far = false, claimedAt: number | null = null): Promise<void> => {
    const answer = await person.punch({ punchId, claimedAt, ...(far && { position: metersNorth(3000) }) });
    if (answer.ok) acknowledged.add(punchId);
  };
  const fresh = (): string => {
    const id = freshId();
    pressed.push(id);
    return id;
  };
  for (const { minute, what, which } of course) {
    const at = midnight + minute * 60_000;
    if (at > company.cloud.clock.now()) await company.cloud.clock.moveTo(at);
    const earlier = pressed[which % Math.max(1, pressed.length)] ?? fresh();
    if (what === 'press') await send(fresh());
    else if (what === 'press far away') await send(fresh(), true);
    else if (what === 'press on two phones') await Promise.all([send(fresh()), send(fresh())]);
    else if (what === 'retry') await send(earlier);
    else if (what === 'retry twice at once') await Promise.all([send(earlier), send(earlier, true)]);
    else await send(fresh(), false, at - 600_000);
  }
  return acknowledged;
}

const pressOf = ({ _id, employmentId }: PunchFact): string => _id.slice(employmentId.length + 1);

/** Every card as `date kind minute id`, sorted: from the facts, or from the sheets. */
const cardsOfFacts = (facts: readonly PunchFact[]): string[] =>
  facts
    .map((fact) => `${fact.dutyDate} ${fact.kind} ${Math.floor(fact.at / 60_000)} ${pressOf(fact)}`)
    .sort();

const cardsOfSheets = (found: readonly Sheet[]): string[] =>
  found
    .flatMap(({ month, days }) =>
      Object.entries(days).flatMap(([key, { punches }]) =>
        punches.map(([id, minute, kind]) => `${month}-${key} ${kind} ${minute} ${id}`),
      ),
    )
    .sort();

async function sheetsAround(person: Person, date: LocalDate): Promise<Sheet[]> {
  // A press after midnight belongs to the night shift before.
  const months = [...new Set([monthOf(addDays(date, -1)), monthOf(addDays(date, 2))])];
  const found = await Promise.all(
    months.map((month) => sheets.read(company.database, person.employmentId, month)),
  );
  return found.filter((sheet) => sheet !== null);
}

/** The days of the sheets as they are when judged anew from nothing but the facts. */
async function judgedFromFacts(person: Person, stored: readonly Sheet[], facts: readonly PunchFact[]) {
  const ports = portsInProcess(company);
  const employment = await employments.read(company.database, person.employmentId);
  if (!employment) throw new Error('nobody');
  const bare = stored.map((sheet): Sheet => {
    const days = Object.entries(sheet.days).map(([key, day]): [string, StoredDay] => {
      const own = facts.filter(({ dutyDate }) => dutyDate === `${sheet.month}-${key}`);
      const punches = own.map((fact) => [pressOf(fact), Math.floor(fact.at / 60_000), fact.kind, 'button']);
      return [key, { ...day, punches: punches as StoredDay['punches'] }];
    });
    return { ...sheet, carryIn: null, days: Object.fromEntries(days) };
  });
  const first = firstOf(stored[0]?.month ?? '');
  const last = stored[stored.length - 1]?.closedThrough ?? first;
  const judged = judgeDays(
    await organisation(ports),
    employment,
    sheetsByMonth(bare),
    first,
    last,
    ports.clock.now(),
  );
  return judged.map((day) => ({ date: day.date, verdict: storedDayFrom(day).verdict }));
}

it('whatever is pressed and repeated in two days: the sheet holds the accepted facts and their verdict', async () => {
  await fc.assert(
    fc.asyncProperty(fc.constantFrom<Team>('day', 'night', 'elastic'), moves, async (team, course) => {
      const day = firstDay;
      firstDay = addDays(firstDay, 5);
      const midnight = instantOfWallClock(`${day}T00:00`);
      await company.cloud.clock.moveTo(midnight);
      const person = await (await company.hire(`第 ${(people += 1)} 位`, { team })).bind();

      const acknowledged = await play(person, midnight, course);

      const facts = await person.acceptedFacts();
      expect(facts.map(pressOf).sort()).toEqual([...acknowledged].sort());
      expect(cardsOfSheets(await sheetsAround(person, day))).toEqual(cardsOfFacts(facts));
      if (facts.length === 0) return;

      await company.cloud.clock.moveTo(midnight + 4 * 86_400_000 + 3 * 3_600_000);
      await company.tick();
      const closed = await sheetsAround(person, day);
      expect(cardsOfSheets(closed)).toEqual(cardsOfFacts(facts));
      for (const { date, verdict } of await judgedFromFacts(person, closed, facts)) {
        const sheet = closed.find(({ month }) => month === monthOf(date));
        expect({ date, verdict: sheet?.days[date.slice(8)]?.verdict }).toEqual({ date, verdict });
      }
    }),
    { numRuns: 10 },
  );
});
