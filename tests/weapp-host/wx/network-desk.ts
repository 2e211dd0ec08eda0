import type { NetworkType } from '../phone/phone';
import type { Interfaces, Surroundings } from './surroundings';

type Listener = (change: { readonly isConnected: boolean; readonly networkType: NetworkType }) => void;

export interface NetworkDesk {
  readonly interfaces: Interfaces;
  /** The phone gains or loses its network. */
  change(to: NetworkType): void;
}

export function networkDesk({ phone, faults, makeAsync }: Surroundings): NetworkDesk {
  const listeners = new Set<Listener>();
  return {
    interfaces: {
      getNetworkType: makeAsync('getNetworkType', () => ({ networkType: phone.network })),
      onNetworkStatusChange: (listener: Listener) => void listeners.add(listener),
      offNetworkStatusChange: (listener?: Listener) =>
        listener === undefined ? listeners.clear() : void listeners.delete(listener),
    },
    change: (to) => {
      phone.network = to;
      for (const listener of [...listeners])
        faults.guard('onNetworkStatusChange', () =>
          listener({ isConnected: to !== 'none', networkType: to }),
        );
    },
  };
}
