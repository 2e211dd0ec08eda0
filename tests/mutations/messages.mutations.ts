import type { Mutation } from '../../scripts/mutations/mutation';

const employee = 'tests/emulator/employee-messages.test.ts';
const order = 'tests/server/push-order.test.ts';
const away = 'tests/server/delegations.test.ts';
const duties = 'tests/server/duties.test.ts';
const stuck = 'tests/server/stuck-cases.test.ts';

/** Faults of the messages, of WeChat's stand-in for 用工消息, and of duties that go to others. */
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
  {
    breaks: 'whoever was unbound in WeChat is believed to be bound for ever',
    file: 'server/messages/senders/employee-sender.ts',
    from: 'if (delivery.errorCode === NOT_BOUND)',
    to: 'if (delivery.errorCode === NOT_SUBSCRIBED + 1)',
    test: order,
  },
  {
    breaks: '43101 is not written off',
    file: 'server/messages/senders/subscription-sender.ts',
    from: 'const left = delivery.errorCode === NOTHING_LEFT ? 0 : entry.left;',
    to: 'const left = entry.left;',
    test: order,
  },
  {
    breaks: 'HR is asked to urge for what was done meanwhile',
    file: 'server/repositories/inbox.ts',
    from: "...(state === 'closed' && { pushAt: null, unreachedAt: null })",
    to: "...(state === 'closed' && { pushAt: null })",
    test: order,
  },
  {
    breaks: 'HR’s item stays when the task is done',
    file: 'server/messages/please-urge.ts',
    from: 'if (!item.unreached) return;',
    to: 'if (item.unreached) return;',
    test: order,
  },
  {
    breaks: 'a delegation that begins moves no open task',
    file: 'server/repositories/delegations.ts',
    from: "const where = { state: 'waiting', since: { lte: now } };",
    to: "const where = { state: 'none', since: { lte: now } };",
    test: away,
  },
  {
    breaks: 'somebody else ends one’s delegation',
    file: 'server/repositories/delegations.ts',
    from: '{ fromId, until: { gt: now } }',
    to: '{ until: { gt: now } }',
    test: away,
  },
  {
    breaks: 'a branch gives away what is held for the whole company',
    file: 'server/use-cases/confirm-duties.ts',
    from: 'if (!isGroupWide(caller.employment) && reachesBeyond(desk.value))',
    to: 'if (!isGroupWide(caller.employment) && reachesBeyond(desk.value) && plan.roles.length > 99)',
    test: duties,
  },
  {
    breaks: 'duties are confirmed under a plan that nobody saw',
    file: 'server/use-cases/confirm-duties.ts',
    from: "if (org.revision !== orgRevision) return refuse('duties.changed', {});",
    to: '',
    test: duties,
  },
  {
    breaks: 'the applicant’s leader of long ago is asked',
    file: 'server/workflow/case-staff.ts',
    from: 'stored?.applicant?.under === revision',
    to: 'stored?.applicant && revision > 0',
    test: stuck,
  },
];
