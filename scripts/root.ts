import path from 'node:path';

/** The repository's folder: commands work from any directory. */
export const ROOT = path.resolve(__dirname, '..');

/** A path inside the repository. */
export const inRoot = (...parts: string[]): string => path.join(ROOT, ...parts);
