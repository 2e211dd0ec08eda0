/** What a person can do about bad news. The page that shows the sentence knows how. */
export type NextStep = 'allow-location' | 'open-settings' | 'locate-again' | 'retry' | 'bind';

/** One thing said to a person: what it is and, where there is one, the next step as a button. */
export interface Sentence {
  readonly text: string;
  readonly next?: { readonly step: NextStep; readonly label: string };
}
