/** Repeatable chance: the same key gives the same numbers on every machine. */
export interface Chance {
  /** A whole number in [from, to]. */
  between(from: number, to: number): number;
  /** True in so many of a hundred cases. */
  percent(chance: number): boolean;
}

export function chanceOf(key: string): Chance {
  let state = 2166136261;
  for (const character of key) state = Math.imul(state ^ character.charCodeAt(0), 16777619);
  // mulberry32: small, and good enough for believable mornings.
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
  return {
    between: (from, to) => from + Math.floor(next() * (to - from + 1)),
    percent: (chance) => next() * 100 < chance,
  };
}
