export interface Flags {
  readonly data?: string;
  readonly functions?: string;
  readonly port?: string;
  readonly config?: string;
}

/** `start --port 3000` as words and flags. @throws Error for unknown flags and flags without a value */
export function readArguments(given: readonly string[]): { words: string[]; flags: Flags } {
  const words: string[] = [];
  const flags: Record<string, string> = {};
  for (let index = 0; index < given.length; index += 1) {
    const word = given[index] ?? '';
    if (!word.startsWith('--')) {
      words.push(word);
      continue;
    }
    const flag = /^--(data|functions|port|config)$/.exec(word)?.[1];
    const value = given[index + 1];
    if (flag === undefined) throw new Error(`the flag "${word}" is not known`);
    if (value === undefined) throw new Error(`the flag "${word}" needs a value`);
    flags[flag] = value;
    index += 1;
  }
  return { words, flags };
}
