import type { Interfaces, Surroundings } from './surroundings';
import { WxFailure } from './wx-call';

/** WeChat asks about at most so many templates at once. */
const MOST_TEMPLATES = 3;

/** And of a company's staff about at most so many. */
const MOST_EMPLOYEE_TEMPLATES = 6;

/** The questions whether the mini-program may send: one message of each template, or a company's staff for good. */
export function subscriptionDesk({ phone, gesture, makeAsync }: Surroundings): Interfaces {
  return {
    requestSubscribeMessage: makeAsync('requestSubscribeMessage', async ({ tmplIds }) => {
      gesture.needed();
      const ids = Array.isArray(tmplIds) ? tmplIds.map(String) : [];
      if (ids.length === 0) throw new WxFailure("TmplIds can't be empty", { errCode: 10001 });
      if (ids.length > MOST_TEMPLATES)
        throw new WxFailure('Templates count out of max bounds', { errCode: 20003 });
      const answer = phone.answers.subscription;
      if (answer === 'switched-off')
        throw new WxFailure('The main switch is switched off', { errCode: 20004 });
      phone.did({ kind: 'subscription-asked', templateIds: ids });
      if (answer === 'accept') await phone.line.acceptMessages(ids);
      return Object.fromEntries(ids.map((id) => [id, answer]));
    }),
    bindEmployeeRelation: makeAsync('bindEmployeeRelation', async ({ tmplIds }) => {
      gesture.needed();
      const ids = Array.isArray(tmplIds) ? tmplIds.map(String) : [];
      if (ids.length > MOST_EMPLOYEE_TEMPLATES)
        throw new WxFailure('Templates count out of max bounds', { errCode: 20003 });
      const bindingStatus = phone.answers.employeeRelation;
      phone.did({ kind: 'employee-asked', templateIds: ids });
      if (bindingStatus === 'accept') await phone.line.bindEmployee(ids);
      return { bindingStatus, ...Object.fromEntries(ids.map((id) => [id, bindingStatus])) };
    }),
  };
}
