/** What somebody does in the company (岗位). */
export interface Post {
  readonly id: string;
  readonly name: string;
  /** Whoever holds it learns secrets: a non-compete may be asked of them. */
  readonly secrecy: boolean;
  /** Nobody is given it any more. */
  readonly closed?: boolean;
}
