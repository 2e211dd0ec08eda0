import { actingAs } from './acting-as.h5';
import type * as weapp from './employee-relation';

export const canBind: typeof weapp.canBind = () => true;

/** A laptop has no WeChat to ask: the tap itself is the yes, and the stand-in learns it. */
export const askToBind: typeof weapp.askToBind = async (templateIds) => {
  try {
    const response = await fetch('/wechat/employee', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ openid: actingAs(), templateIds }),
    });
    return response.ok ? { bound: true, templateIds } : null;
  } catch {
    return null;
  }
};
