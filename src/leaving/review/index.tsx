import { HandoverDesk } from '@/features/handover/handover-desk';
import { Page } from '@/ui/page';

export default function ReviewPage() {
  return (
    <Page id="review-page">
      <HandoverDesk />
    </Page>
  );
}
