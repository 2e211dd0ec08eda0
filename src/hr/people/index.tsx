import { PeopleList } from '@/features/people/people-list';
import { Page } from '@/ui/page';

export default function PeopleListPage() {
  return (
    <Page id="hr-people-page">
      <PeopleList />
    </Page>
  );
}
