import { View } from '@tarojs/components';
import type { Position } from '@/phone/location';
import { metersText } from '@/wording/lengths';
import type * as weapp from './site-map';
import './site-map.scss';

const WIDTH = 320;
const HEIGHT = 220;
const MARGIN = 28;
const METERS_PER_DEGREE = 111_320;

/** Drawn by ourselves: a browser's map would call a third party. North is up, metres are to scale. */
export const SiteMap: typeof weapp.SiteMap = ({ places, position }) => {
  const centre = position ?? places[0];
  if (centre === undefined) return null;
  const spots = places.map((place) => ({ ...place, ...metersFrom(centre, place) }));
  const reach = Math.max(
    60,
    position?.accuracyMeters ?? 0,
    ...spots.map(({ east, north, radiusMeters }) => Math.hypot(east, north) + (radiusMeters ?? 0)),
  );
  const scale = (HEIGHT / 2 - MARGIN) / reach;
  const x = (east: number) => WIDTH / 2 + east * scale;
  const y = (north: number) => HEIGHT / 2 - north * scale;
  const ruler = rulerMeters(reach);
  return (
    <View id="map" className="site-map">
      <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} className="site-map__drawing">
        {spots.map(({ id, name, east, north, radiusMeters }) => (
          <g key={id}>
            <circle className="site-map__fence" cx={x(east)} cy={y(north)} r={(radiusMeters ?? 0) * scale} />
            <circle className="site-map__place" cx={x(east)} cy={y(north)} r={3} />
            <text className="site-map__name" x={x(east)} y={y(north) - 8}>
              {name}
            </text>
          </g>
        ))}
        {position !== null && <Person position={position} scale={scale} />}
        <path className="site-map__ruler" d={`M12 ${HEIGHT - 12}h${ruler * scale}`} />
        <text className="site-map__name site-map__name--ruler" x={12} y={HEIGHT - 18}>
          {metersText(ruler)}
        </text>
      </svg>
    </View>
  );
};

const Person = ({ position, scale }: { position: Position; scale: number }) => (
  <g>
    <circle
      className="site-map__accuracy"
      cx={WIDTH / 2}
      cy={HEIGHT / 2}
      r={Math.max(8, position.accuracyMeters * scale)}
    />
    <circle className="site-map__person" cx={WIDTH / 2} cy={HEIGHT / 2} r={6} />
  </g>
);

interface Degrees {
  readonly latitude: number;
  readonly longitude: number;
}

/** Flat metres, good enough for a drawing of a few kilometres. */
function metersFrom(centre: Degrees, spot: Degrees): { east: number; north: number } {
  const shrink = Math.cos((centre.latitude * Math.PI) / 180);
  return {
    east: (spot.longitude - centre.longitude) * METERS_PER_DEGREE * shrink,
    north: (spot.latitude - centre.latitude) * METERS_PER_DEGREE,
  };
}

/** A round length of about a third of the drawing's half. */
function rulerMeters(reach: number): number {
  const power = 10 ** Math.floor(Math.log10(reach / 2));
  return [5, 2, 1].map((step) => step * power).find((length) => length <= reach / 1.5) ?? power;
}
