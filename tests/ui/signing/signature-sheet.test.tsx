import { act, cleanup, fireEvent, render, waitFor } from '@testing-library/react';
import { type DrawnSignature, SignatureSheet } from '@/features/signing/signature-sheet';
import { phone, resetPhone } from '../stubs/taro';

jest.mock('@tarojs/taro', () => jest.requireActual('../stubs/taro'));
jest.mock('@tarojs/components', () => jest.requireActual('../stubs/components'));

const byId = (id: string) => document.getElementById(id);
const tap = (id: string) => act(async () => void fireEvent.click(byId(id) as HTMLElement));
const refused = (code: string, facts: object = {}) => ({ result: { ok: false, refusal: { code, facts } } });

let asked: { procedure: string; input: unknown }[];
let beginning: { result: unknown };
let confirming: { result: unknown };
let signed: DrawnSignature[];
/** Each test signs a document of its own: a confirmed session is kept for the document. */
let documents = 0;

const open = () => {
  documents += 1;
  return render(
    <SignatureSheet
      document={`notice${documents}`}
      caseId={null}
      title="解除劳动合同通知书"
      summary={['最后工作日是 2026年11月22日。']}
      onSigned={(signature) => signed.push(signature)}
      onClose={() => undefined}
    />,
  );
};

const write = (code: string) =>
  act(async () => void fireEvent.change(byId('signature-code') as HTMLElement, { target: { value: code } }));

const touch = (name: 'start' | 'move' | 'end', x = 0, y = 0) =>
  act(
    async () =>
      void byId('signature-pad')?.dispatchEvent(new CustomEvent(`touch${name}`, { detail: { x, y } })),
  );

async function stroke(...spots: readonly (readonly [number, number])[]) {
  const [first, ...rest] = spots;
  await touch('start', ...(first ?? [0, 0]));
  for (const [x, y] of rest) await touch('move', x, y);
  await touch('end');
}

async function toTheCanvas() {
  open();
  await tap('signature-code-send');
  await write('482913');
  await tap('signature-confirm');
  await waitFor(() => expect(byId('signature-pad')).not.toBeNull());
}

beforeEach(() => {
  resetPhone();
  asked = [];
  signed = [];
  const session = {
    sessionId: 's-1',
    phoneText: '120****5003',
    resendAfterSeconds: 60,
    validSeconds: 600,
    triesLeft: 5,
  };
  beginning = { result: { ok: true, value: session } };
  confirming = { result: { ok: true, value: { sessionId: 's-1', validSeconds: 600 } } };
  phone.answer = async (data) => {
    asked.push(data);
    return data.procedure === 'identity.begin' ? beginning : confirming;
  };
});
afterEach(cleanup);

describe('signing', () => {
  it('shows what is signed and what the signature is worth before it asks for anything', () => {
    open();
    expect(byId('signature-summary')?.textContent).toContain('最后工作日是 2026年11月22日');
    expect(document.body.textContent).toContain('不等同于手写签名');
    expect(asked).toEqual([]);
  });

  it('asks for the code, takes the drawing and hands both on', async () => {
    await toTheCanvas();
    expect(asked.map(({ procedure }) => procedure)).toEqual(['identity.begin', 'identity.confirm']);
    expect(asked[1]?.input).toEqual({ sessionId: 's-1', code: '482913' });
    await stroke([20, 20], [150, 40]);
    await stroke([60, 60], [70, 150]);
    await tap('signature-done');
    expect(signed).toHaveLength(1);
    expect(signed[0]).toMatchObject({ sessionId: 's-1', canvas: { width: 600, height: 400 } });
    expect(signed[0]?.strokes).toHaveLength(2);
  });

  it('does not send a blank or a speck, and says what to do', async () => {
    await toTheCanvas();
    await tap('signature-done');
    expect(signed).toEqual([]);
    await stroke([20, 20], [24, 20]);
    await tap('signature-done');
    expect(signed).toEqual([]);
    expect(byId('signature-said')?.textContent).toContain('签名还太短');
  });

  it('takes back a stroke, and begins anew', async () => {
    await toTheCanvas();
    await stroke([20, 20], [150, 40]);
    await stroke([60, 60], [70, 150]);
    await tap('signature-undo');
    await tap('signature-done');
    expect(signed[0]?.strokes).toHaveLength(1);
    await tap('signature-clear');
    await tap('signature-done');
    expect(signed).toHaveLength(1);
  });

  it('a wrong code says how many tries are left and keeps the field', async () => {
    confirming = refused('identity.wrong-code', { triesLeft: 3 });
    open();
    await tap('signature-code-send');
    await write('000000');
    await tap('signature-confirm');
    expect(byId('signature-said')?.textContent).toContain('还可以试 3 次');
    expect((byId('signature-code') as HTMLInputElement).value).toBe('000000');
    expect(byId('signature-pad')).toBeNull();
  });

  it('whoever has no phone on file hears that paper is as good', async () => {
    beginning = refused('identity.no-phone');
    open();
    await tap('signature-code-send');
    expect(byId('signature-said')?.textContent).toContain('书面的纸质通知同样有效');
  });

  it('a message that was perhaps sent is asked for again under the same id', async () => {
    phone.answer = async (data) => {
      asked.push(data);
      throw new Error('request:fail timeout');
    };
    open();
    await tap('signature-code-send');
    await waitFor(() => expect(byId('signature-said')).not.toBeNull());
    const ids = new Set(asked.map(({ input }) => (input as { commandId: string }).commandId));
    await tap('signature-code-send');
    for (const { input } of asked) ids.add((input as { commandId: string }).commandId);
    expect(ids.size).toBe(1);
  });
});
