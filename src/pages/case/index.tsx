import { useRouter, useShareAppMessage } from '@tarojs/taro';
import { CaseDesk } from '@/features/case/case-desk';
import { Page } from '@/ui/page';

import { caseUrl, linkOf } from '@/navigation/case-link';

export default function CasePage() {
  const link = linkOf(useRouter().params);
  // A card in a chat: neutral words, a static picture, and a link that carries no authority.
  useShareAppMessage(() => ({
    title: '有一项申请等你处理',
    path: link === null ? '/pages/inbox/index' : caseUrl(link),
    imageUrl: '/assets/card.png',
  }));
  return (
    <Page id="case-page">
      <CaseDesk />
    </Page>
  );
}
