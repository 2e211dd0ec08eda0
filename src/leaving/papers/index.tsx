import { PapersDesk } from '@/features/papers/papers-desk';
import { Page } from '@/ui/page';

export default function PapersPage() {
  return (
    <Page id="papers-page">
      <PapersDesk />
    </Page>
  );
}
