import Taro from '@tarojs/taro';
import { parseBssid, type Wifi } from '@domain/schedule/wifi';

/** WeChat answers within this or not in time for a punch. */
const PATIENCE_MS = 1_500;
const LONGEST_NAME = 64;

/** The access point the phone is connected to; iPhones tell it only with their location service on. Never rejects. */
export const connectedWifi = (): Promise<Wifi | null> =>
  Promise.race([ask(), new Promise<null>((resolve) => setTimeout(() => resolve(null), PATIENCE_MS))]);

async function ask(): Promise<Wifi | null> {
  try {
    await Taro.startWifi();
    // Taro's type leaves out what the success callback gets.
    const { wifi } =
      (await Taro.getConnectedWifi()) as unknown as Taro.getConnectedWifi.SuccessCallbackResult;
    const bssid = parseBssid(wifi.BSSID);
    // Android puts the name into quotes.
    const ssid = wifi.SSID.replace(/^"(.*)"$/, '$1').slice(0, LONGEST_NAME);
    return bssid === null ? null : { bssid, ssid };
  } catch {
    return null;
  }
}
