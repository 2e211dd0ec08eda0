import { Map } from '@tarojs/components';
import type { TodayView } from '@contract/contract';
import type { Position } from '@/phone/location';
import './site-map.scss';

export interface SiteMapProps {
  readonly places: readonly Pick<
    TodayView['places'][number],
    'id' | 'name' | 'latitude' | 'longitude' | 'radiusMeters'
  >[];
  readonly position: Position | null;
}

const BRAND = '#0B6B5C';

/** The places where a punch counts, as circles, and where the phone is: WeChat's own map. */
export function SiteMap({ places, position }: SiteMapProps) {
  const centre = position ?? places[0];
  if (centre === undefined) return null;
  return (
    <Map
      id="map"
      className="site-map"
      latitude={centre.latitude}
      longitude={centre.longitude}
      scale={16}
      showLocation
      includePoints={[...places, centre].map(({ latitude, longitude }) => ({ latitude, longitude }))}
      circles={places.flatMap(({ latitude, longitude, radiusMeters }) =>
        radiusMeters === null
          ? []
          : [
              {
                latitude,
                longitude,
                radius: radiusMeters,
                color: BRAND,
                fillColor: `${BRAND}22`,
                strokeWidth: 2,
              },
            ],
      )}
      onError={() => undefined}
    />
  );
}
