import Taro from '@tarojs/taro';

/** Whether this phone has WeChat's own scanner. */
export const CAN_SCAN: boolean = true;

/** What stands in the QR code that the person holds before the phone; null when the person went back, or may not. */
export async function scanCode(): Promise<string | null> {
  try {
    const { result } = await Taro.scanCode({ scanType: ['qrCode'] });
    return result;
  } catch {
    return null;
  }
}
