import { Text, View } from '@tarojs/components';
import type { RosterDesk } from '@contract/contract';
import { UNPLANNED } from '@domain/schedule/roster-cells';
import type { Brush } from './roster-plans';
import './roster.scss';

interface PaletteProps {
  /** Before the ids of its chips. */
  readonly within: string;
  readonly shifts: RosterDesk['shifts'];
  readonly chosen: Brush;
  /** Tapped again, the chip is put down. */
  readonly onChoose: (brush: Brush) => void;
}

/** The shifts as chips, with rest and clearing: what a tap or a drag over the grid then paints. */
export function Palette({ within, shifts, chosen, onChoose }: PaletteProps) {
  const chip = (id: string, brush: Brush, name: string, more: string, look: string) => (
    <View
      key={id}
      id={`${within}-${id}`}
      className={`roster__chip ${look}${chosen === brush ? ' roster__chip--chosen' : ''}`}
      onClick={() => onChoose(chosen === brush ? undefined : brush)}
    >
      <Text>{name}</Text>
      {more !== '' && <Text className="roster__times">{more}</Text>}
    </View>
  );
  return (
    <View id={within} className="roster__palette">
      {shifts.map(({ id, name, short, timeText, hue }) =>
        chip(id, id, short === name ? name : `${name}（${short}）`, timeText, `roster--hue-${hue}`),
      )}
      {chip('rest', null, '休息（休）', '', 'roster--rest')}
      {chip('clear', UNPLANNED, '清空', '', 'roster--empty')}
    </View>
  );
}
