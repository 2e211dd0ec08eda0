/** Names that travel through the log. Plain strings: they are made by the server and are opaque here. */
export type CaseId = string;
export type NodeId = string;
/** `node#round.lane.place`: a task belongs to one round of one node for ever. */
export type TaskId = string;
export type CommandId = string;
export type PersonId = string;
export type UnitId = string;
export type BranchId = string;
export type RoleName = string;
/** A document of the case, e.g. 'notice', 'handover': versions of it share the key. */
export type DocumentKey = string;
/** SHA-256 in hex, made outside: the domain hashes nothing. */
export type Digest = string;

export type FieldValue = string | number | boolean | null | readonly string[];
export type Fields = Readonly<Record<string, FieldValue>>;

/** 'post.secrecy' (the applicant's post when the case began) or 'nodeId.field' (what that node's form says). */
export type FieldPath = string;
