import type { DemoPlace } from '../demo-cast';
import { choice, element, slot } from './element';
import { distanceMeters, offsetFrom, pointAt, toWgs84, type Degrees, type Offset } from './ground';
import type { Location } from './phone-state';

/** Radius that a place without a fence is drawn with. */
const OPEN_PLACE_METERS = 150;

const radiusOf = (place: DemoPlace): number => place.radiusMeters ?? OPEN_PLACE_METERS;

export interface Ground {
  /** Puts the person in the middle of a place. */
  goTo(placeId: string | null): void;
}

/** A map of one place at a time: a tap on it is where the person stands. */
export const showPlaces = (places: readonly DemoPlace[], location: Location): Ground => {
  const first = places[0];
  if (!first) {
    slot('place').append('演示公司没有打卡地点。');
    return { goTo: () => undefined };
  }
  let place = first;
  let standing: Degrees = place;

  const map = svg('svg', { class: 'map', role: 'img', 'aria-label': '点一下地图，换一个位置' });
  const reading = element('p', { className: 'reading' });
  const accuracy = element('input', {
    type: 'range',
    min: '5',
    max: '500',
    step: '5',
    ariaLabel: '定位精度（米）',
  });
  accuracy.value = String(location.fix.accuracyMeters);
  const accuracyText = element('output', {});

  const standAt = (point: Degrees): void => {
    standing = point;
    location.fix = { ...toWgs84(point), accuracyMeters: Number(accuracy.value) };
    draw();
  };

  /** Half of the map's width in metres: the fence with room around it, and the person where they are near. */
  const reach = (): number => {
    const away = distanceMeters(offsetFrom(place, standing));
    return Math.max(300, radiusOf(place) * 2.5, away < 2000 ? away * 1.2 : 0);
  };

  const draw = (): void => {
    const half = reach();
    map.setAttribute('viewBox', `${-half} ${-half * 0.62} ${half * 2} ${half * 1.24}`);
    const me = offsetFrom(place, standing);
    map.replaceChildren(
      ...grid(half),
      ...places.flatMap((each) => fence(each, place, half)),
      ...person(me, half, location.fix.accuracyMeters),
    );
    const away = Math.round(distanceMeters(me));
    const { radiusMeters } = place;
    const fenceText =
      radiusMeters === null
        ? '不限范围'
        : away <= radiusMeters
          ? '在范围内'
          : `还差 ${away - radiusMeters} 米`;
    reading.textContent = `离${place.name} ${away} 米 · ${fenceText}`;
    accuracyText.textContent = `精度 ${accuracy.value} 米`;
  };

  map.addEventListener('click', (event) => {
    const box = map.getBoundingClientRect();
    const perPixel = (reach() * 2) / box.width;
    standAt(
      pointAt(place, {
        east: (event.clientX - box.left - box.width / 2) * perPixel,
        north: -(event.clientY - box.top - box.height / 2) * perPixel,
      }),
    );
  });
  accuracy.addEventListener('input', () => standAt(standing));

  const jump = (text: string, metersFromCentre: () => number): HTMLElement => {
    const button = element('button', { type: 'button', textContent: text });
    button.addEventListener('click', () => standAt(pointAt(place, { east: metersFromCentre(), north: 0 })));
    return button;
  };

  const placeRow = element('div', {});
  const goTo = (placeId: string | null): void => {
    place = places.find((each) => each.id === placeId) ?? place;
    const options = places.map((each) => [each.id, each.name] as const);
    placeRow.replaceChildren(choice('地点', options, place.id, goTo));
    standAt(place);
  };
  const jumps = element(
    'div',
    { className: 'choice' },
    jump('门内', () => 0),
    jump('刚到边上', () => radiusOf(place) - 5),
    jump('差 312 米', () => radiusOf(place) + 312),
    jump('在家（8 公里）', () => 8000),
  );
  const permissionRow = permission(location);
  // The person may answer the phone's own question: show it here too.
  window.addEventListener('phone-location-answered', () =>
    permissionRow.replaceChildren(permission(location)),
  );
  const slider = element('label', { className: 'slider' }, accuracyText, accuracy);
  slot('place').append(placeRow, map as unknown as HTMLElement, reading, jumps, slider, permissionRow);
  goTo(place.id);
  return { goTo };
};

const permission = (location: Location): HTMLElement =>
  element(
    'div',
    {},
    choice(
      '定位权限',
      [
        ['allowed', '允许定位'],
        ['ask', '还没问过'],
        ['refused', '拒绝'],
        ['off', '手机定位关闭'],
      ] as const,
      location.permission,
      (value) => {
        location.permission = value;
      },
    ),
  );

const svg = (tag: string, attributes: Record<string, string | number>, text = ''): SVGElement => {
  const made = document.createElementNS('http://www.w3.org/2000/svg', tag);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, String(value));
  made.textContent = text;
  return made;
};

const grid = (half: number): SVGElement[] => {
  const lines: SVGElement[] = [];
  for (let at = -Math.floor(half / 100) * 100; at <= half; at += 100) {
    lines.push(svg('line', { class: 'grid', x1: at, x2: at, y1: -half, y2: half }));
    lines.push(svg('line', { class: 'grid', x1: -half, x2: half, y1: at, y2: at }));
  }
  return lines;
};

const fence = (place: DemoPlace, centre: Degrees, half: number): SVGElement[] => {
  const { east, north } = offsetFrom(centre, place);
  if (Math.abs(east) > half * 2 || Math.abs(north) > half * 2) return [];
  const dashed = place.radiusMeters === null ? 'fence open' : 'fence';
  return [
    svg('circle', { class: dashed, cx: east, cy: -north, r: radiusOf(place) }),
    svg('circle', { class: 'centre', cx: east, cy: -north, r: half / 70 }),
    svg(
      'text',
      { x: east, y: -north - half / 25, 'font-size': half / 14, 'text-anchor': 'middle' },
      place.name,
    ),
  ];
};

const person = ({ east, north }: Offset, half: number, accuracyMeters: number): SVGElement[] => [
  svg('circle', { class: 'accuracy', cx: east, cy: -north, r: accuracyMeters }),
  svg('circle', { class: 'me', cx: east, cy: -north, r: half / 32 }),
];
