import type * as weapp from './wifi';

/** A browser does not know its Wi-Fi. */
export const connectedWifi: typeof weapp.connectedWifi = () => Promise.resolve(null);
