import { readRule, type Rule, type RuleScope } from './rule-expression';
import type { StoredFile } from './file-cabinet';

/** The rules of the bucket, as in the console. They hold for clients only: functions may do everything. */
export interface StorageRules {
  readonly read: boolean | string;
  readonly write: boolean | string;
}

/** A new environment's: everybody reads, the creator writes. */
export const DEFAULT_STORAGE_RULES: StorageRules = {
  read: true,
  write: 'resource.openid == auth.openid',
};

/** Decides for one client at a time. @throws Error when a rule is not understood */
export class ClientStorageGuard {
  private readonly read: Rule;
  private readonly write: Rule;

  constructor(rules: StorageRules) {
    this.read = readRule(rules.read);
    this.write = readRule(rules.write);
  }

  mayRead(openid: string | undefined, file: StoredFile): boolean {
    return this.read(scopeOf(openid, file.path, file.owner));
  }

  /** @param existing the file that is overwritten or deleted; a new file belongs to its uploader */
  mayWrite(openid: string | undefined, path: string, existing: StoredFile | undefined): boolean {
    return this.write(scopeOf(openid, path, existing ? existing.owner : openid));
  }
}

const scopeOf = (openid: string | undefined, path: string, owner: string | undefined): RuleScope => ({
  auth: openid === undefined ? null : { openid, loginType: 'WECHAT' },
  resource: { path, ...(owner !== undefined && { openid: owner }) },
});
