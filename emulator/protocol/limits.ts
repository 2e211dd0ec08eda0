/** What the service documents as its limits. Bytes unless the name says otherwise. */
export const LIMITS = {
  /** Documents a query may return; a larger `limit` counts as this one. */
  queryDocuments: 1000,
  /** Documents returned when no `limit` is given. */
  queryDocumentsByDefault: 100,
  /** Total of one query's reply. */
  queryReplyBytes: 16 * 1024 * 1024,
  /** One stored document, measured as BSON. */
  documentBytes: 512 * 1024,
  /** Nesting MongoDB stores. */
  documentDepth: 100,
  collections: 100,
  /** Any one request to the cloud. */
  requestBytes: 8 * 1024 * 1024,
  /** `event` of a function called by a client. */
  clientEventBytes: 100 * 1024,
  /** `event` of a function called by a function. */
  functionEventBytes: 6 * 1024 * 1024,
  /** What a function may answer. */
  functionReplyBytes: 1024 * 1024,
  transactionSeconds: 30,
} as const;
