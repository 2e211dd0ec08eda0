import type { FlowNode } from '@domain/approval/flow';
import { mayView } from '@domain/approval/may-view';
import { contextAt, flowOf, Stage, TUESDAY } from './cast';

const { directory } = contextAt(TUESDAY);
const stage = new Stage(flowOf('leaving')).start().finish('leader').finish('hr');
const sees = (node: FlowNode, id: string) =>
  stage.state !== null && mayView(stage.state, node, id, directory);

describe('who may see a step', () => {
  it('the exit interview is for whoever answers it and for HR, not for the leader', () => {
    const interview = stage.node('interview');
    expect(['wang', 'he', 'li', 'xu', 'ivan'].filter((id) => sees(interview, id))).toEqual(['wang', 'he']);
  });

  it('other steps are for everyone who has a part in the case, and for no stranger', () => {
    const leader = stage.node('leader');
    expect(['wang', 'he', 'li', 'ivan', 'hana', 'nobody'].filter((id) => sees(leader, id))).toEqual([
      'wang',
      'he',
      'li',
      'ivan',
    ]);
  });
});
