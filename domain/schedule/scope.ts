import type { LocalDate } from '../time/local-date';

/** Both days included. */
export interface DateRange {
  readonly from: LocalDate;
  readonly to: LocalDate;
}

/** Who an entry of a rule's scope (适用范围) names. */
export type ScopeTarget =
  | { readonly type: 'person'; readonly id: string; readonly ranges?: readonly DateRange[] }
  /** With everything below it, unless 不含下级 (onlyItself). */
  | { readonly type: 'department'; readonly id: string; readonly onlyItself?: boolean }
  | { readonly type: 'post' | 'tag'; readonly id: string }
  | { readonly type: 'everyone' };

/** One row of a scope. `addedAt` grows with every addition: of two equals the one added last wins. */
export type ScopeEntry = ScopeTarget & { readonly addedAt?: number };

/** The key under which a scope is looked up: 'person:7', 'everyone'. */
export const scopeKey = (target: { readonly type: ScopeTarget['type']; readonly id?: string }): string =>
  target.type === 'everyone' ? 'everyone' : `${target.type}:${target.id ?? ''}`;
