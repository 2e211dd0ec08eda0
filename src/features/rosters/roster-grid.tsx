import { Text, View } from '@tarojs/components';
import Taro from '@tarojs/taro';
import type { RosterDesk } from '@contract/contract';
import type { RosterMark } from '@domain/schedule/roster-cells';
import { UNPLANNED } from '@domain/schedule/roster-cells';
import { useRef } from 'react';
import { markName } from '@/wording/rosters';
import { type Grid, letterOf } from './roster-plans';
import type { Dragged } from './use-painting';
import './roster.scss';

interface RosterGridProps {
  readonly grid: Grid;
  readonly days: RosterDesk['days'];
  /** Not there yet on the server. */
  readonly isUnsent: (employmentId: string, date: string) => boolean;
  readonly onCell: (employmentId: string, date: string) => void;
  readonly onDrag: (employmentId: string, dragged: Dragged) => void;
  readonly onDay: (date: string) => void;
  readonly onPerson: (employmentId: string) => void;
}

interface TouchLike {
  readonly touches: readonly unknown[];
}

const xOf = ({ touches: [touch] }: TouchLike): number | null =>
  (touch as { clientX?: number } | undefined)?.clientX ?? null;

/** A finger that moves less has only tapped. */
const DRAG_PX = 10;

/** People down, days across. Letters and colours say the same; a blocked cell is hatched. */
export function RosterGrid({ grid, days, isUnsent, onCell, onDrag, onDay, onPerson }: RosterGridProps) {
  const { desk } = grid;
  const strip = useRef<{ readonly left: number; readonly width: number } | null>(null);
  const finger = useRef<{ readonly x: number; at: number | null } | null>(null);
  const drags = useRef(0);
  const measure = () =>
    Taro.nextTick(() => {
      const query = Taro.createSelectorQuery();
      query.select('#roster-head-days').boundingClientRect();
      query.exec(([found]: readonly ({ left?: number; width?: number } | null)[]) => {
        if (found?.width) strip.current = { left: found.left ?? 0, width: found.width };
      });
    });
  const columnOf = (x: number): number =>
    strip.current === null ? 0 : Math.floor(((x - strip.current.left) / strip.current.width) * days.length);
  const begin = (event: TouchLike) => {
    measure();
    const x = xOf(event);
    finger.current = x === null ? null : { x, at: null };
    drags.current += 1;
  };
  const move = (employmentId: string, event: TouchLike) => {
    const x = xOf(event);
    if (finger.current === null || x === null || strip.current === null) return;
    if (finger.current.at === null && Math.abs(x - finger.current.x) < DRAG_PX) return;
    const column = columnOf(x);
    if (column === finger.current.at) return;
    finger.current.at = column;
    onDrag(employmentId, { from: columnOf(finger.current.x), to: column, drag: drags.current });
  };
  return (
    <View id="roster-grid" className="roster__grid">
      <View className="roster__row roster__row--head">
        <View className="roster__who" />
        <View id="roster-head-days" className="roster__days">
          {days.map((day) => (
            <View
              key={day.date}
              id={`day-${day.date}`}
              className={`roster__day${day.off ? ' roster__day--off' : ''}${day.date === desk.today ? ' roster__day--today' : ''}`}
              onClick={() => onDay(day.date)}
            >
              <Text className="roster__weekday">{day.holidayName === null ? day.weekday : '节'}</Text>
              <Text>{String(Number(day.date.slice(8)))}</Text>
            </View>
          ))}
        </View>
      </View>
      {desk.people.map((row) => (
        <View key={row.employmentId} className="roster__row">
          <View
            id={`who-${row.employmentId}`}
            className="roster__who"
            hoverClass="roster__who--pressed"
            onClick={() => onPerson(row.employmentId)}
          >
            <Text className="roster__name">{row.name}</Text>
          </View>
          <View
            id={`row-${row.employmentId}`}
            className="roster__days"
            onTouchStart={(event) => begin(event as unknown as TouchLike)}
            onTouchMove={(event) => move(row.employmentId, event as unknown as TouchLike)}
          >
            {days.map(({ date }) => {
              const mark = grid.markOf(row.employmentId, date);
              const blocked = letterOf(desk, row, date) !== 'o';
              const waits = isUnsent(row.employmentId, date);
              const picked = row.chosen[date];
              return (
                <View
                  key={date}
                  id={`cell-${row.employmentId}-${date}`}
                  className={`roster__cell ${lookOf(desk, mark)}${blocked ? ' roster__cell--blocked' : ''}${waits ? ' roster__cell--unsent' : ''}`}
                  onClick={() => onCell(row.employmentId, date)}
                >
                  {mark === UNPLANNED && picked !== undefined
                    ? `选${shortOf(desk, picked)}`
                    : shortOf(desk, mark)}
                </View>
              );
            })}
          </View>
        </View>
      ))}
    </View>
  );
}

const shortOf = ({ shifts }: RosterDesk, mark: RosterMark): string => {
  if (mark === null) return '休';
  if (mark === UNPLANNED) return '';
  return shifts.find(({ id }) => id === mark)?.short ?? markName(shifts, mark).slice(0, 1);
};

const lookOf = ({ shifts }: RosterDesk, mark: RosterMark): string => {
  if (mark === null) return 'roster--rest';
  if (mark === UNPLANNED) return 'roster--empty';
  return `roster--hue-${shifts.find(({ id }) => id === mark)?.hue ?? 0}`;
};
