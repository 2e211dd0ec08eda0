/** The world around the phone, as the panel sets it. The bridge inside the phone's page reads it live. */
export interface PhoneState {
  location: Location;
  network: Network;
  /** How far the world's clock is ahead of this machine's, in milliseconds. */
  clockAheadMs: number;
}

/** What a browser would have found: WGS-84 degrees. */
export interface Fix {
  readonly latitude: number;
  readonly longitude: number;
  readonly accuracyMeters: number;
}

/**
 * 'ask': the person has not been asked yet; 'allowed'; 'refused'; 'off': the phone's location service is off.
 * The fix is where the phone is, whether it may say so or not.
 */
export interface Location {
  permission: 'ask' | 'allowed' | 'refused' | 'off';
  fix: Fix;
}

/** 'answers-lost': what is sent arrives, and what comes back does not, as when a lift door closes in the middle. */
export type Network = 'on' | 'off' | 'answers-lost';

declare global {
  interface Window {
    /** Set by the panel on its own window; the phone's page finds it on its parent. */
    zhoudaoPhoneState?: PhoneState;
    /** The clock of a page that was opened without the panel: set by the bridge, moved by whoever moves the cloud's. */
    zhoudaoPhoneClock?: Pick<PhoneState, 'clockAheadMs'>;
  }
}
