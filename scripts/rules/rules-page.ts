import { runJudge } from '../judge/run-judge';
import type { Judgement } from '../judge/run-judge';
import { ruleSections, scenarios } from './scenario-files';
import type { RuleSection, Scenario, ScenarioFile } from './scenario-files';

type Judged = Extract<Judgement, { ok: true }>;

/** docs/rules.md: every section with its sentences, and under it every scenario with what the judge makes of it. */
export function rulesPage(): string {
  const all = scenarios();
  return [
    '# The attendance rules',
    '',
    'How a day is judged. Each section says the rule; the tables under it are the scenarios of',
    '`tests/scenarios/attendance`, with what the engine answers. `npm run rules:write` writes this page from them, and a',
    'test keeps it up to date, so change the scenario (or the engine), never this page.',
    '',
    'S and E are the start and end of the shift, I and O the first in and the last out, S′ and E′ the effective pair',
    '(今日应到, 今日应走). Words are in the [glossary](glossary.md), the settings in [judge.md](judge.md#settings).',
    '',
    ...ruleSections().map(
      ({ number, title, chinese }) => `- [§${number} ${title} ${chinese}](#${anchor(number)})`,
    ),
    '',
    ...ruleSections().flatMap((section) => [
      ...sectionLines(section),
      ...all.filter(({ file }) => file.section === section.number).flatMap(scenarioLines),
    ]),
  ].join('\n');
}

const anchor = (number: number): string => `section-${number}`;

const sectionLines = ({ number, title, chinese, text }: RuleSection): string[] => [
  `<a id="${anchor(number)}"></a>`,
  '',
  `## §${number} ${title} ${chinese}`,
  '',
  ...text.flatMap((paragraph) => [paragraph, '']),
];

function scenarioLines(scenario: Scenario): string[] {
  const { name, file, text } = scenario;
  const judgement = runJudge(text);
  return [
    `### ${file.title}`,
    '',
    `${file.about} ([${name}](../tests/scenarios/attendance/${name}))`,
    '',
    ...settingLines(file),
    ...(judgement.ok
      ? [...dayTable(file, judgement), ...buttonTable(file, judgement)]
      : refusalLines(judgement.problems)),
  ];
}

/** What the scenario's rules say beyond the plain 09:00–18:00 week. */
function settingLines(file: ScenarioFile): string[] {
  const lines = [
    ...(file.settings ? [`settings ${code(file.settings)}`] : []),
    ...(file.shifts ?? []).flatMap(({ name: _name, ...shift }) =>
      isPlain(shift) ? [] : [`shift ${code(shift)}`],
    ),
    ...(file.overtimeRules ?? []).map((rule) => `overtime rule ${code(rule)}`),
    ...file.rules.flatMap((rule) => {
      const { id: _id, timetable, name: _name, ...rest } = rule;
      const said = { ...(timetable.system === 'standard' ? {} : { timetable }), ...rest };
      return Object.keys(said).length === 0 ? [] : [`rule ${code(said)}`];
    }),
  ];
  return lines.length === 0 ? [] : [...lines.map((line) => `- ${line}`), ''];
}

const isPlain = (shift: object): boolean =>
  JSON.stringify(shift) === JSON.stringify({ id: 'day', segments: [{ in: '09:00', out: '18:00' }] });

const code = (value: unknown): string => `\`${JSON.stringify(value)}\``;

const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;

const table = (head: readonly string[], rows: readonly (readonly string[])[]): string[] =>
  rows.length === 0 ? [] : [row(head), row(head.map(() => '---')), ...rows.map(row), ''];

const orDash = (value: unknown): string => (value === null || value === undefined ? '–' : String(value));

function dayTable(file: ScenarioFile, judgement: Judged): string[] {
  const rows = (file.expect ?? []).map(({ person, date }): string[] => {
    const at = judgement.days.findIndex((day) => day['person'] === person && day['date'] === date);
    const day = judgement.days[at] ?? {};
    return [
      `${date} ${person}`,
      (day['cards'] as (string | null)[]).map(orDash).join(' ') || '–',
      day['dueIn'] === null ? '–' : `${orDash(day['dueIn'])}–${orDash(day['dueOut'])}`,
      verdictWords(day),
      linesOf(judgement.why, at).join(' '),
    ];
  });
  return table(['day', 'cards', 'due', 'verdict', 'why'], rows);
}

function verdictWords(day: Readonly<Record<string, unknown>>): string {
  const minutes = ['late', 'early', 'absent'].filter((field) => day[field] !== 0);
  const missing = day['missing'] as string[];
  const overtime = day['overtime'] as { kind: string; minutes: number; multiple: number }[];
  return [
    `**${String(day['status'])}**`,
    ...minutes.map((field) => `${field} ${String(day[field])}`),
    ...(missing.length > 0 ? [`missing ${missing.join(' ')}`] : []),
    ...overtime.map(({ kind, minutes: over, multiple }) => `overtime ${over} ×${multiple} (${kind})`),
  ].join(', ');
}

/** The sentences under the heading of the n-th day. */
function linesOf(lines: readonly string[], n: number): string[] {
  let day = -1;
  return lines.flatMap((line) => {
    if (line.startsWith('  ')) return day === n ? [line.trim()] : [];
    day += 1;
    return [];
  });
}

function buttonTable(file: ScenarioFile, judgement: Judged): string[] {
  const rows = (file.expectButtons ?? []).map(({ person, at }, i): string[] => {
    const button = judgement.buttons[i] ?? {};
    const forecast = button['forecast'] as { outcome: string; minutes: number } | null;
    const refusal = button['refusal'] as { code: string; facts: unknown } | null;
    const before = file.punches.filter((punch) => punch.person === person && punch.at < at);
    return [
      `${at} ${person}`,
      before.map((punch) => `${punch.kind ?? ''} ${punch.at.slice(11)}`.trim()).join(', ') || '–',
      `**${String(button['word'])}** for ${String(button['dutyDate'])}`,
      forecast === null ? '–' : `${forecast.outcome}${forecast.minutes > 0 ? ` ${forecast.minutes}` : ''}`,
      refusal === null ? '–' : `${refusal.code} ${code(refusal.facts)}`,
      String(button['nextChangeAt']),
    ];
  });
  return table(['at', 'punched before', 'button', 'a punch now', 'refused', 'ask again'], rows);
}

const refusalLines = (problems: readonly { readonly field: string; readonly reason: string }[]): string[] => [
  'Refused:',
  '',
  ...problems.map(({ field, reason }) => `- \`${field}\`: ${reason}`),
  '',
];
