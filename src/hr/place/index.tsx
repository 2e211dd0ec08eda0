import { PlaceEditor } from '@/features/rules/place-editor';
import { Page } from '@/ui/page';

export default function PlacePage() {
  return (
    <Page id="hr-place-page">
      <PlaceEditor />
    </Page>
  );
}
