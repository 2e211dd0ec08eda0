import { peopleFunction } from '@server/cloudbase/people-function';

/** What the phone calls: `wx.cloud.callFunction({ name: 'api', data: { procedure, input } })`. */
export const main = peopleFunction(process.env);
