import { Input, Text, View } from '@tarojs/components';
import type { Colleague } from '@contract/contract';
import { useState } from 'react';
import { ErrorState } from '@/ui/error-state';
import { Sheet } from '@/ui/sheet';
import { Skeleton } from '@/ui/skeleton';
import { recentPicks } from './recent-picks';
import { usePeople } from './use-people';
import './people-picker.scss';

const LONGEST_NAME = 30;

interface PeoplePickerProps {
  /** '转交给谁' */
  readonly title: string;
  readonly onPick: (picked: Pick<Colleague, 'employmentId' | 'name'>) => void;
  readonly onClose: () => void;
}

/** Chooses one colleague: those chosen lately first, others by a part of the name. */
export function PeoplePicker({ title, onPick, onClose }: PeoplePickerProps) {
  const [typed, setTyped] = useState('');
  const query = typed.trim();
  const { people, trouble, retry } = usePeople(query);
  const [recent] = useState(recentPicks.read);
  const pick = (colleague: Colleague) => {
    recentPicks.add(colleague);
    onPick({ employmentId: colleague.employmentId, name: colleague.name });
  };
  return (
    <Sheet id="people-picker" title={title} onClose={onClose}>
      <Input
        id="people-query"
        className="people__query"
        placeholder="输入姓名查找"
        placeholderClass="people__placeholder"
        maxlength={LONGEST_NAME}
        value={typed}
        onInput={(event) => setTyped(event.detail.value)}
      />
      {query === '' && recent.length > 0 && (
        <People id="people-recent" title="最近选过" people={recent} onPick={pick} />
      )}
      {trouble !== null ? (
        <ErrorState id="people-trouble" trouble={trouble} safe="你填的内容都还在。" onRetry={retry} />
      ) : people === null ? (
        <Bones />
      ) : people.length === 0 ? (
        <View id="people-nobody" className="people__nobody">
          <Text>{query === '' ? '还没有可以选的同事' : `没有找到“${query}”，换个字试试`}</Text>
        </View>
      ) : (
        <People
          id="people-found"
          title={query === '' ? '同事' : '找到的同事'}
          people={people}
          onPick={pick}
        />
      )}
    </Sheet>
  );
}

interface PeopleProps {
  readonly id: string;
  readonly title: string;
  readonly people: readonly Colleague[];
  readonly onPick: (picked: Colleague) => void;
}

const People = ({ id, title, people, onPick }: PeopleProps) => (
  <View id={id} className="people__group">
    <Text className="people__title">{title}</Text>
    {people.map((one) => (
      <View
        key={one.employmentId}
        id={`${id}-${one.employmentId}`}
        className="people__one"
        hoverClass="people__one--pressed"
        onClick={() => onPick(one)}
      >
        <Text className="people__name">{one.name}</Text>
        <Text className="people__where">
          {one.branchName === null ? one.departmentName : `${one.branchName} · ${one.departmentName}`}
        </Text>
      </View>
    ))}
  </View>
);

const Bones = () => (
  <View id="people-loading" className="people__group">
    {[60, 80, 50, 70].map((width, line) => (
      <Skeleton key={line} width={width} />
    ))}
  </View>
);
