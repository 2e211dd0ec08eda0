import { anchorText, fitsAnchor, parseAnchor } from '@domain/evidence/anchor';
import { purge, seal, sealFault } from '@domain/evidence/personal-data';
import { purgeDueOn, RETENTION } from '@domain/evidence/retention';
import type { PurposeDates, RetentionClass } from '@domain/evidence/retention';
import { localDateOf } from '@domain/time/local-date';
import { sha256 } from './sha256';

const SALT = '0f'.repeat(16);

describe('personal data beside the chain', () => {
  const record = seal('case-1', 'notice.idNumber', '11010519491231002X', SALT, sha256);

  it('fits its seal', () => {
    expect(sealFault('case-1', record, sha256)).toBeNull();
  });

  it('fits no other case, name, value or salt', () => {
    const misfit = 'the value does not fit its seal';
    expect(sealFault('case-2', record, sha256)).toBe(misfit);
    expect(sealFault('case-1', { ...record, name: 'other' }, sha256)).toBe(misfit);
    expect(sealFault('case-1', { ...record, value: 'other' }, sha256)).toBe(misfit);
    expect(sealFault('case-1', { ...record, salt: 'f0'.repeat(16) }, sha256)).toBe(misfit);
  });

  it('takes its salt along when it is purged, so that nobody can find the value by trying', () => {
    expect(purge(record)).toEqual({ state: 'purged', name: 'notice.idNumber', digest: record.digest });
  });

  it('accepts no salt that could be guessed', () => {
    expect(() => seal('case-1', 'name', 'value', 'abc', sha256)).toThrow('a salt is at least 32 hex digits');
    expect(sealFault('case-1', { ...record, salt: 'abc' }, sha256)).toBe('the salt is too short');
  });

  it('gives equal values different digests under different salts', () => {
    expect(seal('case-1', 'n', '男', 'f0'.repeat(16), sha256).digest).not.toBe(
      seal('case-1', 'n', '男', SALT, sha256).digest,
    );
  });
});

describe('the printed anchor', () => {
  const heads = [
    { count: 0, head: sha256('start') },
    { count: 1, head: sha256('one') },
  ];
  const printed = anchorText({ count: 1, head: sha256('one') });

  it('is read back as it was printed, with the spaces and capitals that people type', () => {
    const typed = printed
      .toUpperCase()
      .replace(':', '：')
      .replace(/(.{8})/g, '$1 ');
    expect(parseAnchor(typed)).toEqual({ count: 1, head: sha256('one') });
  });

  it.each([
    '',
    '1',
    `1:${'a'.repeat(15)}`,
    `1:${'a'.repeat(65)}`,
    `x:${'a'.repeat(16)}`,
    `1:${'g'.repeat(16)}`,
  ])('is none when it reads %p', (text) => expect(parseAnchor(text)).toBeNull());

  it('fits only the chain that was printed, at the place that was printed', () => {
    expect(fitsAnchor({ count: 1, head: sha256('one').slice(0, 16) }, heads)).toBe(true);
    expect(fitsAnchor({ count: 0, head: sha256('one') }, heads)).toBe(false);
    expect(fitsAnchor({ count: 2, head: sha256('one') }, heads)).toBe(false);
  });
});

describe('how long records are kept', () => {
  const dates: PurposeDates = {
    employmentEnd: localDateOf('2026-11-21'),
    compared: localDateOf('2026-10-23'),
    closed: localDateOf('2026-12-06'),
  };

  it.each([
    ['contract', '2028-11-21'],
    ['wages', '2028-11-21'],
    ['handover', '2028-11-21'],
    ['conversation', '2028-11-21'],
    ['assetPhoto', '2028-11-21'],
    ['nonCompete', '2029-11-21'],
    ['attendancePhoto', '2028-12-06'],
    ['identityPhoto', '2026-10-23'],
    ['cardCheck', '2026-12-06'],
    ['medical', '2026-12-06'],
  ] as const)('%s is purged from %s', (name, day) => {
    expect(purgeDueOn(name, dates)).toBe(day);
  });

  it('nothing is purged before what its time counts from has happened', () => {
    const nothing: PurposeDates = { employmentEnd: null, compared: null, closed: null };
    for (const name of Object.keys(RETENTION) as RetentionClass[])
      expect(purgeDueOn(name, nothing)).toBeNull();
  });

  it('two years after a leap day are never a day short', () => {
    expect(purgeDueOn('wages', { ...dates, employmentEnd: localDateOf('2028-02-29') })).toBe('2030-03-01');
  });

  it('contract and wage records stay at least the two years that the law asks for', () => {
    for (const name of ['contract', 'wages'] as const)
      expect(RETENTION[name].keep).toMatchObject({ years: 2 });
  });
});
