import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { FlowDefinition, FlowNode } from '@domain/approval/flow';
import { lintFlow } from '@domain/approval/lint-flow';
import { isHuman } from '@domain/approval/flow';
import { LEAVING_FLOWS } from '@domain/offboarding/flows/leaving-flows';
import { NOTICE_FLOW } from '@domain/offboarding/flows/notice';
import { isDeduction, LINE_TITLES } from '@domain/offboarding/settlement-lines';
import type { LineKind } from '@domain/offboarding/settlement-lines';

/** No control may exist that withholds wages or a certificate: what is looked at here is everything there is. */
const OWED = ['certificate', 'wageSettlement', 'insuranceTransfer', 'archiveTransfer'];

const next = (flow: FlowDefinition, id: string): readonly string[] => {
  const node = flow.nodes.find((one) => one.id === id);
  if (!node) return [];
  return [...node.next.map(({ to }) => to), ...(isHuman(node) ? (node.returns?.to ?? []) : [])];
};

function behind(flow: FlowDefinition, id: string): ReadonlySet<string> {
  const found = new Set<string>();
  const waiting = [...next(flow, id)];
  for (let at = waiting.pop(); at !== undefined; at = waiting.pop()) {
    if (found.has(at)) continue;
    found.add(at);
    waiting.push(...next(flow, at));
  }
  return found;
}

const owedNodes = (flow: FlowDefinition): readonly FlowNode[] =>
  flow.nodes.filter(({ subject }) => subject !== undefined && OWED.includes(subject));

describe.each(LEAVING_FLOWS.map((flow) => [flow.title, flow] as const))('law in %s', (_, flow) => {
  it('certificate, wages and both transfers are there', () => {
    expect(
      owedNodes(flow)
        .map(({ id }) => id)
        .sort(),
    ).toEqual([
      'archiveTransfer',
      'certificate',
      'certificateIssue',
      'insuranceTransfer',
      'settlement',
      'wages',
    ]);
  });

  it('none of them comes after the handover, a department, the interview or the employee’s yes to the settlement', () => {
    const own = owedNodes(flow).map(({ id }) => id);
    const others = flow.nodes.filter(({ id, kind }) => !own.includes(id) && kind !== 'waitUntil');
    const early = [
      'report',
      'summons',
      'answer',
      'union',
      'decision',
      'apply',
      'leader',
      'hrTerms',
      'agreement',
    ];
    const untilAgreed = [...early, 'employeeAgrees', 'companyAgrees', 'notice'];
    for (const { id } of others.filter((node) => !untilAgreed.includes(node.id))) {
      const held = own.filter((one) => behind(flow, id).has(one));
      // An objection brings a next proposal of the settlement, and nothing else waits for it.
      expect({ id, held }).toEqual({ id, held: id === 'settlementAnswer' ? ['settlement'] : [] });
    }
  });

  it('each opens straight from a date of the contract, and the wages hang on nothing but that', () => {
    const from = (id: string) => flow.nodes.filter((node) => next(flow, node.id).includes(id));
    const opensFrom = Object.fromEntries(
      ['certificate', 'wages', 'insuranceTransfer', 'archiveTransfer'].map((id) => [
        id,
        from(id).map((node) => node.kind === 'waitUntil' && node.until.base),
      ]),
    );
    expect(opensFrom).toEqual({
      certificate: ['contractEnd'],
      wages: ['contractEnd'],
      insuranceTransfer: ['lastDay'],
      archiveTransfer: ['lastDay'],
    });
    expect(from('settlement').map(({ id }) => id)).toEqual(['settlementLead', 'settlementAnswer']);
  });

  it('settlement, wages and certificate are due on the day on which the contract ends, and open before it', () => {
    for (const id of ['settlement', 'wages', 'certificateIssue']) {
      const node = flow.nodes.find((one) => one.id === id);
      expect(node && isHuman(node) && node.due).toEqual({
        base: 'contractEnd',
        offset: { amount: 0, unit: 'day', clock: 'natural' },
      });
    }
    const waits = flow.nodes.flatMap((node) =>
      node.kind === 'waitUntil' && node.until.base === 'contractEnd' ? [node.until.offset] : [],
    );
    expect(waits.map(({ amount, unit, clock }) => [amount, unit, clock])).toEqual([
      [-3, 'day', 'working'],
      [-1, 'day', 'working'],
    ]);
  });

  it('nobody may waive, refuse, return or let lapse any of them', () => {
    for (const node of owedNodes(flow).filter(isHuman)) {
      expect(
        node.actions.filter((action) => ['waive', 'reject', 'object', 'return'].includes(action)),
      ).toEqual([]);
      expect((node.escalation ?? []).filter((step) => step.do === 'continue')).toEqual([]);
      expect(node.when).toBeUndefined();
    }
  });

  it('every effect is one of the known ones, and none touches pay', () => {
    const rules = flow.nodes.flatMap((node) => [...(node.onOpen ?? []), ...(node.onClose ?? [])]);
    for (const rule of rules)
      expect(['notify', 'generateDocument', 'callProvider', 'freezeAccess', 'archive']).toContain(rule.do);
  });
});

it('the law holds for flows that a company makes too: one that puts a debt behind the handover is refused', () => {
  const holding: FlowDefinition = {
    ...NOTICE_FLOW,
    nodes: NOTICE_FLOW.nodes.map((node) =>
      node.id === 'leaderTakesNote' ? { ...node, next: [{ to: 'wages' }] } : node,
    ),
  };
  expect(lintFlow(holding)).toContainEqual(
    expect.objectContaining({ code: 'flow.statutory-behind-handover', node: 'wages' }),
  );
});

it('the only deductions are those that the law names', () => {
  const deductions = (Object.keys(LINE_TITLES) as LineKind[]).filter(isDeduction);
  expect(deductions).toEqual(['incomeTax', 'socialInsurance', 'housingFund', 'courtOrder']);
});

describe('words', () => {
  const folder = path.resolve(__dirname, '../../../domain/offboarding');
  const sources = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .map((file) => [file, readFileSync(path.join(folder, file), 'utf8')] as const);
  const WITHHOLDING =
    /暂停工资|停发|缓发|扣发|扣押|克扣|押金|保证金|违约金|暂缓(支付|出具|发放)|不予(支付|出具)|withhold[A-Z]|(hold|stop|suspend)Wages|deposit/;

  it('the search reads real files', () => {
    expect(sources.length).toBeGreaterThan(15);
    expect('暂停工资发放').toMatch(WITHHOLDING);
  });

  it.each(sources)('%s names no way to withhold anything', (_, text) => {
    expect(WITHHOLDING.exec(text)).toBeNull();
  });
});
