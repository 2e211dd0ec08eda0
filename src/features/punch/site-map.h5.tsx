import { View } from '@tarojs/components';
import { metersText } from '@/wording/lengths';
import type * as weapp from './site-map';
import './site-map.scss';

const WIDTH = 320;
const HEIGHT = 220;
const MARGIN = 28;
/** A picture of less ground than this would only show a dot. */
const SMALLEST_METERS = 120;
const METERS_PER_DEGREE = 111_320;

/** Drawn by ourselves: a browser's map would call a third party. North is up, metres are to scale. */
export const SiteMap: typeof weapp.SiteMap = ({ places, position }) => {
  const origin = position ?? places[0];
  if (origin === undefined) return null;
  const spots = places.map((place) => ({
    ...place,
    ...metersFrom(origin, place),
    radius: place.radiusMeters ?? 0,
  }));
  const frame = frameAround([{ east: 0, north: 0, radius: position?.accuracyMeters ?? 0 }, ...spots]);
  const x = (east: number) => WIDTH / 2 + (east - frame.east) * frame.scale;
  const y = (north: number) => HEIGHT / 2 - (north - frame.north) * frame.scale;
  const ruler = rulerMeters(WIDTH / 3 / frame.scale);
  return (
    <View id="map" className="site-map">
      <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} className="site-map__drawing">
        {spots.map(({ id, name, east, north, radius }) => (
          <g key={id}>
            <circle className="site-map__fence" cx={x(east)} cy={y(north)} r={radius * frame.scale} />
            <circle className="site-map__place" cx={x(east)} cy={y(north)} r={3} />
            <text className="site-map__name" x={x(east)} y={y(north) - radius * frame.scale - 5}>
              {name}
            </text>
          </g>
        ))}
        {position !== null && (
          <>
            <circle
              className="site-map__accuracy"
              cx={x(0)}
              cy={y(0)}
              r={Math.max(9, position.accuracyMeters * frame.scale)}
            />
            <circle className="site-map__person" cx={x(0)} cy={y(0)} r={6} />
          </>
        )}
        <path className="site-map__ruler" d={`M12 ${HEIGHT - 12}h${ruler * frame.scale}`} />
        <text className="site-map__name site-map__name--ruler" x={12} y={HEIGHT - 18}>
          {metersText(ruler)}
        </text>
      </svg>
    </View>
  );
};

interface Circle {
  readonly east: number;
  readonly north: number;
  readonly radius: number;
}

/** The middle and the scale, in pixels a metre, at which all circles are in the picture. */
function frameAround(circles: readonly Circle[]): { east: number; north: number; scale: number } {
  const west = Math.min(...circles.map(({ east, radius }) => east - radius));
  const east = Math.max(...circles.map((circle) => circle.east + circle.radius));
  const south = Math.min(...circles.map(({ north, radius }) => north - radius));
  const north = Math.max(...circles.map((circle) => circle.north + circle.radius));
  const scale = Math.min(
    (WIDTH - 2 * MARGIN) / Math.max(SMALLEST_METERS, east - west),
    (HEIGHT - 2 * MARGIN) / Math.max(SMALLEST_METERS, north - south),
  );
  return { east: (west + east) / 2, north: (south + north) / 2, scale };
}

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

/** The longest of 1, 2, 5, 10, 20 … metres that is not longer than this. */
function rulerMeters(most: number): number {
  const power = 10 ** Math.floor(Math.log10(most));
  return ([5, 2, 1].find((step) => step * power <= most) ?? 1) * power;
}
