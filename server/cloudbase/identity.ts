import tcb from '@cloudbase/node-sdk';

/** What the platform itself says about the caller. Nothing of it can be set by the request's body. */
export interface PlatformIdentity {
  readonly openid: string | null;
}

/**
 * Reads the identity from this call's context. `getWXContext()` and `getUserInfo()` read the process environment,
 * which belongs to whichever call came last: they are never used.
 */
export function identityOf(context: unknown): PlatformIdentity {
  const { WX_OPENID } = tcb.getCloudbaseContext(context as never) as { WX_OPENID?: string };
  return { openid: WX_OPENID ? WX_OPENID : null };
}

/** Whether another function of this environment is calling, and the environment's id. */
export function callingFunction(context: unknown): { readonly isFunction: boolean; readonly envId: string } {
  const { WX_OPENID, TCB_SOURCE, TCB_ENV } = tcb.getCloudbaseContext(context as never) as {
    readonly WX_OPENID?: string;
    readonly TCB_SOURCE?: string;
    readonly TCB_ENV?: string;
  };
  // The chain of callers: 'wx_client,scf' is a function that a phone called. A phone itself ends it with its own name.
  const isFunction = !WX_OPENID && (TCB_SOURCE ?? '').split(',').at(-1) === 'scf';
  return { isFunction, envId: TCB_ENV ?? '' };
}
