import type { Mutation } from '../../scripts/mutations/mutation';

const papers = 'tests/server/archive/papers-of-cases.test.ts';
const evidence = 'tests/server/archive/evidence-of-cases.test.ts';
const former = 'tests/server/archive/former-employees.test.ts';
const retention = 'tests/server/archive/retention.test.ts';
const check = 'tests/server/archive/verify-page.test.ts';
const mended = 'tests/server/archive/mended-papers.test.ts';

export const mutations: readonly Mutation[] = [
  {
    breaks: 'a phone may order papers and exports from the function that holds the keys',
    file: 'server/cloudbase/identity.ts',
    from: "const isFunction = !WX_OPENID && (TCB_SOURCE ?? '').split(',').at(-1) === 'scf';",
    to: 'const isFunction = true;',
    test: evidence,
  },
  {
    breaks: 'two writers put the same events on the chain',
    file: 'server/archive/chain-case.ts',
    from: 'part = events.filter(({ seq }) => seq > throughSeq).slice(0, EVENTS_AT_A_TIME);',
    to: 'part = events.slice(0, EVENTS_AT_A_TIME);',
    test: evidence,
  },
  {
    breaks: 'a signature stands under no checkpoint',
    file: 'server/archive/chain-case.ts',
    from: "return events.some(({ body }) => body.type === 'signed') ? 'signature' : null;",
    to: 'return null;',
    test: evidence,
  },
  {
    breaks: 'the chain is not signed at night',
    file: 'server/workflow/chain-cases.ts',
    from: 'const open = await chains.uncoveredBefore(ports.database, midnight, AT_A_TIME);',
    to: 'const open = await chains.uncoveredBefore(ports.database, instantOf(0), AT_A_TIME);',
    test: evidence,
  },
  {
    breaks: 'sealed values lie readable in the database',
    file: 'server/archive/chain-case.ts',
    from: 'box: ports.cipher.seal(JSON.stringify({ salt, value }), personalRecords.placeOf(caseId, name)),',
    to: "box: { keyId: 'none', sealed: JSON.stringify({ salt, value }) },",
    test: evidence,
  },
  {
    breaks: 'a repeated order makes another paper',
    file: 'server/archive/issue-paper.ts',
    from: '(row) => row.orderedBy === orderedBy,',
    to: '(row) => row.orderedBy === `${orderedBy}!`,',
    test: papers,
  },
  {
    breaks: 'the receipt is made without the notice that it names',
    file: 'server/archive/issue-paper.ts',
    from: "if (document === 'receipt' && !(",
    to: "if (document === 'certificate' && !(",
    test: papers,
  },
  {
    breaks: 'a paper that HR must mend is never asked for again',
    file: 'server/workflow/effects.ts',
    from: 'whole &&= made;',
    to: 'whole = whole || made;',
    test: mended,
  },
  {
    breaks: 'HR hears of the same gap at every retry',
    file: 'server/workflow/order-paper.ts',
    from: 'ports.ids.digest(detail).slice(0, 8)',
    to: 'ports.ids.unique()',
    test: mended,
  },
  {
    breaks: 'somebody else’s paper opens',
    file: 'server/archive/readable-papers.ts',
    from: 'if (isReading && row.employmentId === caller.employment._id) return row;',
    to: 'if (isReading) return row;',
    test: former,
  },
  {
    breaks: 'whoever left may do everything as before',
    file: 'server/serve.ts',
    from: "return (await hasLeft(ports, caller.employment)) ? no('session.left', { lastDay }) : null;",
    to: 'return null;',
    test: former,
  },
  {
    breaks: 'a colleague who is still here can be bound to another WeChat',
    file: 'server/use-cases/issue-invitation.ts',
    from: 'if (employment.openid !== null && !(await hasLeft(ports, employment)))',
    to: "if (employment.openid === 'nobody')",
    test: former,
  },
  {
    breaks: 'things are destroyed a day too early',
    file: 'server/archive/purge-case.ts',
    from: "(dueDay(kept) ?? '9999') <= today;",
    to: "(dueDay(kept) ?? '9999') <= '2028-11-21';",
    test: retention,
  },
  {
    breaks: 'the words stay in the log after their salt was destroyed',
    file: 'server/archive/purge-case.ts',
    from: '  await redactCase(keeper, stored);\n',
    to: '  void redactCase;\n',
    test: retention,
  },
  {
    breaks: 'a purged file stays in the storage',
    file: 'server/archive/purge-case.ts',
    from: ': files.remove(fileId));',
    to: ': Promise.resolve(files));',
    test: retention,
  },
  {
    breaks: 'a part of the printed code is enough',
    file: 'server/use-cases/verify-document.ts',
    from: 'code === contentDigest?.slice(0, CHECK_CODE_LENGTH)',
    to: "(contentDigest ?? '').startsWith(code)",
    test: check,
  },
  {
    breaks: 'codes may be guessed without end',
    file: 'server/use-cases/verify-document.ts',
    from: 'const TRIES_PER_HOUR = 20;',
    to: 'const TRIES_PER_HOUR = 20_000;',
    test: check,
  },
  {
    breaks: 'a withdrawn paper still counts',
    file: 'server/use-cases/verify-document.ts',
    from: "state: row.revoked ? 'revoked' : 'valid',",
    to: "state: 'valid',",
    test: check,
  },
];
