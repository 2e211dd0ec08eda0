import { readdirSync, readFileSync } from 'node:fs';
import { inRoot } from '../../scripts/root';
import type { Mutation } from '../../scripts/mutations/mutation';

const LISTS = readdirSync(inRoot('tests', 'mutations')).filter((file) => file.endsWith('.mutations.ts'));

/** `npm run mutations` breaks the code at these places and takes long; that the places are still there is known at once. */
describe.each(LISTS)('%s', (list) => {
  it('names only places that are there, each once', async () => {
    const { mutations } = (await import(inRoot('tests', 'mutations', list))) as {
      mutations: readonly Mutation[];
    };
    const astray = mutations.filter(
      ({ file, from }) => readFileSync(inRoot(file), 'utf8').split(from).length !== 2,
    );
    expect(astray.map(({ breaks, file }) => `${file}: ${breaks}`)).toEqual([]);
    expect(mutations.length).toBeGreaterThan(0);
  });
});
