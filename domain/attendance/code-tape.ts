/**
 * A tape of whole numbers that verdicts are written on before anybody needs them as objects: judging a company's
 * month leaves one block of memory instead of a hundred thousand little things.
 */
export class CodeTape {
  words: Int32Array;
  length = 0;

  constructor(capacity = 1024) {
    this.words = new Int32Array(capacity);
  }

  /** Takes so many numbers from the end of the tape; returns where they begin. */
  take(size: number): number {
    const at = this.length;
    this.length = at + size;
    if (this.length > this.words.length) this.#grow();
    return at;
  }

  #grow(): void {
    const longer = new Int32Array(2 * this.length);
    longer.set(this.words);
    this.words = longer;
  }

  /** Copies all of another tape to a place that was taken. */
  copy(from: CodeTape, at: number): void {
    const { words } = this;
    for (let i = 0; i < from.length; i++) words[at + i] = from.words[i] as number;
  }

  rewind(): void {
    this.length = 0;
  }
}
