import Taro from '@tarojs/taro';
import type { InputOf } from '@contract/contract';
import { phoneId } from './phone-id';

export type Device = InputOf<'punch.clock'>['device'];

/** The phone as a fact beside a punch: stored by the server, never used to judge. */
export const device = (): Device => ({
  model: Taro.getDeviceInfo().model.slice(0, 64),
  utcOffsetMinutes: -new Date().getTimezoneOffset(),
  id: phoneId(),
});
