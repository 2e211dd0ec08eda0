import type { InputOf } from '@contract/contract';
import { act, cleanup, fireEvent, render } from '@testing-library/react';
import * as React from 'react';
import * as jsxRuntime from 'react/jsx-runtime';
import { accepted, beforeWork, FRIDAY_MORNING } from '../fixtures/today';
import type * as deskModule from '@/features/punch/punch-desk';
import type * as taroStub from '../stubs/taro';

type Reply = { readonly result: unknown } | 'silence';

export const says = (value: unknown): Reply => ({ result: { ok: true, value } });
export const refuses = (code: string, facts: object = {}): Reply => ({
  result: { ok: false, refusal: { code, facts } },
});
export const breaks = (id: string): Reply => ({ result: { ok: false, fault: { id } } });

/** The server as a test wants it: what it answers, and what it was asked. */
export const server = {
  today: (_input: InputOf<'punch.today'>): Reply => says(beforeWork),
  clock: (_input: InputOf<'punch.clock'>): Reply => says(accepted),
  /** How long an answer takes. */
  slownessMs: 0,
  asked: [] as { readonly procedure: string; readonly input: unknown }[],
};
const untouched = { ...server };

export const lookups = (): InputOf<'punch.today'>[] => inputs('punch.today');
export const punches = (): InputOf<'punch.clock'>[] => inputs('punch.clock');

const inputs = <Input,>(procedure: string) =>
  server.asked.filter((one) => one.procedure === procedure).map(({ input }) => input as Input);

const reply = (procedure: string, input: unknown): Reply => {
  if (procedure === 'punch.today') return server.today(input as InputOf<'punch.today'>);
  if (procedure === 'punch.clock') return server.clock(input as InputOf<'punch.clock'>);
  return says({ reminders: [{ templateId: 'before-work', title: '上班提醒', left: 3 }] });
};

/** The phone of the last start. */
export let phone: typeof taroStub.phone;

/**
 * Starts the mini-program: its modules are loaded anew, as after it was closed. The phone is the same one,
 * with its store and its network, unless it is new.
 */
export function startPhone({ anew }: { readonly anew: boolean }): void {
  const before = anew ? null : phone;
  jest.resetModules();
  // One React for the test's renderer and for the modules that are loaded anew.
  jest.doMock('react', () => React);
  jest.doMock('react/jsx-runtime', () => jsxRuntime);
  ({ phone } = jest.requireMock<typeof taroStub>('@tarojs/taro'));
  if (before !== null) {
    const { storage, network, permission, fix, fixDelayMs } = before;
    Object.assign(phone, { storage, network, permission, fix, fixDelayMs });
  }
  phone.answer = async (data) => {
    server.asked.push(data);
    const answer = phone.network === 'none' ? 'silence' : reply(data.procedure, data.input);
    if (server.slownessMs > 0) await new Promise((resolve) => setTimeout(resolve, server.slownessMs));
    if (answer === 'silence') throw new Error('cloud.callFunction:fail');
    return answer;
  };
}

/** A new phone on Friday at 08:52, a server that answers. */
export function freshMorning(): void {
  jest.useFakeTimers({ now: FRIDAY_MORNING });
  Object.assign(server, untouched, { asked: [] });
  startPhone({ anew: true });
}

/** Opens the punch page and lets its first answers come. */
export async function openDesk(passMs = 100): Promise<void> {
  const { PunchDesk } = jest.requireActual<typeof deskModule>('@/features/punch/punch-desk');
  render(<PunchDesk />);
  await pass(passMs);
}

/** Closes the mini-program and starts it again on the same phone. */
export async function reopenDesk(): Promise<void> {
  cleanup();
  startPhone({ anew: false });
  await openDesk();
}

/** Lets time go by, and everything that happens in it. */
export const pass = (ms: number): Promise<void> =>
  act(() => jest.advanceTimersByTimeAsync(ms)) as Promise<void>;

export const byId = (id: string): HTMLElement | null => document.getElementById(id);

export const textOf = (id: string): string => byId(id)?.textContent ?? '';

export async function tap(id: string): Promise<void> {
  const target = byId(id);
  if (target === null) throw new Error(`nothing to tap: #${id}`);
  await act(async () => void fireEvent.click(target));
}

/** The phone finds a network, and says so. */
export async function networkBack(): Promise<void> {
  phone.network = 'wifi';
  await act(async () => phone.networkListeners.forEach((listener) => listener({ isConnected: true })));
  await pass(100);
}
