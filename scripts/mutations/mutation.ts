/** One deliberate fault, and the test that must turn red because of it: proof that the test can fail. */
export interface Mutation {
  /** What the fault would mean, as a sentence: 'a second tap stores a second punch'. */
  readonly breaks: string;
  /** The file that is changed, from the repository's root. */
  readonly file: string;
  /** Text that stands in the file exactly once. */
  readonly from: string;
  readonly to: string;
  /** The test file that must fail, from the repository's root. */
  readonly test: string;
}

/** The file's text with the fault in it. @throws Error when the place is missing or not the only one. */
export const mutate = (text: string, { file, from, to }: Pick<Mutation, 'file' | 'from' | 'to'>): string => {
  const places = text.split(from).length - 1;
  if (places !== 1) throw new Error(`${file} holds "${from}" ${places} times, and must hold it once.`);
  if (from === to) throw new Error(`${file}: the fault changes nothing.`);
  return text.replace(from, () => to);
};
