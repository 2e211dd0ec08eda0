import API_VERSIONS from './api-versions.json';

/** The base library from which each interface of `wx` exists, out of WeChat's own type definitions. */
const VERSIONS: Readonly<Record<string, string>> = API_VERSIONS;

/** Every interface that WeChat knows, whether this host models it or not. */
export const KNOWN_INTERFACES: readonly string[] = Object.keys(VERSIONS);

/** True where a phone with this base library has the interface. */
export function exists(api: string, baseLibrary: string): boolean {
  const since = VERSIONS[api];
  return since !== undefined && compare(since, baseLibrary) <= 0;
}

function compare(a: string, b: string): number {
  const [left, right] = [a, b].map((version) => version.split('.').map(Number)) as [number[], number[]];
  for (let place = 0; place < Math.max(left.length, right.length); place += 1) {
    const difference = (left[place] ?? 0) - (right[place] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}
