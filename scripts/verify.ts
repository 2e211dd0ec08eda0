import { parseArgs } from 'node:util';
import { parseAnchor } from '../domain/evidence/anchor';
import type { Anchor } from '../domain/evidence/anchor';
import { verifyBundle } from '../domain/evidence/verify-bundle';
import { sha256Text } from '../server/evidence/digests';
import { checkEd25519, keyIdOf } from '../server/evidence/ed25519';
import { readBundle } from '../server/evidence/read-bundle';
import { REPACKED, unreadableVerdict, verdictText } from '../server/evidence/verdict-text';
import { command, Unable } from './command';

/**
 * `npm run -s verify [-- --anchor 3:0123456789abcdef --key 0123456789abcdef] < bundle.zip`
 * Offline. The verdict goes to stdout in Chinese; the exit code is 0 when the bundle is sound and 1 when not.
 */
command(__filename, async () => {
  const { anchors, trustedKeyIds, repacked } = readArguments();
  const read = readBundle(await standardInput());
  if (!read.ok) return verdict(unreadableVerdict(read.unreadable), false);
  const outcome = verifyBundle(read.value, {
    digest: sha256Text,
    check: checkEd25519,
    keyIdOf,
    anchors,
    trustedKeyIds,
  });
  if (outcome.sound && !read.originalPacking && !repacked) return verdict(REPACKED, false);
  return verdict(verdictText(outcome), outcome.sound);
});

function verdict(text: string, isSound: boolean): number {
  process.stdout.write(`${text}\n`);
  return isSound ? 0 : 1;
}

function readArguments(): {
  anchors: readonly Anchor[];
  trustedKeyIds: readonly string[];
  repacked: boolean;
} {
  const { values } = parsed();
  const anchors = (values.anchor ?? []).map((text) => {
    const anchor = parseAnchor(text);
    if (!anchor) throw new Unable(`--anchor ${text}：应为“事件数:链头”，链头至少 16 位十六进制数字。`);
    return anchor;
  });
  const trustedKeyIds = (values.key ?? []).map((text) => {
    const keyId = text.replace(/\s/g, '').toLowerCase();
    if (!/^[0-9a-f]{16}$/.test(keyId)) throw new Unable(`--key ${text}：应为 16 位十六进制的公钥编号。`);
    return keyId;
  });
  return { anchors, trustedKeyIds, repacked: values.repacked ?? false };
}

function parsed() {
  try {
    return parseArgs({
      options: {
        anchor: { type: 'string', multiple: true },
        key: { type: 'string', multiple: true },
        repacked: { type: 'boolean' },
      },
    });
  } catch (error) {
    throw new Unable(
      `${(error as Error).message}\n用法：npm run -s verify -- [--anchor 事件数:链头] [--key 公钥编号] [--repacked] < 存证包.zip`,
    );
  }
}

async function standardInput(): Promise<Uint8Array> {
  if (process.stdin.isTTY) throw new Unable('请把存证包送到标准输入：npm run -s verify < 存证包.zip');
  const parts: Buffer[] = [];
  for await (const part of process.stdin) parts.push(part as Buffer);
  return Buffer.concat(parts);
}
