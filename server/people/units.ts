import type { KnownUnits } from '@domain/people/staff-entry';
import { decidingAssignments } from '@domain/people/person';
import type { Post } from '@domain/people/post';
import type { LocalDate } from '@domain/time/local-date';
import { type Organisation, personOf } from '../organisation';
import type { Employment } from '../repositories/employments';
import type { PersonnelFile } from '../repositories/personnel';

/** What an assignment can name. */
export const unitsOf = ({ published: { departments, posts = [], branches } }: Organisation): KnownUnits => ({
  departments,
  posts,
  branches,
});

export const postOfId = ({ published: { posts = [] } }: Organisation, id: string | null): Post | null =>
  posts.find((one) => one.id === id) ?? null;

/**
 * What somebody does in the company on a day: the post of the main assignment; where none is named, what the personnel
 * file says.
 */
export function postOn(
  org: Organisation,
  employment: Employment,
  file: PersonnelFile | null,
  date: LocalDate,
): { readonly name: string; readonly secrecy: boolean } {
  const held = decidingAssignments(personOf(employment), date)[0]?.postId ?? null;
  const post = postOfId(org, held);
  return post ?? { name: file?.postName ?? '', secrecy: file?.postFacts.secrecy ?? false };
}
