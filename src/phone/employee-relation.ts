/** What WeChat's own sheet asks: to receive this mini-program's messages as one of its staff (用工关系). */
interface BindEmployeeRelation {
  (question: {
    readonly tmplIds: readonly string[];
    readonly success: (answer: Readonly<Record<string, unknown>>) => void;
    readonly fail: () => void;
  }): void;
}

declare const wx: { readonly bindEmployeeRelation?: BindEmployeeRelation };

/** What was answered: whether the person is bound, and which templates he subscribed. */
export interface BindingAnswer {
  readonly bound: boolean;
  readonly templateIds: readonly string[];
}

/** Base library 3.10.0 and WeChat 8.0.62: older ones do not know it, and are not asked. */
export const canBind = (): boolean =>
  typeof wx !== 'undefined' && typeof wx.bindEmployeeRelation === 'function';

/** Asks the person; only in a tap, at most six templates. null when WeChat could not ask. */
export const askToBind = (templateIds: readonly string[]): Promise<BindingAnswer | null> =>
  new Promise((resolve) => {
    if (!canBind()) return resolve(null);
    wx.bindEmployeeRelation?.({
      tmplIds: templateIds,
      success: (answer) =>
        resolve({
          bound: answer.bindingStatus === 'accept',
          templateIds: templateIds.filter((id) => answer[id] === 'accept'),
        }),
      fail: () => resolve(null),
    });
  });
