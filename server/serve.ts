import type { ProcedureKey } from '@contract/contract';
import type { Call, Envelope, WireRefusal } from '@contract/envelope';
import type { Procedure } from '@contract/procedure';
import type { RefusalCode, RefusalFacts } from '@contract/refusals';
import { type Caller, hasRole } from './caller';
import { inputIssues } from './input-issues';
import type { Ports } from './ports';
import { employments } from './repositories/employments';
import type { UseCase, UseCases } from './use-case';

/** A text request may be 100 KB on the platform; nothing that people send here is near it. */
const MAX_INPUT_KILOBYTES = 64;

/**
 * Answers one call: identify, parse, authorise, run, envelope. It never throws: a bug becomes a fault whose id is in
 * the log and on the caller's screen.
 */
export async function serve(
  ports: Ports,
  useCases: UseCases,
  openid: string | null,
  call: unknown,
): Promise<Envelope<unknown>> {
  const started = ports.clock.now();
  const { procedure: key, input } = (typeof call === 'object' && call !== null ? call : {}) as Partial<Call>;
  // With the first call: a cold start is over before anybody's input has to be read.
  const { contract } = await import('@contract/contract');
  const name = typeof key === 'string' && Object.hasOwn(contract, key) ? (key as ProcedureKey) : null;
  try {
    if (name === null)
      return no('procedure.unknown', { procedure: typeof key === 'string' ? key.slice(0, 64) : '' });
    if (openid === null) return no('session.no-identity', {});
    const answer = await answerCall(ports, useCases, openid, contract[name], name, input);
    ports.log.write({
      procedure: name,
      outcome: outcomeOf(answer),
      milliseconds: ports.clock.now() - started,
    });
    return answer;
  } catch (error) {
    const id = ports.ids.unique();
    const { message, stack } = error instanceof Error ? error : new Error(String(error));
    ports.log.write({ procedure: name, outcome: 'fault', faultId: id, message, stack: stack ?? null });
    return { ok: false, fault: { id } };
  }
}

async function answerCall(
  ports: Ports,
  useCases: UseCases,
  openid: string,
  procedure: Procedure,
  name: ProcedureKey,
  input: unknown,
): Promise<Envelope<unknown>> {
  if (isTooLarge(input)) return no('input.too-large', { maxKilobytes: MAX_INPUT_KILOBYTES });
  const parsed = procedure.input.safeParse(input ?? {}, { reportInput: true });
  if (!parsed.success) return no('input.invalid', { issues: inputIssues(parsed.error.issues) });

  const implementation = (await useCases[name]()) as UseCase<'session.me'>;
  const gathering = implementation.gather?.(ports, openid, parsed.data as never);
  // The person's own read comes first to fail; without a listener a second failure would end the process.
  gathering?.catch(() => undefined);
  const employment = await employments.ofOpenid(ports.database, openid);
  const caller: Caller | null = employment && { openid, employment };
  const refused = authorise(procedure, caller) ?? (await refuseFormer(ports, procedure, caller));
  if (refused) return refused;

  const asking = procedure.callers === 'anyone' ? { openid, bound: caller } : caller;
  const answer = await implementation.run(ports, asking as never, parsed.data as never, await gathering);
  return answer.ok ? answer : { ok: false, refusal: answer.refusal as WireRefusal };
}

function isTooLarge(input: unknown): boolean {
  try {
    return JSON.stringify(input ?? null).length > MAX_INPUT_KILOBYTES * 1024;
  } catch {
    // Nested deeper than the stack reaches: nothing that people send here is near that either.
    return true;
  }
}

function authorise({ callers }: Procedure, caller: Caller | null): Envelope<never> | null {
  if (callers === 'anyone') return null;
  if (caller === null) return no('session.not-bound', {});
  if (callers === 'bound') return null;
  return hasRole(caller, callers) ? null : no('session.forbidden', {});
}

/** Once the access has ended only what is marked for it answers: own papers, the own case, the settlement. */
async function refuseFormer(
  ports: Ports,
  { callers, afterLeaving }: Procedure,
  caller: Caller | null,
): Promise<Envelope<never> | null> {
  if (callers === 'anyone' || afterLeaving || caller === null) return null;
  const { lastDay } = caller.employment;
  if (lastDay === null) return null;
  const { hasLeft } = await import('./has-left');
  return (await hasLeft(ports, caller.employment)) ? no('session.left', { lastDay }) : null;
}

const no = <Code extends RefusalCode>(code: Code, facts: RefusalFacts[Code]): Envelope<never> => ({
  ok: false,
  refusal: { code, facts } as WireRefusal,
});

const outcomeOf = (answer: Envelope<unknown>): string =>
  answer.ok ? 'ok' : 'refusal' in answer ? answer.refusal.code : 'fault';
