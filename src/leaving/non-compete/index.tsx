import { NonCompeteDesk } from '@/features/departments/non-compete-desk';
import { Page } from '@/ui/page';

export default function NonCompetePage() {
  return (
    <Page id="non-compete-page">
      <NonCompeteDesk />
    </Page>
  );
}
