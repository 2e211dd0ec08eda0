import type * as weapp from './scan-code';

/** A browser has no scanner of its own: the camera app opens the link, or the code is typed. */
export const CAN_SCAN: typeof weapp.CAN_SCAN = false;

export const scanCode: typeof weapp.scanCode = async () => null;
