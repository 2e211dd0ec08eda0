import { WxFailure } from './wx-call';

/** Some questions may only be asked while a tap is being answered. */
export class Gesture {
  private answering = false;

  /** Runs what a tap sets off; it ends when the code has nothing more to do at once. */
  async during(run: () => void): Promise<void> {
    this.answering = true;
    try {
      run();
      await Promise.resolve();
    } finally {
      this.answering = false;
    }
  }

  /** @throws WxFailure outside a tap */
  needed(): void {
    if (!this.answering) throw new WxFailure('can only be invoked by user TAP gesture.');
  }
}
