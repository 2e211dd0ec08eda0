import { useRouter } from '@tarojs/taro';
import type { PaperCheck } from '@contract/contract';
import { useEffect, useState } from 'react';
import { ask } from '@/cloud/ask';
import type { Trouble } from '@/cloud/outcome';
import { scanCode } from '@/phone/scan-code';
import { printedIn, scannedFrom } from './printed';

/** What somebody who holds a paper asks: filled in from a scanned code, or typed. */
export function useVerify() {
  const { params } = useRouter();
  const [printed] = useState(() => printedIn(params));
  const [number, setNumber] = useState(printed?.number ?? '');
  const [code, setCode] = useState(printed?.code ?? '');
  const [answer, setAnswer] = useState<PaperCheck | null>(null);
  const [trouble, setTrouble] = useState<Trouble | null>(null);
  const [asking, setAsking] = useState(false);
  /** A code was scanned that no paper of ours bears. */
  const [strange, setStrange] = useState(false);

  const check = async (typed: { readonly number: string; readonly code: string }) => {
    setAsking(true);
    setAnswer(null);
    const outcome = await ask('document.verify', typed);
    setAsking(false);
    if (outcome.kind !== 'done') return setTrouble(outcome);
    setTrouble(null);
    setAnswer(outcome.value);
  };
  // A scanned code asks by itself, once.
  useEffect(() => {
    if (printed) void check(printed);
  }, [printed]);

  const write = (change: () => void) => {
    setAnswer(null);
    setTrouble(null);
    setStrange(false);
    change();
  };
  const scan = async () => {
    const text = await scanCode();
    if (text === null) return;
    const found = scannedFrom(text);
    write(() => {
      setStrange(found === null);
      if (found === null) return;
      setNumber(found.number);
      setCode(found.code);
      void check(found);
    });
  };
  const canAsk = number.trim() !== '' && code.trim() !== '' && !asking;
  return {
    number,
    code,
    answer,
    trouble,
    asking,
    canAsk,
    strange,
    scan: () => {
      if (!asking) void scan();
    },
    writeNumber: (text: string) => write(() => setNumber(text)),
    writeCode: (text: string) => write(() => setCode(text)),
    submit: () => {
      if (canAsk) void check({ number: number.trim(), code: code.trim() });
    },
  };
}
