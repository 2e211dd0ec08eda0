import type { InboxView } from '@contract/contract';
import { granted } from './answers';
import { freshId, type Person } from './person';

/** 补卡申诉 for the evening card of a day. */
export const askForCard = (person: Person, date: string, commandId = freshId()) =>
  person.call('correction.apply', {
    commandId,
    date,
    card: 'out',
    segment: 0,
    minute: 1085,
    reason: '下班时开会，忘记打卡',
    photoIds: [],
  });

/** What waits for this person. */
export const todoOf = async (person: Person): Promise<InboxView['items']> =>
  granted(await person.call('inbox.list', { show: 'todo', before: null })).items;

/** Titles of what this person was told, newest first. */
export const newsOf = async (person: Person): Promise<readonly string[]> =>
  granted(await person.call('inbox.list', { show: 'news', before: null })).items.map(({ title }) => title);

/** Agrees to the first thing that waits for this person. */
export async function agreeTo(person: Person) {
  const [item] = await todoOf(person);
  const { caseId, taskId, round } = item?.link ?? {};
  if (!caseId || !taskId || !round) throw new Error(`nothing waits for ${person.name}`);
  return person.call('case.act', {
    caseId,
    taskId,
    round,
    commandId: freshId(),
    action: 'agree',
    comment: '',
  });
}
