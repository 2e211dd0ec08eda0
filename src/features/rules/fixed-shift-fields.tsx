import { View } from '@tarojs/components';
import type { ShiftValue } from '@contract/rule-values';
import { MAX_SEGMENTS, type Segment } from '@domain/schedule/shift';
import { Button } from '@/ui/button';
import { Panel } from '@/ui/panel';
import { Clock, Field, SwitchField } from './fields';

type FixedValue = Extract<ShiftValue, { kind: 'fixed' }>;

interface FixedShiftFieldsProps {
  readonly shift: FixedValue;
  readonly problem: (field: string) => string | undefined;
  readonly write: (shift: ShiftValue) => void;
}

/** Up to four stretches of work; every card may have a window in which it is made. */
export function FixedShiftFields({ shift, problem, write }: FixedShiftFieldsProps) {
  const { segments } = shift;
  const put = (next: readonly Segment[]) => write({ ...shift, segments: next });
  const putOne = (at: number, change: Partial<Segment>) =>
    put(segments.map((segment, i) => (i === at ? { ...segment, ...change } : segment)));
  const windowed = segments.some(
    ({ inWindow, outWindow }) => inWindow !== undefined || outWindow !== undefined,
  );
  return (
    <>
      {segments.map((segment, at) => (
        <Panel key={at} title={segments.length === 1 ? '上下班时间' : `时段 ${at + 1}`}>
          <Field id={`segment-${at}-in`} label="上班" problem={problem(`segments[${at}].in`)}>
            <Clock
              id={`segment-${at}-in`}
              minute={segment.in}
              onChange={(minute) => putOne(at, { in: minute })}
            />
          </Field>
          <Field id={`segment-${at}-out`} label="下班" problem={problem(`segments[${at}].out`)}>
            <Clock
              id={`segment-${at}-out`}
              minute={segment.out}
              onChange={(minute) => putOne(at, { out: minute })}
            />
          </Field>
          <SwitchField
            id={`segment-${at}-free-in`}
            label="免签到"
            sentence="这一段不需要上班卡。"
            on={segment.freeIn === true}
            onChange={(freeIn) => putOne(at, { freeIn })}
          />
          <SwitchField
            id={`segment-${at}-free-out`}
            label="免签退"
            sentence="这一段不需要下班卡。"
            on={segment.freeOut === true}
            onChange={(freeOut) => putOne(at, { freeOut })}
          />
          {windowed && <Windows at={at} segment={segment} problem={problem} onChange={putOne} />}
          {segments.length > 1 && (
            <Button
              id={`segment-${at}-drop`}
              look="text"
              onTap={() => put(segments.filter((_, i) => i !== at))}
            >
              去掉这个时段
            </Button>
          )}
        </Panel>
      ))}
      <Panel>
        <SwitchField
          id="shift-windows"
          label="限定打卡时段"
          sentence="开启后，每张卡只认自己时段内的打卡；关闭时按上下班时间的中点划分。"
          problem={problem('segments')}
          on={windowed}
          onChange={(on) =>
            put(segments.map((segment) => (on ? withWindows(segment) : withoutWindows(segment))))
          }
        />
        {segments.length < MAX_SEGMENTS && (
          <View className="field__add">
            <Button
              id="segment-add"
              look="compact"
              onTap={() => put([...segments, nextSegment(segments, windowed)])}
            >
              加一个时段
            </Button>
          </View>
        )}
      </Panel>
    </>
  );
}

interface WindowsProps {
  readonly at: number;
  readonly segment: Segment;
  readonly problem: (field: string) => string | undefined;
  readonly onChange: (at: number, change: Partial<Segment>) => void;
}

const Windows = ({ at, segment, problem, onChange }: WindowsProps) => (
  <>
    {(
      [
        ['inWindow', '签到时段', segment.freeIn],
        ['outWindow', '签退时段', segment.freeOut],
      ] as const
    ).map(([field, label, free]) => {
      const window = segment[field];
      if (free === true || window === undefined) return null;
      return (
        <Field
          key={field}
          id={`segment-${at}-${field}`}
          label={label}
          problem={problem(`segments[${at}].${field}`)}
        >
          <Clock
            id={`segment-${at}-${field}-from`}
            minute={window.from}
            onChange={(from) => onChange(at, { [field]: { ...window, from } })}
          />
          <Clock
            id={`segment-${at}-${field}-to`}
            minute={window.to}
            onChange={(to) => onChange(at, { [field]: { ...window, to } })}
          />
        </Field>
      );
    })}
  </>
);

const HALF = 2;

/** Windows that touch in the middle of the stretch, and reach two hours out of it. */
function withWindows(segment: Segment): Segment {
  const middle = Math.floor((segment.in + segment.out) / HALF);
  return {
    ...segment,
    inWindow: { from: Math.max(0, segment.in - 120), to: middle - 1 },
    outWindow: { from: middle, to: segment.out + 120 },
  };
}

const withoutWindows = ({ inWindow: _in, outWindow: _out, ...segment }: Segment): Segment => segment;

/** An hour after the last one, for three hours. */
function nextSegment(segments: readonly Segment[], windowed: boolean): Segment {
  const start = (segments.at(-1)?.out ?? 480) + 60;
  const segment = { in: start, out: start + 180 };
  return windowed ? withWindows(segment) : segment;
}
