import type { FlowDefinition } from '@domain/approval/flow';
import { publishFlow } from '@domain/approval/publish-flow';
import { draftOf, sha256 } from './cast';
import { changed, node } from './flawed';

const signing = draftOf('signing');

describe('a published version', () => {
  const version = publishFlow(signing, sha256);
  if (!version.ok) throw new Error('signing cannot be published');

  it('has a digest that any change of the draft changes', () => {
    const other = publishFlow({ ...signing, title: '另一个' }, sha256);
    expect(other.ok && other.value.digest).not.toBe(version.value.digest);
  });

  it('has the same digest however its properties are ordered or left out', () => {
    const shuffled = Object.fromEntries(Object.entries(signing).reverse()) as unknown as FlowDefinition;
    const spelt = changed(shuffled, 'seen', node({ when: undefined }));
    const again = publishFlow(spelt, sha256);
    expect(again.ok && again.value.digest).toBe(version.value.digest);
  });

  it('cannot be changed, not even through the draft', () => {
    const draft = JSON.parse(JSON.stringify(signing)) as { title: string };
    const made = publishFlow(draft as unknown as FlowDefinition, sha256);
    if (!made.ok) throw new Error('not published');
    draft.title = 'changed';
    expect(made.value.definition.title).toBe('双方签字');
    expect(() => ((made.value.definition as { title: string }).title = 'x')).toThrow(TypeError);
    expect(() => ((made.value.definition.nodes[0] as { title: string }).title = 'x')).toThrow(TypeError);
  });
});
