import Taro from '@tarojs/taro';
import type { InputOf } from '@contract/contract';

/** A position in GCJ-02 degrees with the phone's own accuracy in metres. */
export type Position = NonNullable<InputOf<'punch.today'>['position']>;

/** What the person has said about the position: nothing yet, yes, or no. */
export type Permission = 'unasked' | 'granted' | 'refused';

export type Located =
  | { readonly kind: 'found'; readonly position: Position }
  | { readonly kind: 'refused' }
  /** WeChat's privacy question was put away without an answer: it may be asked again. */
  | { readonly kind: 'unasked' }
  /** The phone may look but found nothing: its location service is off, or there is no signal. */
  | { readonly kind: 'failed' };

const SCOPE = 'scope.userLocation';

/** Never rejects. A phone that cannot say is taken for one that may look: it will ask for itself. */
export async function permission(): Promise<Permission> {
  try {
    const { authSetting } = await Taro.getSetting();
    const answer = (authSetting as Record<string, boolean | undefined>)[SCOPE];
    return answer === undefined ? 'unasked' : answer ? 'granted' : 'refused';
  } catch {
    return 'granted';
  }
}

/** Asks the phone where it is; WeChat asks the person first when that has not happened yet. Never rejects. */
export async function locate(): Promise<Located> {
  try {
    const fix = await Taro.getLocation({
      type: 'gcj02',
      isHighAccuracy: true,
      highAccuracyExpireTime: 4_000,
    });
    return {
      kind: 'found',
      position: {
        latitude: fix.latitude,
        longitude: fix.longitude,
        accuracyMeters: Math.min(100_000, Math.max(0, fix.accuracy)),
      },
    };
  } catch {
    const answer = await permission();
    return { kind: answer === 'granted' ? 'failed' : answer };
  }
}

/** Opens WeChat's own settings, the only place where a "no" can be taken back. Call it in a tap. */
export async function openSettings(): Promise<Permission> {
  await Taro.openSetting().catch(() => undefined);
  return permission();
}
