import type { Surroundings } from './surroundings';
import { WxFailure } from './wx-call';

/** Interfaces of position: app.json must name each that is used. */
const IN_APP_JSON = ['getLocation', 'chooseLocation', 'getFuzzyLocation', 'choosePoi', 'startLocationUpdate'];

/**
 * Lets an interface that touches something private go on, as WeChat does: it must be declared in app.json (position)
 * and in the console's privacy guideline, and the person must have agreed to the guideline.
 *
 * @throws WxFailure
 */
export function passPrivacy({ program, phone }: Surroundings, api: string): void {
  if (IN_APP_JSON.includes(api) && !program.config.requiredPrivateInfos?.includes(api))
    throw new WxFailure('the api need to be declared in the requiredPrivateInfos field in app.json/ext.json');
  if (!phone.privacyGuideline.includes(api))
    throw new WxFailure('api scope is not declared in the privacy agreement', { errno: 112 });
  if (program.config.__usePrivacyCheck__ !== true || phone.privacyAgreed) return;
  phone.did({ kind: 'privacy-asked' });
  if (phone.answers.privacy === 'refuse')
    throw new WxFailure('privacy permission is not authorized', { errno: 104 });
  phone.privacyAgreed = true;
}
