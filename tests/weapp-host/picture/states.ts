import type { Company } from '../company/open-company';
import { openWeapp } from '../open-weapp';
import type { Phone } from '../phone/phone';
import type { WeappHost } from '../weapp-host';

/** A page in one of its states: how a phone is brought there. */
export interface State {
  readonly caption: string;
  readonly theme?: 'dark';
  /** A wide window on a computer. */
  readonly wide?: true;
  readonly play: (company: Company, open: OpenPhone) => Promise<WeappHost>;
}

export interface Sheet {
  /** 'punch': the picture's file name. */
  readonly name: string;
  readonly title: string;
  /** Opens the company in which the states are played, in order; without it the one of company/busy-company.ts. */
  readonly company?: () => Promise<Company>;
  readonly states: readonly State[];
}

export interface PhoneWish {
  readonly path?: string;
  readonly query?: Readonly<Record<string, string>>;
  readonly scene?: number;
  /** Changes the phone before the mini-program is opened. */
  readonly before?: (phone: Phone) => void;
}

/** A person's phone with the mini-program open; the position is allowed unless `before` says otherwise. */
export type OpenPhone = (personId: string, wish?: PhoneWish) => Promise<WeappHost>;

const WIDE = { width: 1024, height: 720 };

export const phonesIn =
  (company: Company, { theme, wide }: Pick<State, 'theme' | 'wide'>): OpenPhone =>
  async (personId, { path, query, scene, before } = {}) => {
    const phone = company.phoneOf(personId);
    phone.permissions.set('scope.userLocation', true);
    phone.privacyAgreed = true;
    if (theme !== undefined) phone.theme = theme;
    if (wide) phone.window = WIDE;
    before?.(phone);
    const host = openWeapp(phone);
    await host.launch({ ...(path && { path }), ...(query && { query }), ...(scene && { scene }) });
    return host;
  };
