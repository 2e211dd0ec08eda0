import { Text, View } from '@tarojs/components';
import { Button } from '@/ui/button';
import { Icon } from '@/ui/icon';
import { Notice } from '@/ui/notice';
import { Sheet } from '@/ui/sheet';
import { StatusMark } from '@/ui/status-mark';
import { dayText, dayWithWeekday } from '@/wording/times';
import { BoardNotices, SavedLine } from './board-notices';
import { CycleSheet } from './cycle-sheet';
import { HistorySheet } from './history-sheet';
import { Palette } from './palette';
import { PastSheet } from './past-sheet';
import { type BoardState, keyOf, type RosterBoard } from './roster-board';
import { RosterGrid } from './roster-grid';
import { cellKey, type Grid } from './roster-plans';
import { RowSheet } from './row-sheet';
import { usePainting } from './use-painting';
import { useWeeksOneByOne, useWide } from './weeks-shown';
import './roster.scss';

interface PaintDeskProps {
  readonly grid: Grid;
  readonly state: BoardState;
  readonly board: RosterBoard;
  readonly more: (after: string) => Promise<void>;
}

/** The grid with its brushes above and what is not kept yet below. */
export function PaintDesk({ grid, state, board, more }: PaintDeskProps) {
  const { desk } = grid;
  const painting = usePainting(grid, board);
  const { weeks, week, brush, copying, said } = painting;
  const wide = useWide();
  const shown = useWeeksOneByOne(weeks.length);
  const days = wide ? weeks.slice(0, shown).flat() : (weeks[week] ?? []);
  const unsent = new Set(
    [...state.waiting, ...state.past, ...(state.sending?.changes ?? [])].map((change) => keyOf(change)),
  );
  return (
    <View>
      {desk.mayEdit && (
        <Palette within="brush" shifts={desk.shifts} chosen={brush} onChoose={painting.setBrush} />
      )}
      {!wide && (
        <WeekTurn weeks={weeks.length} week={week} text={weekText(weeks[week])} onTurn={painting.setWeek} />
      )}
      {copying !== null && (
        <Notice
          id="roster-copying"
          mark={<StatusMark tone="info" />}
          text={`点其他人的名字，把${nameOf(grid, copying.employmentId)}${copying.what}的排班贴过去`}
        >
          <Button id="roster-copied" look="compact" onTap={painting.putCopyAway}>
            贴好了
          </Button>
        </Notice>
      )}
      <RosterGrid
        grid={grid}
        days={days}
        isUnsent={(employmentId, date) => unsent.has(cellKey(employmentId, date))}
        onCell={painting.tapCell}
        onDrag={(employmentId, dragged) =>
          painting.drag(
            employmentId,
            days.map(({ date }) => date),
            dragged,
          )
        }
        onDay={painting.tapDay}
        onPerson={painting.tapPerson}
      />
      {desk.next !== null && (
        <Button id="roster-more" look="plain" onTap={() => void more(desk.next as string)}>
          显示更多员工
        </Button>
      )}
      {said !== null && (
        <Notice id="roster-said" mark={<StatusMark tone="info" />} text={said}>
          <Button look="text" onTap={painting.hush}>
            知道了
          </Button>
        </Notice>
      )}
      <BoardNotices desk={desk} board={board} state={state} />
      {desk.mayEdit && (
        <View className="roster__bar">
          <SavedLine board={board} state={state} />
          <View className="roster__buttons">
            {state.past.length > 0 && (
              <Button id="roster-past-look" look="compact" onTap={() => painting.setOver({ kind: 'past' })}>
                {`${state.past.length} 格已过去，看影响再保存`}
              </Button>
            )}
            <Button
              id="roster-undo"
              look="text"
              asleep={state.strokes.length === 0}
              onTap={() => board.undo()}
            >
              撤销
            </Button>
          </View>
        </View>
      )}
      <OverGrid grid={grid} state={state} board={board} painting={painting} />
    </View>
  );
}

const nameOf = ({ desk }: Grid, id: string): string =>
  desk.people.find(({ employmentId }) => employmentId === id)?.name ?? '';

const weekText = (days: Grid['desk']['days'] | undefined): string =>
  `${dayText(days?.[0]?.date ?? '')}–${dayText(days?.at(-1)?.date ?? '')}`;

interface WeekTurnProps {
  readonly weeks: number;
  readonly week: number;
  readonly text: string;
  readonly onTurn: (week: number) => void;
}

const WeekTurn = ({ weeks, week, text, onTurn }: WeekTurnProps) => (
  <View className="roster__turn">
    <Button id="week-previous" look="text" asleep={week === 0} onTap={() => onTurn(week - 1)}>
      <Icon name="back" />
    </Button>
    <Text id="week-text">{text}</Text>
    <Button id="week-next" look="text" asleep={week >= weeks - 1} onTap={() => onTurn(week + 1)}>
      <Icon name="next" />
    </Button>
  </View>
);

interface OverGridProps extends Omit<PaintDeskProps, 'more'> {
  readonly painting: ReturnType<typeof usePainting>;
}

/** The sheet that is open over the grid, if any. */
function OverGrid({ grid, state, board, painting }: OverGridProps) {
  const { desk } = grid;
  const { over, setOver } = painting;
  const close = () => setOver(null);
  if (over === null) return null;
  if (over.kind === 'past')
    return (
      <PastSheet
        changes={[...state.past]}
        onKeep={() => {
          close();
          void board.keepPast();
        }}
        onDrop={() => {
          close();
          board.dropPast();
        }}
        onClose={close}
      />
    );
  const { employmentId } = over;
  const name = nameOf(grid, employmentId);
  switch (over.kind) {
    case 'cell':
      return (
        <Sheet id="roster-cell" title={`${name} · ${dayWithWeekday(over.date)}`} onClose={close}>
          <Palette
            within="cell"
            shifts={desk.shifts}
            chosen={grid.markOf(employmentId, over.date)}
            onChoose={(mark) => mark !== undefined && painting.setCell(employmentId, over.date, mark)}
          />
        </Sheet>
      );
    case 'row':
      return (
        <RowSheet
          name={name}
          weekText={weekText(painting.weeks[painting.week])}
          mayEdit={desk.mayEdit}
          onWish={(wish) => painting.doWish(employmentId, wish)}
          onClose={close}
        />
      );
    case 'cycle':
      return (
        <CycleSheet
          name={name}
          desk={desk}
          from={firstOpen(grid, employmentId)}
          onLay={(cycle, from) => painting.layCycle(employmentId, cycle, from)}
          onClose={close}
        />
      );
    case 'history':
      return (
        <HistorySheet
          month={desk.month}
          title={`${name} · 排班历史`}
          employmentIds={[employmentId]}
          onClose={close}
        />
      );
  }
}

/** A cycle begins on the first day that can be planned. */
const firstOpen = ({ desk }: Grid, employmentId: string): string => {
  const open = desk.people.find((row) => row.employmentId === employmentId)?.open ?? '';
  return desk.days[Math.max(0, open.indexOf('o'))]?.date ?? '';
};
