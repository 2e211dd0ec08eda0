import type { SettingsValue } from '@contract/company-values';
import { SETTING_WORDS } from '@domain/attendance/settings-words';
import { type CompanySettings, DEFAULT_SETTINGS } from '@domain/schedule/settings';
import { useCallback } from 'react';
import { Panel } from '@/ui/panel';
import { ChoiceField, DateField, SwitchField } from './fields';
import { ItemFrame } from './item-frame';
import { loadFromDesk } from './load-from-desk';
import { SettingsNumbers } from './settings-numbers';
import { problemAt } from './section-problems';
import { useEffectOf } from './use-effect-of';
import { useItem } from './use-item';

type Switched = {
  [Key in keyof CompanySettings]: CompanySettings[Key] extends boolean ? Key : never;
}[keyof CompanySettings];

/** Readings of the rules that are a yes or a no, in the order of the rules' sections. */
const READINGS: readonly Switched[] = [
  'makeUp',
  'flexFirst',
  'excludeGrace',
  'rosterGrace',
  'absenceInclusive',
  'leaveOutOfWorked',
];
const PLACES: readonly Switched[] = ['sharePlaces', 'showPlaceName'];
const ROSTERS: readonly Switched[] = ['editPastRosters', 'recomputeReports'];

const OVER_CAP = [
  ['void', '整条不适用'],
  ['partial', '限额内适用'],
] as const;

/** 基础设置: the master switches, and how the company reads what the rules leave open. */
export function SettingsEditor() {
  const load = useCallback(
    () =>
      loadFromDesk<SettingsValue>(
        ({ settingsFrom, branchesKeepRules, settings }) => ({
          effectiveFrom: settingsFrom,
          branchesKeepRules,
          settings,
        }),
        null,
        ({ mayEditCompany }) => mayEditCompany,
      ),
    [],
  );
  const item = useItem<SettingsValue>('settings', 'company', load);
  const { value } = item;
  const effect = useEffectOf(
    value === null || item.loaded?.mayEdit !== true ? null : { kind: 'settings', id: 'company', value },
  );
  return (
    <ItemFrame item={item} effect={effect}>
      {(company) => {
        const settings = { ...DEFAULT_SETTINGS, ...company.settings };
        const put = (change: Partial<CompanySettings>) =>
          item.write({ ...company, settings: { ...company.settings, ...change } });
        const switches = (names: readonly Switched[]) =>
          names.map((name) => (
            <SwitchField
              key={name}
              id={`setting-${name}`}
              label={SETTING_WORDS[name].chinese}
              sentence={SETTING_WORDS[name].sentence}
              on={settings[name]}
              onChange={(on) => put({ [name]: on })}
            />
          ));
        return (
          <>
            <Panel title="总开关">
              {switches(['absenceOn'])}
              <SwitchField
                id="setting-branches"
                label="分权"
                sentence="开启后，规则显示所属机构，各机构的人事只维护本机构的规则。"
                on={company.branchesKeepRules}
                onChange={(branchesKeepRules) => item.write({ ...company, branchesKeepRules })}
              />
              <DateField
                id="settings-from"
                label="生效日期"
                sentence="判定方式从这一天起改变；之前的日子仍按原来的方式。"
                problem={problemAt(effect, 'effectiveFrom')}
                value={company.effectiveFrom}
                onChange={(date) =>
                  item.write({ ...company, effectiveFrom: date as SettingsValue['effectiveFrom'] })
                }
              />
            </Panel>
            <Panel title="判定方式">
              <ChoiceField
                id="setting-shortfallAs"
                label={SETTING_WORDS.shortfallAs.chinese}
                sentence={SETTING_WORDS.shortfallAs.sentence}
                value={settings.shortfallAs}
                choices={[
                  ['early', '早退'],
                  ['late', '迟到'],
                ]}
                onChange={(shortfallAs) => put({ shortfallAs })}
              />
              <ChoiceField
                id="setting-overCapFixed"
                label={SETTING_WORDS.overCapFixed.chinese}
                sentence={SETTING_WORDS.overCapFixed.sentence}
                value={settings.overCapFixed}
                choices={OVER_CAP}
                onChange={(overCapFixed) => put({ overCapFixed })}
              />
              <ChoiceField
                id="setting-overCapElastic"
                label={SETTING_WORDS.overCapElastic.chinese}
                sentence={SETTING_WORDS.overCapElastic.sentence}
                value={settings.overCapElastic}
                choices={OVER_CAP}
                onChange={(overCapElastic) => put({ overCapElastic })}
              />
              <ChoiceField
                id="setting-lookback"
                label={SETTING_WORDS.lookback.chinese}
                sentence={SETTING_WORDS.lookback.sentence}
                value={settings.lookback}
                choices={[
                  ['previousWorkday', '上一个上班日'],
                  ['previousCalendarDay', '昨天'],
                ]}
                onChange={(lookback) => put({ lookback })}
              />
              {switches(READINGS)}
            </Panel>
            <SettingsNumbers
              settings={settings}
              problem={(field) => problemAt(effect, `settings.${field}`)}
              onChange={put}
            />
            <Panel title="地点">{switches(PLACES)}</Panel>
            <Panel title="排班">{switches(ROSTERS)}</Panel>
          </>
        );
      }}
    </ItemFrame>
  );
}
