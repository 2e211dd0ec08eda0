import type { Rejudging } from '@contract/contract';
import { useEffect, useRef, useState } from 'react';
import { ask } from '@/cloud/ask';
import type { Trouble } from '@/cloud/outcome';
import { newId } from '@/phone/new-id';

const ASK_EVERY_MS = 1000;

/** Publishing once, however often it is tapped, and watching the days be judged again; asking moves the work on. */
export function usePublishing(begun: Rejudging | null) {
  const [job, setJob] = useState<Rejudging | null>(null);
  const [stuck, setStuck] = useState<Trouble | null>(null);
  const [sending, setSending] = useState(false);
  const command = useRef(newId());
  const watched = job ?? begun;
  const jobId = watched?.state === 'running' ? watched.jobId : null;

  useEffect(() => {
    if (jobId === null) return;
    let current = true;
    let timer: ReturnType<typeof setTimeout>;
    const look = async () => {
      const outcome = await ask('rules.progress', { jobId });
      if (!current) return;
      if (outcome.kind === 'done') setJob(outcome.value);
      if (outcome.kind !== 'done' || outcome.value.state === 'running')
        timer = setTimeout(() => void look(), ASK_EVERY_MS);
    };
    timer = setTimeout(() => void look(), ASK_EVERY_MS);
    return () => {
      current = false;
      clearTimeout(timer);
    };
  }, [jobId]);

  const publish = async () => {
    if (sending) return;
    setSending(true);
    setStuck(null);
    const outcome = await ask('rules.publish', { commandId: command.current });
    setSending(false);
    if (outcome.kind !== 'done') return setStuck(outcome);
    command.current = newId();
    setJob(outcome.value);
  };
  return { job: watched, stuck, sending, publish };
}
