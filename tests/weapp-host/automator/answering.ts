import type { WeappHost } from '../weapp-host';

export type Params = Readonly<Record<string, unknown>>;

/** Answers one method of miniprogram-automator's protocol. @throws Error whose message the client gets */
export type Answer = (params: Params, host: WeappHost) => object | Promise<object>;

/** `App.getCurrentPage` and the like, by name. */
export type Answers = Readonly<Record<string, Answer>>;

export const DONE = {};

export const textOf = (params: Params, name: string): string => {
  const value = params[name];
  if (typeof value !== 'string') throw new Error(`"${name}" must be text`);
  return value;
};

export const listOf = (params: Params, name: string): readonly unknown[] => {
  const value = params[name] ?? [];
  if (!Array.isArray(value)) throw new Error(`"${name}" must be a list`);
  return value as readonly unknown[];
};

/** 'root.cn[0]' of an object; the object itself without a path. */
export const memberAt = (owner: unknown, path: unknown): unknown =>
  typeof path !== 'string'
    ? owner
    : path
        .split(/[.[\]]+/)
        .filter(Boolean)
        .reduce((held, step) => (held as Record<string, unknown> | null | undefined)?.[step], owner);
