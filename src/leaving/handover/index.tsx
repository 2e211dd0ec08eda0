import { HandoverDesk } from '@/features/handover/handover-desk';
import { Page } from '@/ui/page';

export default function HandoverPage() {
  return (
    <Page id="handover-page">
      <HandoverDesk />
    </Page>
  );
}
