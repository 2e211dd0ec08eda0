import Taro from '@tarojs/taro';
import type { CaseView } from '@contract/contract';
import { ask } from '@/cloud/ask';
import { openFile } from '@/phone/open-file';

type File = CaseView['comments'][number]['files'][number];

/** Opens a file of a case: documents get their address now, because one of an hour ago would be dead. */
export async function openAttached(caseId: string, { digest, kind, url }: File): Promise<void> {
  const address = url ?? (await addressOf(caseId, digest));
  if (address !== null && (await openFile({ url: address, kind }))) return;
  await Taro.showToast({ title: '打不开这个文件，稍后再试一次', icon: 'none' });
}

async function addressOf(caseId: string, digest: string): Promise<string | null> {
  const outcome = await ask('file.open', { caseId, digest });
  return outcome.kind === 'done' ? outcome.value.url : null;
}
