import { SETTING_WORDS } from '@domain/attendance/settings-words';
import type { CompanySettings } from '@domain/schedule/settings';
import { clockText } from '@domain/time/work-minute';
import { Panel } from '@/ui/panel';
import { Clock, Field, SwitchField } from './fields';
import { MinutesField } from './minutes-field';
import { NumberField } from './number-field';

interface SettingsNumbersProps {
  readonly settings: CompanySettings;
  readonly problem: (field: keyof CompanySettings) => string | undefined;
  readonly onChange: (change: Partial<CompanySettings>) => void;
}

const START = 540;
const END = 1080;

/** Readings that are numbers or times of the day. */
export function SettingsNumbers({ settings, problem, onChange }: SettingsNumbersProps) {
  const { nightWindow: night, opensBeforeMinutes, closesAfterMinutes, maxPunchesPerDay } = settings;
  const words = (
    field: 'nightWindow' | 'opensBeforeMinutes' | 'closesAfterMinutes' | 'maxPunchesPerDay',
  ) => ({
    id: `setting-${field}`,
    label: SETTING_WORDS[field].chinese,
    sentence: SETTING_WORDS[field].sentence,
    problem: problem(field),
  });
  return (
    <Panel title="时段与次数">
      <MinutesField
        {...words('opensBeforeMinutes')}
        example={`09:00 上班，最早 ${clockText(START - opensBeforeMinutes)} 打上班卡`}
        minutes={opensBeforeMinutes}
        onChange={(next) => onChange({ opensBeforeMinutes: next })}
      />
      <MinutesField
        {...words('closesAfterMinutes')}
        example={`18:00 下班，${clockText(END + closesAfterMinutes)} 以前都可以打下班卡`}
        minutes={closesAfterMinutes}
        onChange={(next) => onChange({ closesAfterMinutes: next })}
      />
      <NumberField
        {...words('maxPunchesPerDay')}
        value={maxPunchesPerDay}
        onChange={(next) => onChange({ maxPunchesPerDay: next })}
      />
      <SwitchField
        {...words('nightWindow')}
        on={night !== null}
        onChange={(on) => onChange({ nightWindow: on ? { from: 1320, to: 1800 } : null })}
      />
      {night !== null && (
        <Field id="setting-night" label="从—到">
          <Clock
            id="setting-night-from"
            minute={night.from}
            onChange={(from) => onChange({ nightWindow: { ...night, from } })}
          />
          <Clock
            id="setting-night-to"
            minute={night.to}
            onChange={(to) => onChange({ nightWindow: { ...night, to } })}
          />
        </Field>
      )}
    </Panel>
  );
}
