import type { InputOf, TodayView } from '@contract/contract';
import { useCallback, useEffect, useState } from 'react';
import { ask } from '@/cloud/ask';
import { newId } from '@/phone/new-id';
import { storage } from '@/phone/storage';
import { askToRemind } from '@/phone/subscribe';

type Reminders = TodayView['reminders'];
type Recorded = InputOf<'reminders.recordAnswers'>;

/** Answers that the server has not heard yet: without them it would not know that it may send. */
const KEY = 'reminder-answers';

export type Asked = 'idle' | 'asking' | 'accepted' | 'declined' | 'unavailable' | 'kept';

/** Asks WeChat's question in a tap and tells the server what was answered, now or with the next answer. */
export function useReminders(fromServer: Reminders) {
  const [heard, setHeard] = useState<{ readonly of: Reminders; readonly now: Reminders } | null>(null);
  const [asked, setAsked] = useState<Asked>('idle');
  // A newer view of the day knows better than the last answer.
  const reminders = heard?.of === fromServer ? heard.now : fromServer;

  useEffect(() => void tellServer(), []);

  const acceptMore = useCallback(async () => {
    setAsked('asking');
    const answers = await askToRemind(fromServer);
    if (answers === null || answers.length === 0) return setAsked('unavailable');
    keep([...kept(), { answerId: newId(), answers: [...answers] }]);
    const now = await tellServer();
    if (now !== null) setHeard({ of: fromServer, now });
    const accepted = answers.some(({ answer }) => answer === 'accept');
    setAsked(!accepted ? 'declined' : now === null ? 'kept' : 'accepted');
  }, [fromServer]);

  return { reminders, asked, acceptMore };
}

/** Sends what is kept, oldest first; null when something stays behind. */
async function tellServer(): Promise<Reminders | null> {
  let now: Reminders | null = null;
  for (const recorded of kept()) {
    const outcome = await ask('reminders.recordAnswers', recorded);
    if (outcome.kind !== 'done') return null;
    now = outcome.value.reminders;
    keep(kept().filter(({ answerId }) => answerId !== recorded.answerId));
  }
  return now;
}

const kept = (): readonly Recorded[] => {
  const value = storage.read(KEY);
  return Array.isArray(value) ? (value as Recorded[]) : [];
};

const keep = (records: readonly Recorded[]) => storage.write(KEY, records);
