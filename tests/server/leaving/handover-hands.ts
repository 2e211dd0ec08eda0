import type { HandoverView, InputOf } from '@contract/contract';
import { handoverVersions } from '@server/repositories/handover-versions';
import { granted } from '../company/answers';
import { freshId, type Person } from '../company/person';
import { signs } from '../company/signing';
import {
  caseOf,
  giveNotice,
  type LeavingCompany,
  openLeavingCompany,
  reachDepartments,
} from './leaving-company';

export type Content = InputOf<'handover.submit'>['content'];

export const line = (id: string, fields: Record<string, string>, attachments: string[] = []) => ({
  id,
  fields,
  attachments,
});
export const item = (...lines: ReturnType<typeof line>[]) => ({ lines, none: null });

/** A list without gaps, and one with a contact more. */
export const FILLED: Content = {
  work: item(line('w1', { what: '华东区客户', status: '进行中', next: '三月底续约' })),
  documents: item(line('d1', { name: '客户清单', path: '/共享/客户/2026.xlsx' })),
  assets: { lines: [], none: '没有领用过资产' },
};
export const BETTER: Content = {
  ...FILLED,
  contacts: item(line('c1', { name: '李总', phone: '13800138000' })),
};

/** What the two of a handover do with it: 王芳 leaves, 李明 takes over. */
export function handsOn(company: LeavingCompany, caseId: string) {
  const { fang, recipient } = company;
  const view = async (person: Person): Promise<HandoverView> =>
    granted(await person.call('handover.view', { caseId, version: null }));
  const digestFor = async (person: Person) => (await view(person)).shown?.digest ?? '';
  const submit = (content: Content, { commandId = freshId(), person = fang } = {}) =>
    person.call('handover.submit', { commandId, caseId, content });
  const accept = async (person = recipient, { commandId = freshId(), digest = '' } = {}) =>
    person.call('handover.accept', { commandId, caseId, digest: digest || (await digestFor(person)) });
  return {
    view,
    digestFor,
    submit,
    accept,
    say: (person: Person, at: string, text: string) =>
      person.call('handover.comment', { commandId: freshId(), caseId, item: at, text }),
    sendBack: (version: number, { commandId = freshId(), person = recipient } = {}) =>
      person.call('handover.sendBack', { commandId, caseId, version }),
    sign: async (person: Person, { commandId = freshId(), digest = '' } = {}) => {
      const seen = digest || (await digestFor(person));
      // A person is sent one code a minute.
      await company.cloud.clock.moveTo(company.cloud.clock.now() + 61_000);
      const signature = await signs(company, person, { document: 'handover', caseId, digest: seen });
      return person.call('handover.sign', { commandId, caseId, signature });
    },
    /** Every version that is stored. */
    versions: () => handoverVersions.ofCase(company.database, caseId),
    /** Steps of the handover that are open. */
    openNodes: async () =>
      Object.values((await caseOf(company, caseId)).nodes)
        .filter(({ status, id }) => status === 'open' && /^handover|Signs$|^leaderTakes/.test(id))
        .map(({ id }) => id)
        .sort(),
    /** Handed in, reviewed: both are to sign. */
    reviewed: async (): Promise<void> => {
      granted(await submit(FILLED));
      granted(await accept());
    },
  };
}

export type Hands = ReturnType<typeof handsOn>;

/** 王芳's last day is 10 April; the leader has named 李明, HR has checked, the list is to be filled. */
export async function openHandoverCase() {
  const company = await openLeavingCompany({ at: '2026-03-09T08:00' });
  const caseId = await giveNotice(company, company.fang, '2026-04-10');
  await reachDepartments(company, caseId);
  return { company, caseId, hands: handsOn(company, caseId) };
}
