import { openBusyCompany } from '../company/busy-company';
import type { Company } from '../company/open-company';
import { openRosterCompany } from '../company/roster-company';
import { openLeavingCompany } from '../leaving/cast';
import type { Query } from '../page/page-stack';
import { DAILY_TOURS } from './daily-tours';
import { HR_TOURS } from './hr-tours';
import { LEAVING_TOURS } from './leaving-tours';

/** How a page is opened, and what is tapped or typed on it. */
export interface Tour {
  readonly page: string;
  /** An id of the demo company. */
  readonly person: string;
  /** Makes what the page is about, and says how it is opened. */
  readonly query?: (company: Company) => Promise<Query> | Query;
  readonly taps: readonly (string | { readonly into: string; readonly text: string })[];
}

/** Tours that are played one after the other in one company: what one leaves behind, the next may find. */
export interface Journey {
  readonly open: () => Promise<Company>;
  readonly tours: readonly Tour[];
}

export const JOURNEYS: readonly Journey[] = [
  { open: openBusyCompany, tours: DAILY_TOURS },
  { open: openLeavingCompany, tours: LEAVING_TOURS },
  { open: openRosterCompany, tours: HR_TOURS },
];
