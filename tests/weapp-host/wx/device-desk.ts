import type { Interfaces, Surroundings } from './surroundings';

/** What the phone says of itself. */
export function deviceDesk({ phone, program, entrance }: Surroundings): Interfaces {
  const base = () => ({
    SDKVersion: program.baseLibrary,
    language: 'zh_CN',
    version: '8.0.62',
    theme: phone.theme,
    fontSizeScaleFactor: phone.fontSizeScaleFactor,
    fontSizeSetting: 17,
    enableDebug: false,
    host: { env: 'WeChat' },
  });
  const device = () => ({
    brand: phone.model.startsWith('iPhone') ? 'iPhone' : 'Android',
    model: phone.model,
    platform: phone.model.startsWith('iPhone') ? 'ios' : 'android',
    system: phone.model.startsWith('iPhone') ? 'iOS 17.5' : 'Android 14',
  });
  const view = () => ({
    pixelRatio: 3,
    screenWidth: phone.window.width,
    screenHeight: phone.window.height,
    windowWidth: phone.window.width,
    windowHeight: phone.window.height,
    statusBarHeight: 47,
    safeArea: { left: 0, right: phone.window.width, top: 47, bottom: phone.window.height - 34 },
    screenTop: 0,
  });
  const everything = () => ({ ...base(), ...device(), ...view() });
  return {
    getSystemInfoSync: everything,
    getAppBaseInfo: base,
    getDeviceInfo: device,
    getWindowInfo: view,
    getSystemSetting: () => ({
      locationEnabled: phone.fix !== null,
      wifiEnabled: true,
      bluetoothEnabled: true,
    }),
    getAccountInfoSync: () => ({
      miniProgram: { appId: 'touristappid', envVersion: 'release', version: '' },
    }),
    getMenuButtonBoundingClientRect: () => ({
      width: 87,
      height: 32,
      top: 51,
      right: 383,
      bottom: 83,
      left: 296,
    }),
    getLaunchOptionsSync: entrance,
    getEnterOptionsSync: entrance,
    onThemeChange: () => undefined,
    offThemeChange: () => undefined,
  };
}
