import type { RuleDesk } from '@contract/contract';
import type { ScopeEntry } from '@domain/schedule/scope';
import { Picker, Text, View } from '@tarojs/components';
import { useState } from 'react';
import { Button } from '@/ui/button';
import { Sheet } from '@/ui/sheet';
import { TextField } from './fields';

interface ScopeAddingProps {
  readonly scope: readonly ScopeEntry[];
  readonly desk: RuleDesk;
  readonly onAdd: (entry: ScopeEntry) => void;
  readonly onPickPeople: () => void;
}

/** The ways into a scope: departments, people, posts, tags, everyone. */
export function ScopeAdding({ scope, desk, onAdd, onPickPeople }: ScopeAddingProps) {
  const [tag, setTag] = useState<string | null>(null);
  const free = (
    type: 'department' | 'post',
    all: readonly { readonly id: string; readonly name: string }[],
  ) => all.filter(({ id }) => !scope.some((one) => one.type === type && one.id === id));
  return (
    <View className="scope__add">
      <Adding
        id="scope-add-department"
        word="加部门"
        options={free('department', desk.departments)}
        onChoose={(id) => onAdd({ type: 'department', id })}
      />
      <Button id="scope-add-person" look="compact" onTap={onPickPeople}>
        加人员
      </Button>
      {desk.posts.length > 0 && (
        <Adding
          id="scope-add-post"
          word="加岗位"
          options={free('post', desk.posts)}
          onChoose={(id) => onAdd({ type: 'post', id })}
        />
      )}
      <Button id="scope-add-tag" look="compact" onTap={() => setTag('')}>
        加标签
      </Button>
      {desk.ownBranchId === null && (
        <Button id="scope-add-everyone" look="compact" onTap={() => onAdd({ type: 'everyone' })}>
          全体员工
        </Button>
      )}
      {tag !== null && (
        <Sheet id="tag" title="按标签适用" onClose={() => setTag(null)}>
          <TextField
            id="tag-name"
            label="标签"
            sentence="与员工档案里的标签写法一致，带这个标签的人都适用。"
            placeholder="例如：临时工"
            value={tag}
            onChange={setTag}
          />
          <Button
            id="tag-add"
            look="primary"
            asleep={tag.trim() === ''}
            onTap={() => {
              onAdd({ type: 'tag', id: tag.trim() });
              setTag(null);
            }}
          >
            加入
          </Button>
        </Sheet>
      )}
    </View>
  );
}

interface AddingProps {
  readonly id: string;
  readonly word: string;
  readonly options: readonly { readonly id: string; readonly name: string }[];
  readonly onChoose: (id: string) => void;
}

const Adding = ({ id, word, options, onChoose }: AddingProps) => (
  <Picker
    mode="selector"
    range={options.map(({ name }) => name)}
    onChange={(event) => {
      const chosen = options[Number(event.detail.value)];
      if (chosen) onChoose(chosen.id);
    }}
  >
    <View id={id} className="scope__button">
      <Text>{word}</Text>
    </View>
  </Picker>
);
