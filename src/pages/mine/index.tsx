import { MineDesk } from '@/features/mine/mine-desk';
import { Page } from '@/ui/page';

export default function MinePage() {
  return (
    <Page id="mine-page">
      <MineDesk />
    </Page>
  );
}
