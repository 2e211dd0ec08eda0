import { lintFlow } from '@domain/approval/lint-flow';
import { publishFlow } from '@domain/approval/publish-flow';
import { AGREEMENT_FLOW, REMOTE_FLOW } from '@domain/offboarding/flows/agreement';
import { flowForRoute, LEAVING_FLOWS } from '@domain/offboarding/flows/leaving-flows';
import { NOTICE_FLOW, PROBATION_FLOW } from '@domain/offboarding/flows/notice';
import { sha256 } from '../evidence/sha256';

describe.each(LEAVING_FLOWS.map((flow) => [flow.title, flow] as const))('%s', (_, flow) => {
  it('can be published', () => {
    expect(lintFlow(flow)).toEqual([]);
    expect(publishFlow(flow, sha256).ok).toBe(true);
  });

  it('is data: nothing is lost when it is stored', () => {
    expect(JSON.parse(JSON.stringify(flow))).toEqual(flow);
  });
});

it.each([
  ['notice', false, NOTICE_FLOW],
  ['notice', true, NOTICE_FLOW],
  ['probation', false, PROBATION_FLOW],
  ['agreement', false, AGREEMENT_FLOW],
  ['agreement', true, REMOTE_FLOW],
] as const)('the route %s (remote: %p) leads to its flow', (route, isRemote, flow) => {
  expect(flowForRoute(route, isRemote)).toBe(flow);
});
