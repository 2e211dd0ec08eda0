import { LeaversDesk } from '@/features/leavers/leavers-desk';
import { Page } from '@/ui/page';

export default function LeaversPage() {
  return (
    <Page id="search-page">
      <LeaversDesk />
    </Page>
  );
}
