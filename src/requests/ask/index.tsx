import { AskDesk } from '@/features/requests/ask-desk';
import { Page } from '@/ui/page';

export default function AskPage() {
  return (
    <Page id="ask-page">
      <AskDesk />
    </Page>
  );
}
