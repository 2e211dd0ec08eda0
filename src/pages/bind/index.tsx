import { BindingDesk } from '@/features/bind/binding-desk';
import { Page } from '@/ui/page';

export default function BindPage() {
  return (
    <Page id="bind-page">
      <BindingDesk />
    </Page>
  );
}
