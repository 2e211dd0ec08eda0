import gcoord from 'gcoord';

/** Degrees; which datum is said by the name of the variable. */
export interface Degrees {
  readonly latitude: number;
  readonly longitude: number;
}

/** Metres east and north of a centre. */
export interface Offset {
  readonly east: number;
  readonly north: number;
}

const METERS_PER_DEGREE = 111_195;

const metersPerLongitude = (latitude: number): number =>
  METERS_PER_DEGREE * Math.cos((latitude * Math.PI) / 180);

/** Flat geometry: right to a metre over the few kilometres that the map shows. */
export const offsetFrom = (centre: Degrees, point: Degrees): Offset => ({
  east: (point.longitude - centre.longitude) * metersPerLongitude(centre.latitude),
  north: (point.latitude - centre.latitude) * METERS_PER_DEGREE,
});

export const pointAt = (centre: Degrees, { east, north }: Offset): Degrees => ({
  latitude: centre.latitude + north / METERS_PER_DEGREE,
  longitude: centre.longitude + east / metersPerLongitude(centre.latitude),
});

export const distanceMeters = ({ east, north }: Offset): number => Math.hypot(east, north);

/** Browsers speak WGS-84; places are kept, and the map is drawn, in GCJ-02. */
export const toWgs84 = ({ latitude, longitude }: Degrees): Degrees => {
  const [east, north] = gcoord.transform([longitude, latitude], gcoord.GCJ02, gcoord.WGS84);
  return { latitude: north, longitude: east };
};
