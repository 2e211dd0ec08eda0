import { employments } from '@server/repositories/employments';
import { sheets } from '@server/repositories/sheets';
import type { Company } from '../company';
import type { Person } from './person';

/** More people of the same team, each with the month of this one. */
export async function addCrowd(
  { database }: Company,
  like: Person,
  month: string,
  count: number,
): Promise<void> {
  const sheet = await like.sheet(month);
  const model = await employments.read(database, like.employmentId);
  if (!model) throw new Error(`${like.name} is gone`);
  for (let at = 0; at < count; at += 50)
    await Promise.all(
      Array.from({ length: 50 }, async (_, i) => {
        const id = `X${String(at + i).padStart(4, '0')}`;
        await employments.add(database, { ...model, _id: id, openid: null });
        await sheets.add(database, { ...sheet, _id: `${id}:${month}`, employmentId: id, openid: null });
      }),
    );
}
