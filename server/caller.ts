import type { Role } from '@contract/roles';
import type { Employment } from './repositories/employments';

/** A bound person, as the server knows him. Roles come from the employment, never from the request. */
export interface Caller {
  readonly openid: string;
  readonly employment: Employment;
}

export const hasRole = (caller: Caller, roles: readonly Role[]): boolean =>
  roles.some((role) => role === 'employee' || caller.employment.roles.includes(role));
