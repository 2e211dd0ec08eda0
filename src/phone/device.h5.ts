import { phoneId } from './phone-id';
import type * as weapp from './device';

export const device: typeof weapp.device = () => ({
  model: `${navigator.platform} 浏览器`.slice(0, 64),
  utcOffsetMinutes: -new Date().getTimezoneOffset(),
  id: phoneId(),
});
