import type { RuleDesk } from '@contract/contract';
import { useState } from 'react';
import { ask } from '@/cloud/ask';
import type { Trouble } from '@/cloud/outcome';
import { newId } from '@/phone/new-id';
import { Button } from '@/ui/button';
import { Sheet } from '@/ui/sheet';
import { troubleSentence } from '@/wording/troubles';
import { SwitchField } from './fields';
import { RadiusField } from './radius-field';

interface BatchRadiusProps {
  readonly desk: RuleDesk;
  readonly places: RuleDesk['places'];
  readonly onSaved: () => void;
}

/** 批量设置范围: one radius for every place that is ticked, kept as drafts. What cannot be kept is named; the rest is. */
export function BatchRadius({ desk, places, onSaved }: BatchRadiusProps) {
  const [open, setOpen] = useState(false);
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const ticked = places.filter(({ id }) => !left.has(id));
  const [meters, setMeters] = useState<number | null>(300);
  const [problem, setProblem] = useState<string | undefined>();
  const [done, setDone] = useState<number | null>(null);
  const saveAll = async () => {
    setProblem(undefined);
    for (const [at, place] of ticked.entries()) {
      setDone(at);
      const trouble = await saveRadius(desk, place, meters);
      if (trouble !== null) {
        setDone(null);
        return setProblem(`${place.name}：${troubleSentence(trouble).text}`);
      }
    }
    setDone(null);
    setOpen(false);
    onSaved();
  };
  return (
    <>
      <Button id="batch-radius" look="compact" onTap={() => setOpen(true)}>
        批量设置范围
      </Button>
      {open && (
        <Sheet id="batch" title={`给 ${ticked.length} 个地点设同一范围`} onClose={() => setOpen(false)}>
          {places.map(({ id, name, radiusMeters }) => (
            <SwitchField
              key={id}
              id={`batch-${id}`}
              label={name}
              sentence={radiusMeters === null ? '现在不限范围' : `现在 ${radiusMeters} 米`}
              on={!left.has(id)}
              onChange={(on) => {
                const next = new Set(left);
                if (on) next.delete(id);
                else next.add(id);
                setLeft(next);
              }}
            />
          ))}
          <RadiusField id="batch-meters" meters={meters} problem={problem} onChange={setMeters} />
          <Button
            id="batch-save"
            look="primary"
            asleep={done !== null || ticked.length === 0}
            onTap={() => void saveAll()}
          >
            {done === null ? '保存为草稿' : `正在保存 ${done + 1} / ${ticked.length}`}
          </Button>
        </Sheet>
      )}
    </>
  );
}

async function saveRadius(
  { items }: RuleDesk,
  { id, ...value }: RuleDesk['places'][number],
  radiusMeters: number | null,
): Promise<Trouble | null> {
  if (value.radiusMeters === radiusMeters) return null;
  const outcome = await ask('rules.save', {
    commandId: newId(),
    seenRevision: items.find((item) => item.kind === 'place' && item.id === id)?.revision ?? 0,
    item: { kind: 'place', id, value: { ...value, radiusMeters } },
    conflicts: { answer: 'ask' },
  });
  return outcome.kind === 'done' ? null : outcome;
}
