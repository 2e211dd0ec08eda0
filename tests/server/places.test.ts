import { type Company, openCompany } from './company';
import { granted, outcome, refused } from './company/answers';
import { AT_THE_DOOR, freshId, metersNorth, type Person } from './company/person';

let company: Company;
let fang: Person;

beforeEach(async () => {
  company = await openCompany({ at: '2026-03-09T08:50' });
  fang = await company.person('王芳').bind();
});
afterEach(() => company.close());

it('outside the fence: refused with the place and the metres that are missing', async () => {
  const { code, facts } = refused(await fang.punch({ position: metersNorth(450) }));
  expect(code).toBe('punch.outside-fence');
  expect(facts).toMatchObject({ placeName: '总部大楼', radiusMeters: 300 });
  const { distanceMeters, missingMeters } = facts as { distanceMeters: number; missingMeters: number };
  expect(Math.abs(distanceMeters - 450)).toBeLessThanOrEqual(1);
  expect(missingMeters).toBe(distanceMeters - 300);
});

it('the page says the same before the press, and its button is not enabled', async () => {
  const { button, whereabouts } = await fang.today(metersNorth(450));
  expect(button).toMatchObject({ enabled: false, refusal: { code: 'punch.outside-fence' } });
  expect(whereabouts).toMatchObject({ state: 'outside', placeName: '总部大楼', radiusMeters: 300 });
  expect(button.refusal?.facts).toMatchObject({ missingMeters: whereabouts.missingMeters });
});

it.each([
  [299, 'ok'],
  [301, 'punch.outside-fence'],
])('%d metres from a place with a radius of 300: %s', async (meters, expected) => {
  expect(outcome(await fang.punch({ position: metersNorth(meters) }))).toBe(expected);
});

it('without a position: the place needs one', async () => {
  expect(refused(await fang.punch({ position: null }))).toEqual({ code: 'punch.position-needed', facts: {} });
});

it('an accuracy worse than the radius proves nothing', async () => {
  const vague = { ...AT_THE_DOOR, accuracyMeters: 800.4 };
  expect(refused(await fang.punch({ position: vague }))).toEqual({
    code: 'punch.inaccurate',
    facts: { accuracyMeters: 800, radiusMeters: 300 },
  });
  expect(outcome(await fang.punch({ position: { ...AT_THE_DOOR, accuracyMeters: 300 } }))).toBe('ok');
});

it('a place without a radius, and a rule without a place: anywhere, even with no position', async () => {
  const [yiming, kexin] = [await company.person('赵一鸣').bind(), await company.person('周可心').bind()];
  expect(outcome(await yiming.punch({ position: null }))).toBe('ok');
  expect(
    outcome(await kexin.punch({ position: { latitude: -89, longitude: 179, accuracyMeters: 9000 } })),
  ).toBe('ok');
  expect((await yiming.today(null)).whereabouts.state).toBe('anywhere');
});

it('a refused attempt is a fact with its position and reason, and no card', async () => {
  const position = metersNorth(2000);
  await fang.punch({ position });
  expect(await fang.facts()).toMatchObject([
    { kind: null, refused: { code: 'punch.outside-fence' }, position, placeId: null, dutyDate: '2026-03-09' },
  ]);
  await expect(fang.sheet('2026-03')).rejects.toThrow('no sheet');
});

it('an accepted one keeps position, place and distance in the fact, and none of it in the sheet', async () => {
  const position = metersNorth(120);
  const { whereabouts } = granted(await fang.punch({ position })).today;
  const [fact] = await fang.facts();
  expect(fact).toMatchObject({
    refused: null,
    position,
    placeId: 'office',
    distanceMeters: whereabouts.distanceMeters,
  });
  expect(JSON.stringify(await fang.sheet('2026-03'))).not.toContain(String(position.latitude));
});

it('who walks in after a refusal punches with a fresh id; the refused id stays refused and leaves no card', async () => {
  const punchId = freshId();
  const first = refused(await fang.punch({ punchId, position: metersNorth(450) }));
  expect(refused(await fang.punch({ punchId }))).toEqual(first);
  await company.clockTo('08:56');
  expect(granted(await fang.punch()).text).toBe('签到成功 08:56 · 正常');
  expect(await fang.punchesOn('2026-03-09')).toEqual(['in 08:56']);
});

it('a radius that HR widens counts at once', async () => {
  const position = metersNorth(450);
  expect(outcome(await fang.punch({ position }))).toBe('punch.outside-fence');
  await company.reorganise(({ places }) => ({
    places: places.map((place) => (place.id === 'office' ? { ...place, radiusMeters: 500 } : place)),
  }));
  expect(outcome(await fang.punch({ position }))).toBe('ok');
});
