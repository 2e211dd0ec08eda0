/** One thing said to a person. */
export interface Sentence {
  readonly text: string;
  /** The word on the button that asks again, where asking again may help. */
  readonly again?: string;
}
