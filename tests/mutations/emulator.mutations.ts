import type { Mutation } from '../../scripts/mutations/mutation';

const at = (name: string): string => `tests/emulator/${name}.test.ts`;
const strict = at('strictness');
const updates = at('conformance/updates');

/** Every strictness of the local cloud, taken away, with the test that must notice. */
export const mutations: readonly Mutation[] = [
  // Collections and documents
  {
    breaks: 'a collection springs up when it is first used',
    file: 'emulator/store/document-store.ts',
    from: 'const collection = this.collections.get(name);\n    if (!collection)',
    to: 'const collection = this.own(name);\n    if (!collection)',
    test: strict,
  },
  {
    breaks: 'a collection is created twice',
    file: 'emulator/protocol/add-collection.ts',
    from: 'if (cloud.store.has(name))',
    to: 'if (cloud.store.has(`${name} twice`))',
    test: strict,
  },
  {
    breaks: 'more than 100 collections',
    file: 'emulator/protocol/limits.ts',
    from: 'collections: 100,',
    to: 'collections: 101,',
    test: strict,
  },
  {
    breaks: 'the cloud’s own collections are read by functions',
    file: 'emulator/protocol/request-fields.ts',
    from: " || name.startsWith('$')",
    to: '',
    test: strict,
  },
  {
    breaks: 'documents larger than 512 KB are stored',
    file: 'emulator/store/refuse-document.ts',
    from: 'if (bytes > LIMITS.documentBytes)',
    to: 'if (bytes > LIMITS.documentBytes * 4)',
    test: strict,
  },
  {
    breaks: 'field names that begin with $ are stored',
    file: 'emulator/store/refuse-document.ts',
    from: "if (name.startsWith('$'))",
    to: "if (name.startsWith('$$'))",
    test: strict,
  },
  {
    breaks: 'field names with a dot are stored',
    file: 'emulator/store/refuse-document.ts',
    from: "if (name.includes('.'))",
    to: "if (name.includes('..'))",
    test: strict,
  },
  {
    breaks: 'anything can be an _id',
    file: 'emulator/store/document-key.ts',
    from: "throw databaseFailed('_id must be a string, a number or an ObjectId');",
    to: 'return `j${JSON.stringify(id)}`;',
    test: strict,
  },
  {
    breaks: 'documents nested without end',
    file: 'emulator/protocol/ejson.ts',
    from: 'if (depth > LIMITS.documentDepth)',
    to: 'if (depth > LIMITS.documentDepth * 2)',
    test: strict,
  },
  {
    breaks: 'the same _id twice in a collection',
    file: 'emulator/protocol/insert-document.ts',
    from: 'if (twin) throw',
    to: 'if (twin && name === "") throw',
    test: at('conformance/documents'),
  },

  // Queries
  {
    breaks: 'an empty $and matches everything',
    file: 'emulator/store/refuse-query.ts',
    from: '!Array.isArray(value) || value.length === 0',
    to: '!Array.isArray(value)',
    test: strict,
  },
  {
    breaks: 'a negative $size',
    file: 'emulator/store/refuse-query.ts',
    from: '!Number.isInteger(operand) || Number(operand) < 0',
    to: '!Number.isInteger(operand)',
    test: strict,
  },
  {
    breaks: '$mod by zero',
    file: 'emulator/store/refuse-query.ts',
    from: ' || Number(operand[0]) === 0',
    to: '',
    test: strict,
  },
  {
    breaks: '$mod matches null',
    file: 'emulator/store/find-documents.ts',
    from: 'new Query(asMongoReads(query), QUERY_OPTIONS)',
    to: 'new Query(query, QUERY_OPTIONS)',
    test: at('conformance/queries'),
  },
  {
    breaks: '$in does not reach arrays inside an array of objects',
    file: 'emulator/store/mongo-reading.ts',
    from: "split('$in', $in, (each) => ({ $or: each }));",
    to: 'if ($in !== undefined) kept.$in = $in;',
    test: at('conformance/queries'),
  },
  {
    breaks: '$not takes a plain value',
    file: 'emulator/store/refuse-query.ts',
    from: '!isPlainObject(operand) && !(operand instanceof RegExp)',
    to: 'operand === undefined',
    test: strict,
  },
  {
    breaks: 'a query gives more than 1000 documents',
    file: 'emulator/protocol/get-document.ts',
    from: 'Math.min(limit, LIMITS.queryDocuments)',
    to: 'limit',
    test: strict,
  },
  {
    breaks: 'a query without a limit gives everything',
    file: 'emulator/protocol/limits.ts',
    from: 'queryDocumentsByDefault: 100,',
    to: 'queryDocumentsByDefault: 1000,',
    test: strict,
  },
  {
    breaks: 'a reply of more than 16 MB',
    file: 'emulator/protocol/reply-size.ts',
    from: 'if (bytes > LIMITS.queryReplyBytes)',
    to: 'if (bytes > LIMITS.queryReplyBytes * 2)',
    test: strict,
  },
  {
    breaks: 'pipelines write with $out',
    file: 'emulator/store/aggregate.ts',
    from: 'if (!STAGES.has(name))',
    to: "if (!STAGES.has(name) && name !== '$out')",
    test: at('conformance/aggregation'),
  },
  {
    breaks: 'a stage changes what is stored',
    file: 'emulator/store/aggregate.ts',
    from: 'start.map(({ current }) => copyOf(current.document))',
    to: 'start.map(({ current }) => Object.assign(current.document, { minutes: 0 }))',
    test: at('conformance/aggregation'),
  },

  // Updates that MongoDB refuses
  {
    breaks: '$inc works on texts and null',
    file: 'emulator/store/update/operators.ts',
    from: "if (typeof before === 'number') return before;",
    to: 'if (before !== undefined) return Number(before) || 0;',
    test: updates,
  },
  {
    breaks: '$inc by a text',
    file: 'emulator/store/update/operators.ts',
    from: "if (typeof operand === 'number') return operand;",
    to: 'if (operand !== undefined) return Number(operand);',
    test: updates,
  },
  {
    breaks: '$push makes an array of what is not one',
    file: 'emulator/store/update/array-operators.ts',
    from: 'if (Array.isArray(before)) return before as unknown[];',
    to: 'if (before !== undefined) return [before].flat();',
    test: updates,
  },
  {
    breaks: 'a path goes through numbers and null',
    file: 'emulator/store/update/change-at.ts',
    from: 'if (!canHold(next, segments[depth + 1] ?? last)) {\n      if (!creates) return undefined;',
    to: 'if (!canHold(next, segments[depth + 1] ?? last)) {\n      if (!creates || !Array.isArray(next)) return undefined;',
    test: updates,
  },
  {
    breaks: 'a name inside an array',
    file: 'emulator/store/update/change-at.ts',
    from: '(Array.isArray(value) && /^\\d+$/.test(segment))',
    to: 'Array.isArray(value)',
    test: updates,
  },
  {
    breaks: 'two changes of one path in one update',
    file: 'emulator/store/update/refuse-paths.ts',
    from: 'refuseOverlap(one, paths);',
    to: '',
    test: updates,
  },
  {
    breaks: 'a path with an empty name',
    file: 'emulator/store/update/refuse-paths.ts',
    from: "if (segments.includes(''))",
    to: 'if (segments.length === 0)',
    test: updates,
  },
  {
    breaks: 'the _id of a document is changed',
    file: 'emulator/store/update/refuse-paths.ts',
    from: "if (one === '_id' || one.startsWith('_id.'))",
    to: "if (one === '_id.')",
    test: updates,
  },
  {
    breaks: 'an array grows without end',
    file: 'emulator/store/update/change-at.ts',
    from: 'const FARTHEST_INDEX = 1_500_000;',
    to: 'const FARTHEST_INDEX = 15_000_000;',
    test: strict,
  },
  {
    breaks: 'an unknown update operator is passed over',
    file: 'emulator/store/update/apply-update.ts',
    from: "if (operator !== '$rename' && !Object.hasOwn(UPDATE_OPERATORS, operator))",
    to: "if (operator === '$never')",
    test: strict,
  },
  {
    breaks: 'what changed nothing counts as updated',
    file: 'emulator/protocol/modify-document.ts',
    from: 'if (after.text !== current.text) changes.push(',
    to: 'if (after.text !== "") changes.push(',
    test: strict,
  },

  // Unique indexes
  {
    breaks: 'two documents without the field of a unique index',
    file: 'emulator/store/unique-index.ts',
    from: ': [node ?? null];',
    to: ': node === undefined ? [Math.random()] : [node];',
    test: at('unique-index'),
  },
  {
    breaks: 'a unique index is not asked',
    file: 'emulator/store/document-store.ts',
    from: 'this.collections.get(name)?.refuseDuplicates(coming);',
    to: 'this.collections.get(name)?.refuseDuplicates(coming.slice(1, 1));',
    test: at('unique-index'),
  },
];
