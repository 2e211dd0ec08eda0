import * as z from 'zod/mini';
import { procedure } from './procedure';
import { ROLES } from './roles';

export const person = () =>
  z.object({
    employmentId: z.string(),
    name: z.string(),
    departmentName: z.string(),
    branchName: z.string(),
    roles: z.array(z.enum(ROLES)),
  });

/** Who the server takes the caller for. */
export const me = procedure({
  callers: 'anyone',
  input: () => z.strictObject({}),
  output: () => z.object({ companyName: z.string(), person: z.nullable(person()) }),
  refusals: [],
});

/** Ties the caller's WeChat identity to the employment that the invitation code was made for. */
export const bind = procedure({
  callers: 'anyone',
  input: () => z.strictObject({ code: z.string().check(z.minLength(1), z.maxLength(64)) }),
  output: () => z.object({ companyName: z.string(), person: person() }),
  refusals: [
    'invitation.unknown',
    'invitation.expired',
    'invitation.used',
    'invitation.too-many-tries',
    'binding.wechat-taken',
    'binding.employment-taken',
    'conflict.busy',
  ],
});

/** A fresh code for one person; it is shown once and stored only as an HMAC. */
export const issueInvitation = procedure({
  callers: ['hr', 'branch-hr', 'admin'],
  input: () => z.strictObject({ employmentId: z.string().check(z.minLength(1), z.maxLength(64)) }),
  output: () => z.object({ code: z.string(), expiresAt: z.int(), expiresAtText: z.string() }),
  refusals: ['person.unknown', 'binding.employment-taken', 'staff.role-refused'],
});
