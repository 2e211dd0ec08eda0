import { PunchDesk } from '@/features/punch/punch-desk';
import { Page } from '@/ui/page';

export default function PunchPage() {
  return (
    <Page id="punch-page">
      <PunchDesk />
    </Page>
  );
}
