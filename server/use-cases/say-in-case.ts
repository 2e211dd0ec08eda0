import { ok, refuse } from '@domain/result';
import { purposeIn } from '../files/purpose-in-case';
import { type Answer, useCase } from '../use-case';
import { partiesOf } from '../workflow/case-parties';
import { moveCaseBy } from '../workflow/move-case';
import { openCase } from '../workflow/open-case';
import { itemsOf } from '../workflow/read-case';
import { takeAttachments } from '../workflow/take-attachments';

/** A word in the conversation, with files. */
export const sayInCase = useCase('case.say', {
  async run(
    ports,
    caller,
    { commandId, caseId, text, mentions, itemKey, files },
  ): Promise<Answer<'case.say'>> {
    const opened = await openCase(ports, caller, caseId);
    if (!opened) return refuse('case.unknown', {});
    if (text === '' && files.length === 0) return refuse('reason.missing', {});
    const isKnown = itemKey === null || (await itemsOf(ports, opened)).some(({ key }) => key === itemKey);
    if (!isKnown) return refuse('handover.unknown-item', {});
    const parties = partiesOf(opened);
    // A repeated tap finds its files taken already; the case itself has the answer.
    const repeated = opened.stored.state.answered.some((answer) => answer.commandId === commandId);
    const taken = repeated
      ? ok([])
      : await takeAttachments(ports, caller.openid, files, purposeIn(opened.stored));
    if (!taken.ok) return taken;
    const moved = await moveCaseBy(ports, caller, caseId, commandId, {
      kind: 'comment',
      text: text === '' ? `发来 ${files.length} 个文件` : text,
      // Nobody hears of what they may not open.
      mentions: mentions.filter((id) => parties.includes(id)),
      photos: taken.value,
      ...(itemKey !== null && { item: itemKey }),
    });
    if (!moved.ok) return moved;
    return ok({ text: '已发送', view: moved.value });
  },
});
