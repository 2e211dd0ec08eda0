import { CorrectionDesk } from '@/features/correction/correction-desk';
import { Page } from '@/ui/page';

export default function CorrectionPage() {
  return (
    <Page id="correction-page">
      <CorrectionDesk />
    </Page>
  );
}
