import { Input, Text, View } from '@tarojs/components';
import { acceptSignature, type Canvas, type Stroke } from '@domain/offboarding/signature-strokes';
import { useRef, useState } from 'react';
import { Button } from '@/ui/button';
import { Sheet } from '@/ui/sheet';
import { refusalSentence } from '@/wording/refusals';
import { troubleSentence } from '@/wording/troubles';
import { type Paper, SignaturePad } from './signature-pad';
import { useIdentity } from './use-identity';
import './signature-sheet.scss';

const CODE_LENGTH = 6;

/** What the server needs beside the digest of what was shown. */
export interface DrawnSignature {
  readonly sessionId: string;
  readonly strokes: readonly Stroke[];
  readonly canvas: Canvas;
}

interface SignatureSheetProps {
  /** Key of the document: 'notice', 'handover' … */
  readonly document: string;
  /** null: the case begins with this signature. */
  readonly caseId: string | null;
  /** Of the document. */
  readonly title: string;
  /** What is signed, in sentences: shown before anything is asked. */
  readonly summary: readonly string[];
  readonly onSigned: (signature: DrawnSignature) => void;
  readonly onClose: () => void;
}

/** Signing: what it is, that it is oneself, one's name. */
export function SignatureSheet({ document, caseId, title, summary, onSigned, onClose }: SignatureSheetProps) {
  const identity = useIdentity({ document, caseId });
  const { sessionId, sent } = identity;
  const [isRead, setIsRead] = useState(false);
  if (isRead && sessionId !== null)
    return (
      <Sheet id="signature-sheet" title={`签署《${title}》`} onClose={onClose}>
        <Draw onDone={(drawn) => onSigned({ sessionId, ...drawn })} />
      </Sheet>
    );
  return (
    <Sheet id="signature-sheet" title={`签署《${title}》`} onClose={onClose}>
      <View id="signature-summary" className="signing__summary">
        {summary.map((line, place) => (
          <Text key={place} className="signing__line">
            {line}
          </Text>
        ))}
      </View>
      <Text className="signing__level">
        基础电子签名：短信验证码确认本人，留存笔迹和文件摘要。它不等同于手写签名。
      </Text>
      {sessionId !== null ? (
        <Button id="signature-go" look="primary" onTap={() => setIsRead(true)}>
          看过了，去签名
        </Button>
      ) : sent === null ? (
        <Button
          id="signature-code-send"
          look="primary"
          asleep={identity.busy}
          onTap={() => void identity.send()}
        >
          {identity.busy ? '正在发送…' : '看过了，发验证码'}
        </Button>
      ) : (
        <Code identity={identity} onConfirmed={() => setIsRead(true)} />
      )}
      <Said text={identity.trouble && troubleSentence(identity.trouble).text} />
    </Sheet>
  );
}

interface CodeProps {
  readonly identity: ReturnType<typeof useIdentity>;
  readonly onConfirmed: () => void;
}

function Code({ identity, onConfirmed }: CodeProps) {
  const [code, setCode] = useState('');
  const { sent, secondsLeft, busy } = identity;
  const write = (text: string) => {
    const digits = text.replace(/\D/g, '').slice(0, CODE_LENGTH);
    setCode(digits);
  };
  return (
    <View className="signing__code">
      <Text className="signing__line">{`验证码已发到 ${sent?.phoneText ?? ''}，10 分钟内有效`}</Text>
      <Input
        id="signature-code"
        name="code"
        className="signing__digits"
        type="number"
        maxlength={CODE_LENGTH}
        placeholder="6 位验证码"
        placeholderClass="signing__placeholder"
        value={code}
        onInput={(event) => write(event.detail.value)}
      />
      <Button
        id="signature-confirm"
        look="primary"
        asleep={busy || code.length < CODE_LENGTH}
        onTap={() => void identity.confirm(code).then(onConfirmed)}
      >
        {busy ? '正在确认…' : '确认是我'}
      </Button>
      <Button
        id="signature-resend"
        look="text"
        asleep={busy || secondsLeft > 0}
        onTap={() => void identity.send()}
      >
        {secondsLeft > 0 ? `${secondsLeft} 秒后可以再发` : '再发一次'}
      </Button>
    </View>
  );
}

function Draw({ onDone }: { readonly onDone: (drawn: Omit<DrawnSignature, 'sessionId'>) => void }) {
  const paper = useRef<Paper | null>(null);
  const [strokes, setStrokes] = useState(0);
  const [said, setSaid] = useState<string | null>(null);
  const count = () => {
    setStrokes(paper.current?.pen.strokes.length ?? 0);
    setSaid(null);
  };
  const change = (how: 'undo' | 'clear') => {
    paper.current?.pen[how]();
    paper.current?.redraw();
    count();
  };
  const done = () => {
    if (!paper.current) return;
    const { pen } = paper.current;
    const accepted = acceptSignature(pen.strokes, pen.canvas);
    if (!accepted.ok) return setSaid(refusalSentence({ code: accepted.refusal.code, facts: {} }).text);
    onDone({ strokes: pen.strokes, canvas: pen.canvas });
  };
  return (
    <View id="signature-draw">
      <Text className="signing__line">在下面写你的名字</Text>
      <SignaturePad onReady={(made) => (paper.current = made)} onDrawn={count} />
      <View className="signing__tools">
        <Button id="signature-undo" look="compact" asleep={strokes === 0} onTap={() => change('undo')}>
          撤销一笔
        </Button>
        <Button id="signature-clear" look="compact" asleep={strokes === 0} onTap={() => change('clear')}>
          重写
        </Button>
      </View>
      <Said text={said} />
      <Button id="signature-done" look="primary" asleep={strokes === 0} onTap={done}>
        签署
      </Button>
    </View>
  );
}

const Said = ({ text }: { readonly text: string | null }) =>
  text === null ? null : (
    <Text id="signature-said" className="signing__said">
      {text}
    </Text>
  );
