/** A place of attendance (考勤地点), coordinates in GCJ-02. An empty radius is null, never 0. */
export interface Place {
  readonly id: string;
  readonly name: string;
  readonly latitude: number;
  readonly longitude: number;
  readonly radiusMeters: number | null;
  /** As people write it; only read, never judged by. */
  readonly address?: string;
  /** The Wi-Fi of the place; absent or empty: none proves it. */
  readonly wifi?: readonly PlaceWifi[];
  /** What the Wi-Fi is good for: `instead` of a position (the default), or `beside` it, both needed. */
  readonly wifiProof?: WifiProof;
  /** 停用: no rule can take it any more. */
  readonly stopped?: boolean;
}

/** One access point, or with `bssid` null every one of that name: anybody can name his own so. */
export interface PlaceWifi {
  readonly ssid: string;
  /** '0a:1b:2c:3d:4e:5f' */
  readonly bssid: string | null;
}

export type WifiProof = 'instead' | 'beside';
