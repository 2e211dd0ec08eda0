const FIRST_PAGE = '/pages/punch/index';

/** The phone beside the panel: who holds it and which page it shows. */
export class PhoneFrame {
  private holder = '';

  constructor(private readonly frame: HTMLIFrameElement) {}

  get openid(): string {
    return this.holder;
  }

  /** Gives the phone to a person; `page` is a mini-program path such as 'pages/month/index?date=2026-03-09'. */
  show(openid: string, page: string = FIRST_PAGE): void {
    const hash = `#/${page.replace(/^\/+/, '')}`;
    const address = `/phone/?as=${encodeURIComponent(openid)}${hash}`;
    if (openid === this.holder) {
      // The same phone: go to the page, as a tap on a message does, without losing what the app holds.
      if (this.inside?.location.hash === hash) this.restart();
      else this.inside?.location.replace(address);
      return;
    }
    this.holder = openid;
    this.frame.src = address;
  }

  /** Starts the app anew on the page it shows. */
  restart(): void {
    this.inside?.location.reload();
  }

  /** 'online', 'offline', 'focus': what the phone's own system would tell the page. */
  tell(event: string): void {
    this.inside?.dispatchEvent(new Event(event));
  }

  private get inside(): Window | null {
    return this.frame.contentWindow;
  }
}
