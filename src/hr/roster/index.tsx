import { RosterDesk } from '@/features/rosters/roster-desk';
import { Page } from '@/ui/page';

export default function RosterPage() {
  return (
    <Page id="hr-roster-page">
      <RosterDesk />
    </Page>
  );
}
