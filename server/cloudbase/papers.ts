import type { CloudBase } from '@cloudbase/node-sdk';
import type { ArchiveOrder } from '../archive/answer-order';
import type { ExportedBundle, PaperAnswer, Papers } from '../archive/paper-order';

/** The papers port: a call of the `documents` function, which alone holds the keys. */
export function cloudbasePapers(app: CloudBase): Papers {
  const ask = async (order: ArchiveOrder): Promise<unknown> => {
    const { result } = (await app.callFunction({ name: 'documents', data: order })) as { result?: unknown };
    if (typeof result !== 'object' || result === null || !('answer' in result))
      throw new Error(`documents did not do ${order.do}: ${JSON.stringify(result)?.slice(0, 300)}`);
    return result.answer;
  };
  return {
    make: async (order) => (await ask({ do: 'make', ...order })) as PaperAnswer,
    keepByHand: async (order) => (await ask({ do: 'keepByHand', ...order })) as string,
    chain: async (caseId) => void (await ask({ do: 'chain', caseId })),
    sign: async (caseId) => void (await ask({ do: 'sign', caseId })),
    exportBundle: async (caseId, by) => (await ask({ do: 'export', caseId, by })) as ExportedBundle | null,
    purge: async (caseId) => (await ask({ do: 'purge', caseId })) as number,
    revoke: async (documentId, by, reason) =>
      (await ask({ do: 'revoke', documentId, by, reason })) as boolean,
  };
}
