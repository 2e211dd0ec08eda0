import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { foldEvents } from '@domain/approval/apply-event';
import { differencesIn } from '../../../scripts/scenario/expect-step';
import { play } from '../../../scripts/scenario/play';
import { readScenario } from '../../../scripts/scenario/scenario-file';

const FOLDER = path.join(__dirname, '../../scenarios/approval');

describe('workflow scenarios', () => {
  const files = readdirSync(FOLDER).filter((file) => file.endsWith('.json'));

  it.each(
    files.map((file) => {
      const scenario = readScenario(readFileSync(path.join(FOLDER, file), 'utf8'));
      return [scenario.title, scenario] as const;
    }),
  )('%s', (_title, scenario) => {
    const { played, log } = play(scenario);
    const differences = played.flatMap((one, index) =>
      differencesIn(one).map((difference) => `step ${index + 1}: ${difference}`),
    );
    expect(differences).toEqual([]);

    // Whatever happened, the log alone gives the case.
    const folded = foldEvents(JSON.parse(JSON.stringify(log)));
    expect(folded).toEqual({ ok: true, value: played[played.length - 1]?.state ?? null });
  });
});
