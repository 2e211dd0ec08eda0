import { Text, View } from '@tarojs/components';
import type { ScopeEntry } from '@domain/schedule/scope';
import { scopeKey } from '@domain/schedule/scope';
import type { LocalDate } from '@domain/time/local-date';
import { useState } from 'react';
import { PeoplePicker } from '@/features/people-picker/people-picker';
import { Button } from '@/ui/button';
import { Icon } from '@/ui/icon';
import { Panel } from '@/ui/panel';
import { Choices, DateField } from './fields';
import type { SectionProps } from './rule-editor';
import { ScopeAdding } from './scope-adding';
import './scope-section.scss';

const KINDS: Readonly<Record<ScopeEntry['type'], string>> = {
  person: '人员',
  department: '部门',
  post: '岗位',
  tag: '标签',
  everyone: '全体',
};

/** 适用范围: departments, posts, tags and people; a person may be named for some ranges of days only. */
export function ScopeSection({ value, loaded, problem, write }: SectionProps) {
  const [picking, setPicking] = useState(false);
  /** Names of people who were picked just now. */
  const [picked, setPicked] = useState<Readonly<Record<string, string>>>({});
  const { scope } = value;
  const { departments } = loaded.desk;
  const nameOf = (entry: ScopeEntry): string =>
    entry.type === 'everyone'
      ? '全体员工'
      : (picked[scopeKey(entry)] ??
        loaded.names[scopeKey(entry)] ??
        [...departments, ...loaded.desk.posts].find(({ id }) => id === entry.id)?.name ??
        entry.id);
  const add = (entry: ScopeEntry) => {
    if (!scope.some((one) => scopeKey(one) === scopeKey(entry))) write({ scope: [...scope, entry] });
  };
  const put = (at: number, entry: ScopeEntry | null) =>
    write({ scope: scope.flatMap((one, i) => (i !== at ? [one] : entry === null ? [] : [entry])) });
  return (
    <Panel title="适用范围">
      <Text className="field__sentence">
        人员优先于部门，下级部门优先于上级，部门优先于岗位和标签。同一个对象只能在一条规则里，保存时会列出冲突。
      </Text>
      {problem('scope') !== undefined && (
        <Text id="scope-problem" className="field__problem">
          {problem('scope')}
        </Text>
      )}
      {scope.length === 0 && (
        <Text id="scope-empty" className="field__sentence">
          还没有人。先加一个部门，或加几位员工。
        </Text>
      )}
      {scope.map((entry, at) => (
        <Entry
          key={scopeKey(entry)}
          at={at}
          entry={entry}
          name={nameOf(entry)}
          today={loaded.desk.today}
          onChange={(next) => put(at, next)}
        />
      ))}
      <ScopeAdding scope={scope} desk={loaded.desk} onAdd={add} onPickPeople={() => setPicking(true)} />
      {picking && (
        <PeoplePicker
          title="把谁加进这条规则"
          onClose={() => setPicking(false)}
          onPick={({ employmentId, name }) => {
            const entry = { type: 'person', id: employmentId } as const;
            setPicked({ ...picked, [scopeKey(entry)]: name });
            add(entry);
            setPicking(false);
          }}
        />
      )}
    </Panel>
  );
}

interface EntryProps {
  readonly at: number;
  readonly entry: ScopeEntry;
  readonly name: string;
  readonly today: LocalDate;
  /** null takes it out. */
  readonly onChange: (entry: ScopeEntry | null) => void;
}

const DEPTHS = [
  ['below', '含下级'],
  ['itself', '仅本部门'],
] as const;

const DATED = [
  ['always', '一直'],
  ['dated', '有效期'],
] as const;

function Entry({ at, entry, name, today, onChange }: EntryProps) {
  const ranges = entry.type === 'person' ? (entry.ranges ?? []) : [];
  const change = (next: typeof ranges) => {
    if (entry.type === 'person') onChange({ ...entry, ranges: next });
  };
  return (
    <View id={`scope-${at}`} className="scope__entry">
      <View className="scope__head">
        <View className="scope__who">
          <Text className="scope__name">{name}</Text>
          <Text className="field__sentence">{KINDS[entry.type]}</Text>
        </View>
        {entry.type === 'department' && (
          <Choices
            id={`scope-${at}`}
            value={entry.onlyItself === true ? 'itself' : 'below'}
            choices={DEPTHS}
            onChange={(depth) => onChange({ ...entry, onlyItself: depth === 'itself' })}
          />
        )}
        {entry.type === 'person' && (
          <Choices
            id={`scope-${at}`}
            value={ranges.length > 0 ? 'dated' : 'always'}
            choices={DATED}
            onChange={(when) => change(when === 'dated' ? [{ from: today, to: today }] : [])}
          />
        )}
        <View id={`scope-${at}-drop`} className="scope__drop" onClick={() => onChange(null)}>
          <Icon name="close" />
        </View>
      </View>
      {ranges.map((range, i) => (
        <View key={i} className="scope__range">
          <DateField
            id={`scope-${at}-from-${i}`}
            label="从"
            value={range.from}
            onChange={(date) => change(replaced(ranges, i, { ...range, from: date as LocalDate }))}
          />
          <DateField
            id={`scope-${at}-to-${i}`}
            label="到"
            value={range.to}
            onChange={(date) => change(replaced(ranges, i, { ...range, to: date as LocalDate }))}
          />
        </View>
      ))}
      {ranges.length > 0 && (
        <Button
          id={`scope-${at}-more`}
          look="text"
          onTap={() => change([...ranges, { from: today, to: today }])}
        >
          再加一段有效期
        </Button>
      )}
    </View>
  );
}

const replaced = <Item,>(list: readonly Item[], at: number, item: Item): readonly Item[] =>
  list.map((one, i) => (i === at ? item : one));
