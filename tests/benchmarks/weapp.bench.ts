import { openBusyCompany } from '../weapp-host/company/busy-company';
import { hostOf } from '../weapp-host/fixture/mini-program';
import { aboveCeiling, budgetTable } from '../weapp-host/measure/budget';
import ceilings from '../weapp-host/measure/ceilings.json';
import { measureBudget } from '../weapp-host/measure/measure-budget';
import { openWeapp } from '../weapp-host/open-weapp';
import type { WeappHost } from '../weapp-host/weapp-host';

const ROUNDS = 7;
const say = (line: string) => console.log(line);

const launchMs = async (open: () => WeappHost): Promise<number> => {
  const began = performance.now();
  const host = open();
  await host.launch();
  const took = performance.now() - began;
  host.close();
  return took;
};

/** What each page of the bundle costs, and how long its start takes beside a mini-program with one empty page. */
export async function run(): Promise<void> {
  const company = await openBusyCompany();
  try {
    const measured = await measureBudget();
    say(budgetTable(measured, ceilings));

    const least = { product: Infinity, empty: Infinity };
    for (let round = 0; round < ROUNDS; round += 1) {
      const product = await launchMs(() => openWeapp(company.phoneOf('S02')));
      const empty = await launchMs(() => hostOf({ 'pages/a/index': { js: 'Page({})', wxml: '<view/>' } }));
      least.product = Math.min(least.product, product);
      least.empty = Math.min(least.empty, empty);
    }
    say(
      `launch of the bundle with its first answer ${least.product.toFixed(0)} ms, of an empty mini-program ` +
        `${least.empty.toFixed(0)} ms: ratio ${(least.product / least.empty).toFixed(1)} (the least of ${ROUNDS})`,
    );

    const broken = aboveCeiling(measured, ceilings);
    if (broken.length > 0) throw new Error(broken.join('\n'));
  } finally {
    await company.end();
  }
}
