import type { Place } from '../schedule/place';
import { MAX_RADIUS_METERS } from '../schedule/places-for';
import { PLACE_COLUMNS, type PlaceTitle } from './place-columns';
import type { FieldChange, Outcome, RowProblem } from './planned-row';

/** A place without its id. */
export type PlaceEntry = Omit<Place, 'id'>;

export type PlaceOutcome = Outcome<PlaceEntry, { readonly id: string; readonly value: PlaceEntry }>;

const LONGEST_NAME = 60;
const LONGEST_ADDRESS = 200;
/** Degrees; seven decimals are a centimetre. */
const DECIMALS = 1e7;

/**
 * What one row would do to the places as they are drafted: a name that is there already means that place, and what the
 * file does not say of it (its Wi-Fi) stays.
 */
export function planPlace(cells: readonly string[], places: readonly Place[]): PlaceOutcome {
  const problems: RowProblem[] = [];
  const cell = (title: PlaceTitle): string =>
    cells[PLACE_COLUMNS.findIndex((column) => column.title === title)] ?? '';
  const wrong = (title: PlaceTitle, text: string) => void problems.push({ title, text });
  const number = (title: PlaceTitle, least: number, most: number, unit: string): number | null => {
    const text = cell(title).replace(/\s*(米|m)$/i, '');
    const value = text === '' ? Number.NaN : Number(text);
    if (value >= least && value <= most) return Math.round(value * DECIMALS) / DECIMALS;
    wrong(
      title,
      text === '' ? `请填写${title}` : `“${cell(title)}”不行，请填 ${least} 到 ${most} 之间的数字${unit}`,
    );
    return null;
  };
  const name = cell('名称');
  if (name === '') wrong('名称', '请填写名称');
  if (name.length > LONGEST_NAME) wrong('名称', `名称最多 ${LONGEST_NAME} 个字`);
  const longitude = number('经度', -180, 180, '');
  const latitude = number('纬度', -90, 90, '');
  const radiusMeters = number('半径', 1, MAX_RADIUS_METERS, '（米）');
  const address = cell('地址');
  if (address.length > LONGEST_ADDRESS) wrong('地址', `地址最多 ${LONGEST_ADDRESS} 个字`);
  const same = places.filter((place) => place.name === name);
  if (same.length > 1) wrong('名称', `有几个地点都叫“${name}”，请先改名`);
  if (problems.length > 0 || longitude === null || latitude === null || radiusMeters === null)
    return { becomes: 'wrong', problems };
  const [known] = same;
  const read = { name, longitude, latitude, radiusMeters, ...(address !== '' && { address }) };
  if (known === undefined) return { becomes: 'added', entry: read };
  const { id, ...before } = known;
  const changes = changesOf(before, read);
  return changes.length === 0
    ? { becomes: 'same' }
    : { becomes: 'changed', changes, patch: { id, value: { ...before, ...read } } };
}

function changesOf(before: PlaceEntry, read: PlaceEntry): readonly FieldChange[] {
  const pairs = [
    ['经度', before.longitude, read.longitude],
    ['纬度', before.latitude, read.latitude],
    ['半径', before.radiusMeters, read.radiusMeters],
    ['地址', before.address, read.address ?? before.address],
  ] as const;
  return pairs
    .filter(([, from, to]) => from !== to)
    .map(([title, from, to]) => ({ title, from: String(from ?? '空'), to: String(to ?? '空') }));
}
