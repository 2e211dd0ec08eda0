import type automator from 'miniprogram-automator';

export type MiniProgram = Awaited<ReturnType<typeof automator.connect>>;
type Field = InstanceType<typeof automator.InputElement>;

/** A journey through WeChat's own client that is the same in DevTools and in the headless host. */
export interface Spec {
  readonly title: string;
  readonly run: (miniProgram: MiniProgram) => Promise<void>;
}

/**
 * What both can show without a cloud: DevTools has no local one. Each routing call waits three seconds inside the
 * client, so there are few.
 */
export const SPECS: readonly Spec[] = [
  {
    title: 'opens on the first page that app.json names',
    run: async (miniProgram) => {
      const page = await miniProgram.currentPage();
      expect(page?.path).toBe('pages/punch/index');
      expect(await miniProgram.pageStack()).toHaveLength(1);
    },
  },
  {
    title: 'wakes the button when a code is typed, and says so when the cloud does not answer',
    run: async (miniProgram) => {
      const page = await miniProgram.reLaunch('/pages/bind/index');
      const button = await page?.$('#bind-submit');
      expect(await button?.attribute('class')).toContain('button--asleep');
      await ((await page?.$('#bind-code')) as Field).input('ABCD-EFGH-JKLM');
      await page?.waitFor(300);
      expect(await (await page?.$('#bind-submit'))?.attribute('class')).not.toContain('button--asleep');
      await (await page?.$('#bind-submit'))?.tap();
      await page?.waitFor(async () => ((await (await page.$('#bind-trouble'))?.text()) ?? '') !== '');
      expect(await (await page?.$('#bind-code'))?.value()).toBe('ABCD-EFGH-JKLM');
    },
  },
];
