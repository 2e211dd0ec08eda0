import type { CaseView } from '@contract/contract';
import { act, fireEvent, render } from '@testing-library/react';
import { CaseDesk } from '@/features/case/case-desk';
import { leavingCase } from '../fixtures/leaving-case';
import { phone, resetPhone } from '../stubs/taro';

interface Asked {
  readonly procedure: string;
  readonly input: Record<string, unknown>;
}

/** The server as a test wants it, and what it was asked. */
export const server = {
  view: leavingCase,
  /** Refusals by procedure; a procedure without one does what it is asked. */
  refusing: {} as Record<string, { code: string; facts: object }>,
  asked: [] as Asked[],
  seq: 7,
};

export const asked = (procedure: string): Asked['input'][] =>
  server.asked.filter((one) => one.procedure === procedure).map(({ input }) => input);

const answer = ({ procedure }: { procedure: string }): unknown => {
  const refusal = server.refusing[procedure];
  if (refusal) return { ok: false, refusal };
  switch (procedure) {
    case 'case.pulse':
      return { ok: true, value: { seq: server.seq } };
    case 'case.see':
      return { ok: true, value: {} };
    case 'people.search':
      return {
        ok: true,
        value: {
          people: [{ employmentId: 'E006', name: '李明', departmentName: '研发部', branchName: null }],
        },
      };
    case 'case.view':
      return { ok: true, value: server.view };
    case 'case.act':
    case 'case.move':
    case 'case.changeDates':
    case 'case.say':
    case 'case.signOnPaper':
    case 'document.keepByHand':
      return { ok: true, value: { text: '好了', view: server.view } };
    default:
      return { ok: false, fault: { id: `nobody here answers ${procedure}` } };
  }
};

/** A fresh phone on the page of a case. */
export async function openCase(view: Partial<CaseView> = {}): Promise<void> {
  resetPhone();
  jest.useFakeTimers();
  Object.assign(server, { view: { ...leavingCase, ...view }, refusing: {}, asked: [], seq: 7 });
  phone.router = {
    path: '/pages/case/index',
    params: { case: 'E003-leave', task: 'leader%231.0.0', round: '1' },
  };
  phone.answer = async (data) => {
    server.asked.push(data as Asked);
    return { result: answer(data) };
  };
  render(<CaseDesk />);
  await pass(50);
}

export const pass = (ms: number): Promise<void> =>
  act(() => jest.advanceTimersByTimeAsync(ms)) as Promise<void>;

export const byId = (id: string): HTMLElement | null => document.getElementById(id);

export const textOf = (id: string): string => byId(id)?.textContent ?? '';

export async function tap(id: string): Promise<void> {
  const target = byId(id);
  if (target === null) throw new Error(`nothing to tap: #${id}`);
  await act(async () => void fireEvent.click(target));
  await pass(400);
}

export async function write(id: string, value: string): Promise<void> {
  const target = byId(id);
  if (target === null) throw new Error(`nowhere to write: #${id}`);
  await act(async () => void fireEvent.change(target, { target: { value } }));
}

/** Turns the wheel that stands around an element. */
export async function choose(id: string, value: string): Promise<void> {
  const wheel = byId(id)?.parentElement?.querySelector('[data-picker]');
  if (!wheel) throw new Error(`no wheel around #${id}`);
  await act(async () => void fireEvent.change(wheel, { target: { value } }));
}
