import { Text, View } from '@tarojs/components';
import type { RosterDesk } from '@contract/contract';
import type { RosterMark } from '@domain/schedule/roster-cells';
import { UNPLANNED } from '@domain/schedule/roster-cells';
import { useState } from 'react';
import { Button } from '@/ui/button';
import { Sheet } from '@/ui/sheet';
import { dayWithWeekday } from '@/wording/times';
import { markName } from '@/wording/rosters';
import { Palette } from './palette';
import './roster.scss';

interface CycleSheetProps {
  readonly name: string;
  readonly desk: RosterDesk;
  /** The first day it may begin on. */
  readonly from: string;
  readonly onLay: (cycle: readonly RosterMark[], from: string) => void;
  readonly onClose: () => void;
}

const MOST_STEPS = 14;

/** 循环排班: a pattern put together from chips, repeated from a day to the end of the month. */
export function CycleSheet({ name, desk, from, onLay, onClose }: CycleSheetProps) {
  const [cycle, setCycle] = useState<readonly RosterMark[]>([]);
  const [begin, setBegin] = useState(from);
  const first = desk.shifts[0]?.id;
  const presets: readonly (readonly [string, string, readonly RosterMark[]])[] =
    first === undefined
      ? []
      : [
          ['two', '做二休二', [first, first, null, null]],
          ['six', '做六休一', [first, first, first, first, first, first, null]],
          [
            'round',
            '各班轮一遍再休一天',
            [...desk.shifts.slice(0, MOST_STEPS - 1).map(({ id }) => id), null],
          ],
        ];
  const dates = desk.days.map(({ date }) => date);
  const at = dates.indexOf(begin);
  const add = (mark: RosterMark | undefined) => {
    if (mark !== undefined && mark !== UNPLANNED && cycle.length < MOST_STEPS) setCycle([...cycle, mark]);
  };
  return (
    <Sheet id="roster-cycle" title={`${name} · 循环排班`} onClose={onClose}>
      <View className="roster__buttons">
        {presets.map(([id, word, marks]) => (
          <Button key={id} id={`cycle-${id}`} look="compact" onTap={() => setCycle(marks)}>
            {word}
          </Button>
        ))}
      </View>
      <Text className="roster__quiet">或者依次点班次，点一个加一天：</Text>
      <Palette within="cycle-add" shifts={desk.shifts} chosen={undefined} onChoose={add} />
      <View id="cycle-steps" className="roster__cycle">
        {cycle.map((mark, place) => (
          <View
            key={place}
            id={`cycle-step-${place}`}
            className={`roster__step ${mark === null ? 'roster--rest' : `roster--hue-${desk.shifts.find(({ id }) => id === mark)?.hue ?? 0}`}`}
            onClick={() => setCycle(cycle.filter((_, i) => i !== place))}
          >
            <Text>{mark === null ? '休' : (desk.shifts.find(({ id }) => id === mark)?.short ?? '')}</Text>
          </View>
        ))}
      </View>
      <View className="roster__turn">
        <Button
          id="cycle-earlier"
          look="text"
          asleep={at <= 0}
          onTap={() => setBegin(dates[at - 1] ?? begin)}
        >
          早一天
        </Button>
        <Text id="cycle-from">{`从 ${dayWithWeekday(begin)} 起`}</Text>
        <Button
          id="cycle-later"
          look="text"
          asleep={at >= dates.length - 1}
          onTap={() => setBegin(dates[at + 1] ?? begin)}
        >
          晚一天
        </Button>
      </View>
      <Button id="cycle-lay" look="primary" asleep={cycle.length === 0} onTap={() => onLay(cycle, begin)}>
        {cycle.length === 0
          ? '先选一个循环'
          : `${cycle.length} 天一轮，排到月底（第一天${markName(desk.shifts, cycle[0] ?? null)}）`}
      </Button>
    </Sheet>
  );
}
