/** What WeChat carries from a page's script to its view at once, at most. */
export const MOST_SET_DATA_BYTES = 256 * 1024;

/** The size of a change as it travels: JSON in UTF-8. */
export const bytesOf = (change: unknown): number => Buffer.byteLength(JSON.stringify(change) ?? '');

/** Writes each path of a change into the data: `{ 'root.cn.[0].v': '09:00' }`. @throws Error for a path that is none */
export function applyChange(data: Record<string, unknown>, change: Readonly<Record<string, unknown>>): void {
  for (const [path, value] of Object.entries(change)) {
    const steps = stepsOf(path);
    const last = steps[steps.length - 1];
    if (last === undefined) throw new Error(`setData: "${path}" is no path`);
    const owner = steps.slice(0, -1).reduce(childOf, { of: data, next: steps }).of;
    (owner as Record<string | number, unknown>)[last] = copied(value);
  }
}

interface Walk {
  readonly of: object;
  readonly next: readonly (string | number)[];
}

/** One step down; what is missing or no object on the way is made, as WeChat makes it. */
function childOf({ of, next }: Walk, step: string | number): Walk {
  const owner = of as Record<string | number, unknown>;
  const held = owner[step];
  const rest = next.slice(1);
  if (typeof held === 'object' && held !== null) return { of: held, next: rest };
  const made = typeof rest[0] === 'number' ? [] : {};
  owner[step] = made;
  return { of: made, next: rest };
}

/** 'root.cn.[0].v' and 'list[2].name': names and numbers. */
export function stepsOf(path: string): readonly (string | number)[] {
  return [...path.matchAll(/\[(\d+)\]|([^.[\]]+)/g)].map(([, number, name]) =>
    number === undefined ? (name ?? '') : Number(number),
  );
}

/** Nothing is shared between a script and its view: functions and undefined do not travel. */
const copied = (value: unknown): unknown =>
  value === undefined ? undefined : (JSON.parse(JSON.stringify(value)) as unknown);
