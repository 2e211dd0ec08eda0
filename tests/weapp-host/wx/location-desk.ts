import type { Fix } from '../phone/phone';
import { passPermission } from './permission-desk';
import { passPrivacy } from './privacy';
import type { Interfaces, Surroundings } from './surroundings';
import { WxFailure } from './wx-call';

/** WeChat gives the same position again to who asks within this time (base library 2.17.0 and later). */
const SAME_ANSWER_MS = 30_000;

export function locationDesk(around: Surroundings): Interfaces {
  const { phone, makeAsync } = around;
  let last: { readonly fix: Fix; readonly at: number } | null = null;

  const look = async (): Promise<Fix> => {
    await phone.work.parked(new Promise((resolve) => phone.clock.after(phone.locatingTakesMs, resolve)));
    const now = phone.clock.now();
    if (last !== null && now - last.at < SAME_ANSWER_MS) return last.fix;
    if (phone.fix === null) throw new WxFailure('system permission denied or no signal', { errCode: 2 });
    last = { fix: phone.fix, at: now };
    return phone.fix;
  };

  return {
    getLocation: makeAsync('getLocation', async ({ type = 'wgs84' }) => {
      passPrivacy(around, 'getLocation');
      passPermission(around, 'scope.userLocation');
      if (type !== 'gcj02')
        throw new WxFailure(`this host's phones stand in GCJ-02, and "${String(type)}" was asked`);
      const { latitude, longitude, accuracyMeters } = await look();
      return {
        latitude,
        longitude,
        accuracy: accuracyMeters,
        horizontalAccuracy: accuracyMeters,
        verticalAccuracy: 0,
        altitude: 0,
        speed: -1,
      };
    }),
  };
}
