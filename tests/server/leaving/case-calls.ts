import type { CaseView, InputOf } from '@contract/contract';
import type { Company } from '../company';
import { granted } from '../company/answers';
import { freshId, type Person } from '../company/person';
import { taskOf } from './leaving-company';

/** What people do with one case through its procedures; the id may change while a test runs. */
export const callsOn = (company: () => Company, caseId: () => string) => ({
  async actAt(
    person: Person,
    nodeId: string,
    action: InputOf<'case.act'>['action'],
    acting: Partial<InputOf<'case.act'>> = {},
  ) {
    const link = await taskOf(company(), caseId(), nodeId);
    return person.call('case.act', {
      commandId: freshId(),
      caseId: caseId(),
      ...link,
      action,
      comment: '',
      ...acting,
    });
  },
  move: (person: Person, kind: InputOf<'case.move'>['move'], more: Partial<InputOf<'case.move'>> = {}) =>
    person.call('case.move', {
      commandId: freshId(),
      caseId: caseId(),
      move: kind,
      nodeId: null,
      text: '',
      ...more,
    }),
  view: async (person: Person): Promise<CaseView> =>
    granted(await person.call('case.view', { caseId: caseId(), taskId: null, round: null })),
});

/** The titles of what a person was told, newest first. */
export const newsOf = async (person: Person): Promise<readonly string[]> =>
  granted(await person.call('inbox.list', { show: 'news', before: null })).items.map(({ title }) => title);

/** Puts bytes into the person's own folder, as a phone does before it names them in a call. */
export async function upload(
  company: Company,
  person: Person,
  bytes: Uint8Array,
  name = 'photo.jpg',
): Promise<string> {
  const cloudPath = `inbox/${person.openid}/${freshId()}-${name}`;
  const answer = await fetch(
    `${company.cloud.url}/client/uploadFile?cloudPath=${encodeURIComponent(cloudPath)}`,
    {
      method: 'POST',
      headers: { 'content-type': 'application/octet-stream', 'x-wx-openid': person.openid },
      body: Buffer.from(bytes),
    },
  );
  const { fileID } = (await answer.json()) as { fileID?: string };
  if (!fileID) throw new Error(`the upload of ${name} was refused`);
  return fileID;
}
