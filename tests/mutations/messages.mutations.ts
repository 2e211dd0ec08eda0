import type { Mutation } from '../../scripts/mutations/mutation';

const employee = 'tests/emulator/employee-messages.test.ts';

/** Faults of WeChat's stand-in for 用工消息, each with the test that must notice. */
export const mutations: readonly Mutation[] = [
  {
    breaks: '用工消息 reaches people who are not bound',
    file: 'emulator/wechat/employee-desk.ts',
    from: "if (!bound) return answer(40256, 'invalid employee relation');",
    to: '',
    test: employee,
  },
  {
    breaks: '用工消息 of a template that nobody subscribed',
    file: 'emulator/wechat/employee-desk.ts',
    from: "if (!templateIds.includes(template.id)) return answer(50001, 'user unauthorized');",
    to: '',
    test: employee,
  },
  {
    breaks: 'data of 用工消息 without the data inside',
    file: 'emulator/wechat/employee-desk.ts',
    from: 'return outer?.data;',
    to: 'return outer?.data ?? outer;',
    test: employee,
  },
  {
    breaks: 'any access token will do',
    file: 'emulator/http/wechat-api-routes.ts',
    from: "cloud().tokens.refuse(query.get('access_token'))",
    to: "(query.get('access_token') === '' ? cloud().tokens.refuse('') : null)",
    test: employee,
  },
];
