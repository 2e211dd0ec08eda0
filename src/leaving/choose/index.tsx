import { ChooseDesk } from '@/features/leaving/choose-desk';
import { Page } from '@/ui/page';

export default function ChoosePage() {
  return (
    <Page id="choose-page">
      <ChooseDesk />
    </Page>
  );
}
