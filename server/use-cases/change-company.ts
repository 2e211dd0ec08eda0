import { ok, refuse } from '@domain/result';
import { instantOf } from '@domain/time/instant';
import type { InputOf } from '@contract/contract';
import type { Caller } from '../caller';
import { hasLeft } from '../has-left';
import { organisation, type Organisation, todayIn } from '../organisation';
import { changeBy, writtenOnce } from '../people/change-log';
import { companyView } from '../people/company-view';
import { leadersAfter } from '../people/leaders-after';
import { reviseCompany } from '../people/revise-company';
import { asItStands, partsWith, peopleInTheWay, unitKey, wordsOf } from '../people/unit-change';
import type { Ports } from '../ports';
import { employments } from '../repositories/employments';
import { organisations } from '../repositories/organisations';
import { staffChanges } from '../repositories/staff-changes';
import { type Answer, type RefusalOf, useCase } from '../use-case';
import { momentText } from '../wall-text';

type Input = InputOf<'company.change'>;
type Refused = RefusalOf<'company.invalid' | 'company.changed-meanwhile' | 'person.unknown'>;

/** One department, branch or post as it is from now or from a day on, as the next version of the organisation. */
export const changeCompany = useCase('company.change', {
  async run(ports, caller, input): Promise<Answer<'company.change'>> {
    const refused = await writtenOnce(ports, caller, input.commandId, () => attempt(ports, caller, input));
    if (refused === 'busy') return refuse('conflict.busy', {});
    return refused === null ? ok(await companyView(ports, caller)) : { ok: false, refusal: refused };
  },
});

async function attempt(ports: Ports, caller: Caller, input: Input): Promise<Refused | 'written' | 'again'> {
  const { unit } = input;
  const org = await organisation(ports);
  const before = org.published;
  const today = todayIn(org.zone, ports.clock.now());
  const overtaken = await changedMeanwhile(ports, org, input);
  if (overtaken) return overtaken;
  const made = partsWith(before, unit, today);
  if (!made.ok) return made.refusal;
  const inTheWay = await peopleInTheWay(ports, unit, today);
  if (inTheWay) return inTheWay;
  const headId = unit.kind === 'department' ? unit.headId : null;
  const head = headId === null ? null : await employments.read(ports.database, headId);
  if (headId !== null && !head) return refuse('person.unknown', {}).refusal;
  if (head && (await hasLeft(ports, head)))
    return refuse('company.invalid', { why: 'head-gone' as const, names: [head.name] }).refusal;

  const leaders = await leadersAfter(ports, before.heads, made.value.heads ?? before.heads);
  const change = changeBy(ports, caller, input.commandId, {
    subject: unitKey(unit),
    area: 'company',
    what: wordsOf(before, unit, head?.name ?? null, today),
  });
  const done = await reviseCompany(ports, before, made.value, async (transaction) => {
    await staffChanges.add(transaction, change);
    for (const { _id, roles } of leaders) await employments.update(transaction, _id, { set: { roles } });
  });
  return done ? 'written' : 'again';
}

/** Null while nobody changed this very unit since it was seen; what happened to others does not matter. */
async function changedMeanwhile(
  ports: Ports,
  org: Organisation,
  { seenRevision, unit }: Input,
): Promise<RefusalOf<'company.changed-meanwhile'> | null> {
  if (seenRevision === org.revision) return null;
  const seen = await organisations.find(ports.database, seenRevision);
  if (seen && asItStands(seen, unit) === asItStands(org.published, unit)) return null;
  const [last] = await staffChanges.about(ports.database, unitKey(unit), 1);
  return refuse('company.changed-meanwhile', {
    byName: last?.byName ?? '另一位同事',
    at: last ? momentText(org.zone, instantOf(last.at)) : '刚才',
  }).refusal;
}
