import { PendingWork } from '../clock/pending-work';
import { PhoneClock } from '../clock/phone-clock';
import type { CloudDoor } from './cloud-door';
import { shakyLine, type ShakyLine } from './shaky-line';

/** What a person can be asked for by WeChat, once. */
export type PermissionScope = 'scope.userLocation' | 'scope.writePhotosAlbum' | 'scope.camera';

export interface Fix {
  readonly latitude: number;
  readonly longitude: number;
  readonly accuracyMeters: number;
}

/** A file that the person would choose or photograph. */
export interface Picture {
  readonly name: string;
  readonly bytes: Buffer;
}

/** What the person answers when WeChat asks. */
export interface Answers {
  /** To the question that comes once for each scope; default 'allow'. */
  permission: 'allow' | 'refuse';
  /** To the privacy guideline; default 'agree'. */
  privacy: 'agree' | 'refuse';
  /** What is switched in WeChat's settings at the next visit there. */
  settings: Partial<Record<PermissionScope, boolean>>;
  /** To "may this mini-program send you a message?"; 'switched-off' is WeChat's main switch. */
  subscription: 'accept' | 'reject' | 'ban' | 'switched-off';
  modal: 'confirm' | 'cancel';
  /** What is photographed or chosen next; an empty list means that the person goes back. */
  pictures: readonly Picture[];
  /** Files that lie in a chat, of which those with a wanted ending can be chosen; none: the person goes back. */
  chatFiles: readonly Picture[];
  /** To 用工关系: to be reached by the company's messages for good. */
  employeeRelation: 'accept' | 'reject';
  /** Of an action sheet; null: cancelled. */
  sheet: number | null;
}

export type NetworkType = 'wifi' | '4g' | 'none';

/** What was done to the phone that a person would notice. */
export type Deed =
  | { readonly kind: 'asked'; readonly scope: PermissionScope }
  | { readonly kind: 'privacy-asked' }
  | { readonly kind: 'settings-opened' }
  | { readonly kind: 'subscription-asked'; readonly templateIds: readonly string[] }
  | { readonly kind: 'toast'; readonly title: string }
  | { readonly kind: 'modal'; readonly title: string; readonly content: string }
  | { readonly kind: 'vibrated' }
  | { readonly kind: 'document-opened'; readonly file: string; readonly menu: boolean }
  | { readonly kind: 'pictures-shown'; readonly urls: readonly string[]; readonly first: string }
  | { readonly kind: 'employee-asked'; readonly templateIds: readonly string[] }
  | { readonly kind: 'file-shared'; readonly file: string; readonly name: string }
  | { readonly kind: 'copied'; readonly text: string };

/**
 * A phone with WeChat on it, and the person who holds it. It outlives the mini-program: what is stored, granted
 * or refused is still so after a restart.
 */
export class Phone {
  readonly clock: PhoneClock;
  readonly work = new PendingWork();
  readonly line: ShakyLine;
  /** Interfaces that the mini-program's privacy guideline in WeChat's console names. */
  readonly privacyGuideline: readonly string[];
  /** Hosts from which files may be fetched: the console's list for downloadFile. */
  readonly downloadDomains: readonly string[];
  readonly storage = new Map<string, string>();
  readonly permissions = new Map<PermissionScope, boolean>();
  readonly files = new Map<string, Buffer>();
  readonly deeds: Deed[] = [];
  readonly answers: Answers = {
    permission: 'allow',
    privacy: 'agree',
    settings: {},
    subscription: 'accept',
    modal: 'confirm',
    pictures: [],
    chatFiles: [],
    employeeRelation: 'accept',
    sheet: null,
  };
  privacyAgreed = false;
  /** null: the location service is off or finds nothing. */
  fix: Fix | null;
  locatingTakesMs = 20;
  network: NetworkType = 'wifi';
  model = 'iPhone 15';
  fontSizeScaleFactor = 1;
  theme: 'light' | 'dark' = 'light';
  window = { width: 390, height: 844 };

  constructor(options: {
    /** Epoch milliseconds. */
    readonly now: number;
    readonly cloud: CloudDoor;
    readonly fix?: Fix;
    readonly privacyGuideline?: readonly string[];
    readonly downloadDomains?: readonly string[];
  }) {
    this.clock = new PhoneClock(options.now);
    this.line = shakyLine(options.cloud, this.work);
    this.fix = options.fix ?? null;
    this.privacyGuideline = options.privacyGuideline ?? [];
    this.downloadDomains = options.downloadDomains ?? [];
  }

  did(deed: Deed): void {
    this.deeds.push(deed);
  }

  /** What was done of one kind, oldest first. */
  deedsOf<Kind extends Deed['kind']>(kind: Kind): Extract<Deed, { kind: Kind }>[] {
    return this.deeds.filter((deed): deed is Extract<Deed, { kind: Kind }> => deed.kind === kind);
  }
}
