import { VerifyDesk } from '@/features/verify/verify-desk';
import { Page } from '@/ui/page';

export default function VerifyPage() {
  return (
    <Page id="verify-page">
      <VerifyDesk />
    </Page>
  );
}
