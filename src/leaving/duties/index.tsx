import { DutiesDesk } from '@/features/duties/duties-desk';
import { Page } from '@/ui/page';

export default function DutiesPage() {
  return (
    <Page id="duties-page">
      <DutiesDesk />
    </Page>
  );
}
