import { readProgram } from '../program/program';
import type { Company } from '../company/open-company';
import { openWeapp } from '../open-weapp';
import { packageBytes } from '../program/package-bytes';
import { filesInFolder } from '../program/program-files';
import { underTest } from '../under-test';
import type { WeappHost } from '../weapp-host';
import type { Budget, PageBudget } from './budget';
import { JOURNEYS, type Tour } from './tours';

/** Who opens the pages that have no tour. */
const ANYBODY = 'P02';
/** What a page shows in place of its content (src/ui/error-state.tsx, empty-state.tsx); such a page costs nothing. */
const SHOWS_NOTHING = 'empty-state';
/** Pages that may well have nothing to show. */
const MAY_BE_EMPTY = ['leaving/assets/index', 'pages/inbox/index', 'hr/signals/index'];

/** Plays every tour and reads what each page cost at most. A page without a tour is opened and left alone. */
export async function measureBudget(): Promise<Budget> {
  const program = readProgram(filesInFolder(underTest('weapp')));
  const toured = JOURNEYS.flatMap(({ tours }) => tours.map(({ page }) => page));
  const pages: Record<string, PageBudget> = {};
  for (const { open, tours } of JOURNEYS.map((journey, place) =>
    place === 0 ? { ...journey, tours: [...journey.tours, ...untoured(program.pages, toured)] } : journey,
  )) {
    const company = await open();
    try {
      for (const tour of tours) pages[tour.page] = theLarger(pages[tour.page], await costOf(tour, company));
    } finally {
      await company.end();
    }
  }
  return {
    packages: Object.fromEntries(packageBytes(program)),
    pages: Object.fromEntries(program.pages.map((page) => [page, pages[page] as PageBudget])),
  };
}

const untoured = (pages: readonly string[], toured: readonly string[]): Tour[] =>
  pages.filter((page) => !toured.includes(page)).map((page) => ({ page, person: ANYBODY, taps: [] }));

const theLarger = (one: PageBudget | undefined, other: PageBudget): PageBudget => ({
  largestSetData: Math.max(one?.largestSetData ?? 0, other.largestSetData),
  setDataATap: Math.max(one?.setDataATap ?? 0, other.setDataATap),
  requestsToOpen: Math.max(one?.requestsToOpen ?? 0, other.requestsToOpen),
});

async function costOf(tour: Tour, company: Company): Promise<PageBudget> {
  const phone = company.phoneOf(tour.person);
  phone.permissions.set('scope.userLocation', true);
  phone.privacyAgreed = true;
  const query = (await tour.query?.(company)) ?? {};
  const host = openWeapp(phone);
  await host.launch({ path: tour.page, query });
  if (host.page.route !== tour.page) throw new Error(`${tour.page} led ${tour.person} to ${host.page.route}`);
  if (host.has(`.${SHOWS_NOTHING}`) && !MAY_BE_EMPTY.includes(tour.page))
    throw new Error(`${tour.page} shows ${tour.person} nothing but: ${host.text()}`);
  const opening = host.meter.take().get(tour.page);
  const taps: { readonly calls: number; readonly bytes: number }[] = [];
  for (const step of tour.taps) taps.push(await costOfStep(host, step, tour.page));
  host.close();
  return {
    largestSetData: Math.max(opening?.largestSetDataBytes ?? 0, ...taps.map(({ bytes }) => bytes)),
    setDataATap: Math.max(0, ...taps.map(({ calls }) => calls)),
    requestsToOpen: opening?.requests.length ?? 0,
  };
}

async function costOfStep(host: WeappHost, step: Tour['taps'][number], page: string) {
  if (typeof step === 'string') await host.tap(step);
  else await host.type(step.into, step.text);
  const cost = host.meter.take().get(page);
  return { calls: cost?.setDataCalls ?? 0, bytes: cost?.largestSetDataBytes ?? 0 };
}
