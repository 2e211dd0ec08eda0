import type { Mutation } from '../../scripts/mutations/mutation';

const at = (name: string): string => `tests/emulator/${name}.test.ts`;
const strict = at('strictness');
const isolated = at('conformance/transactions');

/** What the local cloud does around its documents, taken away, with the test that must notice. */
export const mutations: readonly Mutation[] = [
  // Transactions
  {
    breaks: 'a transaction sees what others commit meanwhile',
    file: 'emulator/store/history.ts',
    from: 'return replaced ? replaced.version : current;',
    to: 'return replaced ? current : current;',
    test: isolated,
  },
  {
    breaks: 'two transactions write the same document',
    file: 'emulator/store/transactions.ts',
    from: 'if (holder && holder !== this.transaction) throw conflict();',
    to: '',
    test: isolated,
  },
  {
    breaks: 'a transaction overwrites what changed after its snapshot',
    file: 'emulator/store/transactions.ts',
    from: 'if (this.store.history.changedAfter(change.collection, change.key, this.snapshot)) throw conflict();',
    to: '',
    test: isolated,
  },
  {
    breaks: 'a write outside overtakes the transaction that holds the document',
    file: 'emulator/store/transactions.ts',
    from: 'if (holder) return holder.ended;',
    to: '',
    test: isolated,
  },
  {
    breaks: 'a transaction goes on after a failed operation',
    file: 'emulator/store/transactions.ts',
    from: '    } catch (thrown) {\n      this.finish(transaction);\n      throw thrown;',
    to: '    } catch (thrown) {\n      throw thrown;',
    test: isolated,
  },
  {
    breaks: 'a transaction lives for ever',
    file: 'emulator/protocol/limits.ts',
    from: 'transactionSeconds: 30,',
    to: 'transactionSeconds: 300,',
    test: at('transactions'),
  },
  {
    breaks: 'where() inside a transaction',
    file: 'emulator/protocol/request-fields.ts',
    from: "if (request.queryType !== 'DOC' || ",
    to: 'if (',
    test: at('transactions'),
  },

  // Durability
  {
    breaks: 'an answer is given before it is on disk',
    file: 'emulator/protocol/admin-door.ts',
    from: 'if (!WAITS_BY_ITSELF.has(action)) await cloud.store.settled();',
    to: '',
    test: at('kill'),
  },
  {
    breaks: 'the parts of one write reach the disk one by one',
    file: 'emulator/store/file-thread.ts',
    from: 'put.run(collection, key, ordinal, text, digestOf(text));\n    }',
    to: "put.run(collection, key, ordinal, text, digestOf(text));\n      database.exec('COMMIT; BEGIN IMMEDIATE');\n    }",
    test: at('kill'),
  },
  {
    breaks: 'a damaged document is believed',
    file: 'emulator/store/file-thread.ts',
    from: 'if (digest !== digestOf(text))',
    to: "if (digest === '')",
    test: at('damage'),
  },
  {
    breaks: 'a lost file is silently begun anew',
    file: 'emulator/store/file-thread.ts',
    from: '  refuseVanishedFile();\n',
    to: '',
    test: at('damage'),
  },
  {
    breaks: 'two clouds over one directory',
    file: 'emulator/store/file-thread.ts',
    from: 'PRAGMA locking_mode = EXCLUSIVE',
    to: 'PRAGMA locking_mode = NORMAL',
    test: at('snapshots'),
  },

  // Functions
  {
    breaks: 'the identity of one call stays for the next',
    file: 'emulator/functions/function-thread.ts',
    from: 'for (const name of variablesOfLastCall) delete process.env[name];',
    to: '',
    test: at('functions'),
  },
  {
    breaks: 'two calls at once in one worker',
    file: 'emulator/functions/worker-pool.ts',
    from: 'this.busy.add(worker);',
    to: 'this.busy.add(worker);\n    this.idle.push(worker);',
    test: at('functions'),
  },
  {
    breaks: 'functions see the laptop’s environment',
    file: 'emulator/functions/worker.ts',
    from: 'env: { ...environment },',
    to: 'env: { ...process.env, ...environment },',
    test: at('functions'),
  },
  {
    breaks: 'the caller’s user is passed on to another function',
    file: 'emulator/protocol/function-actions.ts',
    from: 'event, { source })',
    to: 'event, { ...calling?.caller, source })',
    test: at('functions'),
  },
  {
    breaks: 'a function answers more than 1 MB',
    file: 'emulator/functions/function-host.ts',
    from: 'if (Buffer.byteLength(outcome.text) > LIMITS.functionReplyBytes)',
    to: 'if (Buffer.byteLength(outcome.text) > LIMITS.functionReplyBytes * 2)',
    test: at('misbehaving-functions'),
  },
  {
    breaks: 'a function runs as long as it likes',
    file: 'emulator/functions/worker-pool.ts',
    from: 'this.fn.timeoutSeconds * 1000',
    to: 'this.fn.timeoutSeconds * 1_000_000',
    test: at('misbehaving-functions'),
  },
  {
    breaks: 'buffers are not counted as memory',
    file: 'emulator/functions/function-thread.ts',
    from: 'heapUsed + arrayBuffers <=',
    to: 'heapUsed <=',
    test: at('misbehaving-functions'),
  },
  {
    breaks: 'several timers for one function',
    file: 'emulator/functions/function-folder.ts',
    from: 'triggers.length > 1',
    to: 'triggers.length > 2',
    test: at('misbehaving-functions'),
  },
  {
    breaks: 'a client sends an event of more than 100 KB',
    file: 'emulator/protocol/limits.ts',
    from: 'clientEventBytes: 100 * 1024,',
    to: 'clientEventBytes: 100 * 1024 * 1024,',
    test: at('bad-input'),
  },
  {
    breaks: 'a request of 10 MB',
    file: 'emulator/protocol/limits.ts',
    from: 'requestBytes: 8 * 1024 * 1024,',
    to: 'requestBytes: 16 * 1024 * 1024,',
    test: at('bad-input'),
  },

  // WeChat
  {
    breaks: 'an interface that config.json does not name',
    file: 'emulator/wechat/wechat-desk.ts',
    from: 'if (!fn.openapi.includes(name))',
    to: "if (name === '')",
    test: at('wechat'),
  },
  {
    breaks: 'messages nobody accepted',
    file: 'emulator/wechat/wechat-desk.ts',
    from: "if (left < 1) return refusal(name, 43101, 'user refuse to accept the msg');",
    to: '',
    test: at('wechat'),
  },
  {
    breaks: 'lengths count UTF-16 units',
    file: 'emulator/wechat/field-rules.ts',
    from: 'thing: /^.{1,20}$/u,',
    to: 'thing: /^.{1,20}$/,',
    test: at('wechat'),
  },
  {
    breaks: 'a message leads to a page that was not released',
    file: 'emulator/wechat/wechat-desk.ts',
    from: "if (page === '' || !this.options.pages) return true;",
    to: 'if (page !== undefined) return true;',
    test: at('wechat'),
  },

  // Storage
  {
    breaks: 'a URL works for ever',
    file: 'emulator/storage/storage-desk.ts',
    from: "if (until < this.now()) return 'Expired';",
    to: '',
    test: at('client-storage'),
  },
  {
    breaks: 'a URL works for another file',
    file: 'emulator/storage/url-signer.ts',
    from: '`${purpose}\\n${until}\\n${path}`',
    to: '`${purpose}\\n${until}`',
    test: at('client-storage'),
  },
  {
    breaks: 'clients write past the rules',
    file: 'emulator/storage/storage-desk.ts',
    from: 'if (!this.guard.mayWrite(openid, path, this.cabinet.find(path)))',
    to: "if (path === '')",
    test: at('client-storage'),
  },
  {
    breaks: 'clients read past the rules',
    file: 'emulator/storage/storage-desk.ts',
    from: 'if (client && file && !this.guard.mayRead(client.openid, file))',
    to: "if (client && file?.path === '')",
    test: at('client-storage'),
  },
  {
    breaks: 'a rule whose .test() is not compared',
    file: 'emulator/storage/rule-expression.ts',
    from: 'if (term.isTest) throw this.bareTest();\n    return term;\n  }\n\n  private either',
    to: 'return term;\n  }\n\n  private either',
    test: at('client-storage'),
  },

  // Clock and door
  {
    breaks: 'the clock goes back',
    file: 'emulator/clock/cloud-clock.ts',
    from: 'if (instant < now)',
    to: 'if (instant < 0)',
    test: at('clock'),
  },
  {
    breaks: 'a tick fires before the clock stands at its instant',
    file: 'emulator/clock/time-keeper.ts',
    from: '      clock.moveUpTo(due.at);\n',
    to: '',
    test: at('clock'),
  },
  {
    breaks: 'day and weekday must both fit',
    file: 'emulator/clock/cron.ts',
    from: 'day(date) || weekday(date)',
    to: 'day(date) && weekday(date)',
    test: at('cron'),
  },
  {
    breaks: 'web pages of other sites reach the cloud',
    file: 'emulator/http/http-door.ts',
    from: 'return LOCAL_NAME.test(site)',
    to: "return LOCAL_NAME.test(site) || site !== ''",
    test: strict,
  },
  {
    breaks: 'requests for another environment are answered',
    file: 'emulator/protocol/admin-door.ts',
    from: "envName !== '' && envName !== cloud.envId",
    to: "envName !== '' && envName === ''",
    test: strict,
  },
];
