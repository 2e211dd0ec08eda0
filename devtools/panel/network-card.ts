import { choice, slot } from './element';
import type { PhoneFrame } from './phone-frame';
import type { PhoneState } from './phone-state';

/** Whether the phone has a network; "收不到回答" is the one that doubles things in careless apps. */
export const showNetwork = (state: PhoneState, phone: PhoneFrame): void => {
  slot('network').append(
    choice(
      '网络',
      [
        ['on', '有网络'],
        ['off', '没有网络'],
        ['answers-lost', '发得出，收不到'],
      ] as const,
      state.network,
      (network) => {
        const before = state.network;
        state.network = network;
        if ((before === 'off') !== (network === 'off')) phone.tell(network === 'off' ? 'offline' : 'online');
        else if (network === 'on' && before !== 'on') phone.tell('online');
      },
    ),
  );
};
