import { InboxDesk } from '@/features/inbox/inbox-desk';
import { Page } from '@/ui/page';

export default function InboxPage() {
  return (
    <Page id="inbox-page">
      <InboxDesk />
    </Page>
  );
}
