import { pushAt } from '@domain/approval/quiet-hours';
import { at, SHANGHAI } from './cast';

const NIGHT = { from: 22 * 60, to: 8 * 60 };
const LUNCH = { from: 12 * 60, to: 13 * 60 };

describe('quiet hours', () => {
  it.each([
    ['by day a message rings at once', '2026-03-10 12:00', NIGHT, '2026-03-10 12:00'],
    ['in the evening it waits for the morning', '2026-03-10 23:15', NIGHT, '2026-03-11 08:00'],
    ['after midnight it waits for the same morning', '2026-03-11 03:00', NIGHT, '2026-03-11 08:00'],
    ['the first quiet minute is quiet', '2026-03-10 22:00', NIGHT, '2026-03-11 08:00'],
    ['the first loud minute is loud', '2026-03-11 08:00', NIGHT, '2026-03-11 08:00'],
    ['within one day', '2026-03-10 12:30', LUNCH, '2026-03-10 13:00'],
    ['no quiet hours are set', '2026-03-10 23:15', { from: 0, to: 0 }, '2026-03-10 23:15'],
  ])('%s', (_what, now, quiet, expected) =>
    expect(pushAt('daytime', at(now), quiet, SHANGHAI)).toBe(at(expected)),
  );

  it('lets what is urgent ring at night', () =>
    expect(pushAt('now', at('2026-03-10 23:15'), NIGHT, SHANGHAI)).toBe(at('2026-03-10 23:15')));
});
