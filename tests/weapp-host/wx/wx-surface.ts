import { exists, KNOWN_INTERFACES } from './base-library';
import { cloudDesk } from './cloud-desk';
import { deviceDesk } from './device-desk';
import { fileDesk } from './file-desk';
import { interfaceDesk } from './interface-desk';
import { locationDesk } from './location-desk';
import { mediaDesk } from './media-desk';
import { navigationDesk } from './navigation-desk';
import { networkDesk, type NetworkDesk } from './network-desk';
import { permissionDesk } from './permission-desk';
import { queryDesk, type QueryDesk } from './query-desk';
import { storageDesk } from './storage-desk';
import { subscriptionDesk } from './subscription-desk';
import type { Interfaces, Surroundings } from './surroundings';

export interface WxSurface {
  /** The global `wx`. */
  readonly wx: Interfaces;
  readonly network: NetworkDesk;
  readonly queries: QueryDesk;
}

/**
 * Builds `wx` as a phone with the declared base library has it: what came later is not there, and what this host
 * does not model says so instead of pretending.
 */
export function wxSurface(around: Surroundings): WxSurface {
  const network = networkDesk(around);
  const queries = queryDesk(around);
  const modelled: Interfaces = {
    ...storageDesk(around),
    ...network.interfaces,
    ...permissionDesk(around),
    ...locationDesk(around),
    ...cloudDesk(around),
    ...subscriptionDesk(around),
    ...deviceDesk(around),
    ...interfaceDesk(around),
    ...navigationDesk(around),
    ...mediaDesk(around),
    ...fileDesk(around),
    ...queries.interfaces,
    ...appEvents(around),
  };
  const { baseLibrary } = around.program;
  const unknown = Object.keys(modelled).filter((name) => !KNOWN_INTERFACES.includes(name));
  if (unknown.length > 0) throw new Error(`api-versions.json does not know ${unknown.join(', ')}`);
  const wx: Interfaces = {};
  for (const name of KNOWN_INTERFACES)
    if (exists(name, baseLibrary)) wx[name] = name in modelled ? modelled[name] : notModelled(name, around);
  wx.canIUse = (asked: string) => exists(asked.split('.')[0] ?? '', baseLibrary);
  return { wx, network, queries };
}

/** A script that uses what the host lacks fails loudly, even where it would have caught an error. */
const notModelled =
  (name: string, { faults }: Surroundings) =>
  (): never => {
    const error = new Error(`wx.${name} is not modelled by this host: add it in tests/weapp-host/wx`);
    faults.add(`wx.${name}`, error);
    throw error;
  };

/** What the whole mini-program may listen to. */
const appEvents = ({ faults }: Surroundings): Interfaces => ({
  onError: (listener: (message: string) => void) => faults.onFault(({ message }) => listener(message)),
});
