/** What one page may cost, or costs. */
export interface PageBudget {
  /** Of one setData, in bytes. */
  readonly largestSetData: number;
  /** setData calls of the page after one tap. */
  readonly setDataATap: number;
  /** Calls of cloud functions until the page that was opened stands still. */
  readonly requestsToOpen: number;
}

export interface Budget {
  /** Bytes by package; 'main' and the roots of subpackages. */
  readonly packages: Readonly<Record<string, number>>;
  readonly pages: Readonly<Record<string, PageBudget>>;
}

export interface Ceilings extends Budget {
  /** For pages and packages without a line of their own. */
  readonly others: PageBudget & { readonly packageBytes: number };
}

const WORDS: Readonly<Record<keyof PageBudget, string>> = {
  largestSetData: 'bytes in one setData',
  setDataATap: 'setData calls after a tap',
  requestsToOpen: 'requests to open',
};

const MEASURES = Object.keys(WORDS) as (keyof PageBudget)[];

/** One sentence for each measure above its ceiling, with the page's or package's name; empty when all is well. */
export function aboveCeiling(measured: Budget, ceilings: Ceilings): readonly string[] {
  const packages = Object.entries(measured.packages).flatMap(([name, bytes]) =>
    sentence(`package ${name}`, bytes, ceilings.packages[name] ?? ceilings.others.packageBytes, 'bytes'),
  );
  const pages = Object.entries(measured.pages).flatMap(([page, costs]) =>
    MEASURES.flatMap((measure) =>
      sentence(page, costs[measure], (ceilings.pages[page] ?? ceilings.others)[measure], WORDS[measure]),
    ),
  );
  return [...packages, ...pages];
}

const sentence = (name: string, cost: number, ceiling: number, what: string): string[] =>
  cost > ceiling ? [`${name}: ${cost} ${what}, and the ceiling is ${ceiling}`] : [];

/** A line for each package and page: what it costs / what it may. */
export function budgetTable(measured: Budget, ceilings: Ceilings): string {
  const packages = Object.entries(measured.packages).map(([name, bytes]) => {
    const ceiling = ceilings.packages[name] ?? ceilings.others.packageBytes;
    return `${`package ${name}`.padEnd(24)} ${bytes} / ${ceiling} bytes`;
  });
  const pages = Object.entries(measured.pages).map(([page, costs]) => {
    const ceiling = ceilings.pages[page] ?? ceilings.others;
    const parts = MEASURES.map((measure) => `${costs[measure]} / ${ceiling[measure]} ${WORDS[measure]}`);
    return `${page.padEnd(24)} ${parts.join(', ')}`;
  });
  return [...packages, ...pages].join('\n');
}
