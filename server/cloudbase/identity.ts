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
