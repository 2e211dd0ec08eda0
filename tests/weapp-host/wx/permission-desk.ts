import type { PermissionScope } from '../phone/phone';
import type { Interfaces, Surroundings } from './surroundings';
import { WxFailure } from './wx-call';

/**
 * Asks the person once for a scope; afterwards the answer stands until it is changed in the settings.
 *
 * @throws WxFailure when the person refuses or has refused
 */
export function passPermission({ program, phone }: Surroundings, scope: PermissionScope): void {
  if (scope === 'scope.userLocation' && !program.config.permission?.[scope]?.desc)
    throw new WxFailure('require permission desc');
  let allowed = phone.permissions.get(scope);
  if (allowed === undefined) {
    phone.did({ kind: 'asked', scope });
    allowed = phone.answers.permission === 'allow';
    phone.permissions.set(scope, allowed);
  }
  if (!allowed) throw new WxFailure('auth deny');
}

/** What was granted and refused, and the settings where a "no" can be taken back. */
export function permissionDesk(around: Surroundings): Interfaces {
  const { phone, gesture, makeAsync } = around;
  const authSetting = () => Object.fromEntries(phone.permissions);
  return {
    getSetting: makeAsync('getSetting', () => ({ authSetting: authSetting() })),
    authorize: makeAsync('authorize', ({ scope }) => {
      passPermission(around, scope as PermissionScope);
      return undefined;
    }),
    openSetting: makeAsync('openSetting', () => {
      gesture.needed();
      phone.did({ kind: 'settings-opened' });
      for (const [scope, allowed] of Object.entries(phone.answers.settings))
        if (phone.permissions.has(scope as PermissionScope))
          phone.permissions.set(scope as PermissionScope, allowed);
      return { authSetting: authSetting() };
    }),
    getPrivacySetting: makeAsync('getPrivacySetting', () => ({
      needAuthorization: !phone.privacyAgreed,
      privacyContractName: '用户隐私保护指引',
    })),
  };
}
