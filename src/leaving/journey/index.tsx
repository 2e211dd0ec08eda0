import { JourneyDesk } from '@/features/leaving/journey-desk';
import { Page } from '@/ui/page';

export default function JourneyPage() {
  return (
    <Page id="journey-page">
      <JourneyDesk />
    </Page>
  );
}
