const word = (value: number): number[] => [value & 255, (value >> 8) & 255];
const long = (value: number): number[] => [...word(value & 65535), ...word(value >>> 16)];

/** A zip of empty files with these names, as office programs lay it out: entries, directory, end. */
export function zipOf(names: readonly string[]): Uint8Array {
  const bytes: number[] = [];
  const directory: number[] = [];
  for (const name of names) {
    const letters = [...new TextEncoder().encode(name)];
    const common = [...word(20), ...word(0), ...word(0), ...long(0), ...long(0), ...long(0), ...long(0)];
    directory.push(
      ...[0x50, 0x4b, 0x01, 0x02, ...word(20), ...common, ...word(letters.length), ...word(0), ...word(0)],
      ...[...word(0), ...word(0), ...long(0), ...long(bytes.length), ...letters],
    );
    bytes.push(0x50, 0x4b, 0x03, 0x04, ...common, ...word(letters.length), ...word(0), ...letters);
  }
  const start = bytes.length;
  const count = word(names.length);
  const end = [0x50, 0x4b, 0x05, 0x06, ...word(0), ...word(0), ...count, ...count];
  return new Uint8Array([
    ...bytes,
    ...directory,
    ...end,
    ...long(directory.length),
    ...long(start),
    ...word(0),
  ]);
}
