import { SignalsDesk } from '@/features/signals/signals-desk';
import { Page } from '@/ui/page';

export default function SignalsPage() {
  return (
    <Page id="hr-signals-page">
      <SignalsDesk />
    </Page>
  );
}
