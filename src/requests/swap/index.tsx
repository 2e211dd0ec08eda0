import { SwapDesk } from '@/features/rosters/swap-desk';
import { Page } from '@/ui/page';

export default function SwapPage() {
  return (
    <Page id="swap-page">
      <SwapDesk />
    </Page>
  );
}
