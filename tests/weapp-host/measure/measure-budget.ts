import type { Company } from '../company/open-company';
import { openWeapp } from '../open-weapp';
import { packageBytes } from '../program/package-bytes';
import type { WeappHost } from '../weapp-host';
import type { Budget, PageBudget } from './budget';
import { TOURS, type Tour } from './tours';

/** Plays every page's tour in a company and reads what it cost. A page without a tour is opened and left alone. */
export async function measureBudget(company: Company): Promise<Budget> {
  const pages: Record<string, PageBudget> = {};
  const { program } = openWeapp(company.phoneOf('P02'));
  for (const page of program.pages) {
    const tour = TOURS.find((one) => one.page === page) ?? { page, person: 'P02', taps: [] };
    pages[page] = await costOf(tour, company);
  }
  return { packages: Object.fromEntries(packageBytes(program)), pages };
}

async function costOf(tour: Tour, company: Company): Promise<PageBudget> {
  const phone = company.phoneOf(tour.person);
  phone.permissions.set('scope.userLocation', true);
  phone.privacyAgreed = true;
  const host = openWeapp(phone);
  await host.launch({ path: tour.page, query: (await tour.query?.(company)) ?? {} });
  if (host.page.route !== tour.page) throw new Error(`${tour.page} led ${tour.person} to ${host.page.route}`);
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
