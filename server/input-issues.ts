import type { InputIssue } from '@contract/refusals';
import type * as z from 'zod/mini';

type ZodIssue = z.core.$ZodIssue;

/** zod's issues as the contract's: the field, a reason and the bound, so that the phone can say it in Chinese. */
export function inputIssues(issues: readonly ZodIssue[]): readonly InputIssue[] {
  return issues.flatMap((issue) => inputIssue(issue)).slice(0, 10);
}

function inputIssue(issue: ZodIssue): readonly InputIssue[] {
  const field = issue.path.map(String).join('.');
  switch (issue.code) {
    case 'invalid_type':
      return [
        issue.input === undefined
          ? { field, reason: 'missing' }
          : { field, reason: 'wrong-type', expected: issue.expected },
      ];
    case 'too_small':
      return [
        {
          field,
          reason: issue.origin === 'string' ? 'too-short' : 'too-small',
          expected: Number(issue.minimum),
        },
      ];
    case 'too_big':
      return [
        {
          field,
          reason: issue.origin === 'string' ? 'too-long' : 'too-large',
          expected: Number(issue.maximum),
        },
      ];
    case 'invalid_format':
      return [{ field, reason: 'bad-format' }];
    case 'invalid_value':
      return [{ field, reason: 'not-offered', expected: issue.values.join(', ') }];
    case 'unrecognized_keys':
      return issue.keys.map((key) => ({
        field: [field, key].filter(Boolean).join('.').slice(0, 64),
        reason: 'unknown-field',
      }));
    default:
      return [{ field, reason: 'bad-format' }];
  }
}
