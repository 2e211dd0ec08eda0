import { useRouter } from '@tarojs/taro';
import type { OutputOf } from '@contract/contract';
import { useEffect, useState } from 'react';
import { call } from '@/cloud/call';
import type { Trouble } from '@/cloud/outcome';
import { goWherePostponed } from '@/navigation/destination';

type Bound = OutputOf<'session.bind'>;

/** Spaces and line ends come along when a code is copied out of a message. */
const tidy = (code: string) => code.replace(/\s+/g, '');

/** The way from an invitation code to the page that was wanted. */
export function useBinding() {
  const [companyName, setCompanyName] = useState<string | null>(null);
  // A card that HR shares brings the code along.
  const given = useRouter().params.code;
  const [code, setCode] = useState(given === undefined ? '' : decodeURIComponent(given));
  const [sending, setSending] = useState(false);
  const [trouble, setTrouble] = useState<Trouble | null>(null);
  const [bound, setBound] = useState<Bound['person'] | null>(null);

  useEffect(() => {
    let gone = false;
    void call('session.me', {}).then((outcome) => {
      if (gone || outcome.kind !== 'done') return;
      setCompanyName(outcome.value.companyName);
      // Bound in the meantime, or on another phone of the same person: nothing to ask.
      if (outcome.value.person !== null) void goWherePostponed();
    });
    return () => {
      gone = true;
    };
  }, []);

  const submit = async () => {
    if (sending || tidy(code) === '') return;
    setSending(true);
    setTrouble(null);
    const outcome = await call('session.bind', { code: tidy(code) });
    setSending(false);
    if (outcome.kind !== 'done') return setTrouble(outcome);
    setCompanyName(outcome.value.companyName);
    setBound(outcome.value.person);
  };

  return {
    companyName,
    code,
    writeCode: (text: string) => {
      setTrouble(null);
      setCode(text);
    },
    canSubmit: tidy(code) !== '' && !sending,
    sending,
    trouble,
    bound,
    submit: () => void submit(),
    goOn: () => void goWherePostponed(),
  };
}
