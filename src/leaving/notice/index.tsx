import { NoticeDesk } from '@/features/leaving/notice-desk';
import { Page } from '@/ui/page';

export default function NoticePage() {
  return (
    <Page id="notice-page">
      <NoticeDesk />
    </Page>
  );
}
