import { type Company, HR, openCompany } from '../company/open-company';

/** Who takes part in one leaving of the demo company, by id. */
export const LEAVER = 'P02';
export const LEADER = 'P01';
export const RECIPIENT = 'P03';
export const FINANCE = 'S05';
export const IT = 'P06';
export const KEEPER = 'S03';
/** Works here and has nothing to do with it. */
export const STRANGER = 'S02';
export { HR };

export const LEAVER_NAME = '李明';
export const RECIPIENT_NAME = '陈思远';

/** Thirty days after the notice of the morning on which the company opens. */
export const LAST_DAY = '2026-04-08';

/** Monday 9 March 2026, 10:00: everybody who takes part is bound, and nobody has said anything yet. */
export const openLeavingCompany = (): Promise<Company> =>
  openCompany({
    beginAt: '2026-03-09T10:00',
    people: [HR, LEAVER, LEADER, RECIPIENT, FINANCE, IT, KEEPER, STRANGER, 'P08'],
    unbound: ['P08'],
  });
