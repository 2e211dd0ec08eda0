import Taro from '@tarojs/taro';
import type { CaseView } from '@contract/contract';
import { ask } from '@/cloud/ask';
import { openFile } from '@/phone/open-file';

type File = CaseView['comments'][number]['files'][number];

/** Opens a file of a case at an address of this moment: the one that came with the page lives for minutes. */
export async function openAttached(caseId: string, { digest, kind, url }: File): Promise<void> {
  const address = (await addressOf(caseId, digest)) ?? url;
  if (address !== null && (await openFile({ url: address, kind }))) return;
  await Taro.showToast({ title: '打不开这个文件，稍后再试一次', icon: 'none' });
}

async function addressOf(caseId: string, digest: string): Promise<string | null> {
  const outcome = await ask('file.open', { caseId, digest });
  return outcome.kind === 'done' ? outcome.value.url : null;
}
