/**
 * A "no" that the cloud says in its protocol: HTTP 200 with `{ code, message, requestId }`.
 * The SDK turns it into a thrown error with the same `code`.
 */
export class Refusal extends Error {
  constructor(
    readonly code: string,
    message: string,
  ) {
    super(message);
    this.name = 'Refusal';
  }
}

export const invalidParam = (message: string): Refusal => new Refusal('INVALID_PARAM', message);

export const databaseFailed = (message: string): Refusal => new Refusal('DATABASE_REQUEST_FAILED', message);

/** The message of whatever was thrown, for texts that people read. */
export const reasonOf = (thrown: unknown): string =>
  thrown instanceof Error ? thrown.message : String(thrown);
