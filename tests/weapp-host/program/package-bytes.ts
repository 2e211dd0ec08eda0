import type { Program } from './program';

/** Bytes of each package as it is uploaded, by its root; the main package is 'main'. */
export function packageBytes(program: Program): ReadonlyMap<string, number> {
  const totals = new Map(program.packages.map(({ root }) => [root || 'main', 0]));
  for (const file of program.files.list()) {
    const owner = program.packageOf(file).root || 'main';
    totals.set(owner, (totals.get(owner) ?? 0) + program.files.bytes(file).length);
  }
  return totals;
}
