/** What a person may be in the company. Everybody bound is an employee; nobody gets a role from a request. */
export const ROLES = ['employee', 'leader', 'branch-hr', 'hr', 'finance', 'it', 'admin', 'former'] as const;

export type Role = (typeof ROLES)[number];

/** Who may call a procedure: any WeChat user, any bound person, or a bound person with one of these roles. */
export type Callers = 'anyone' | 'bound' | readonly Role[];
