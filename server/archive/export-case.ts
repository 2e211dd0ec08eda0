import type { PersonalRecord } from '@domain/evidence/personal-data';
import { sha256Bytes } from '../evidence/digests';
import { writeBundle } from '../evidence/write-bundle';
import type { BundledDocument } from '../evidence/write-bundle';
import { openKept } from '../files/keep-file';
import type { Ports } from '../ports';
import { type CaseDocumentRow, caseDocuments } from '../repositories/case-documents';
import { cases } from '../repositories/cases';
import { chains, genesisOf } from '../repositories/chains';
import { exportsMade } from '../repositories/exports-made';
import { photos } from '../repositories/photos';
import { personalRecords, type PersonalRow } from '../repositories/personal-records';
import { appendToChain } from './append-to-chain';
import { chainCase } from './chain-case';
import type { Keeper } from './keeper';
import type { ExportedBundle } from './paper-order';
import { publishKey } from './sign-checkpoint';

/** The whole case as one zip that verifies offline. That it was exported, and by whom, goes on the chain first. */
export async function exportCase(keeper: Keeper, caseId: string, by: string): Promise<ExportedBundle | null> {
  const { ports, chainKey } = keeper;
  const { database, files, ids, clock } = ports;
  if (!(await cases.read(database, caseId))) return null;
  await chainCase(keeper, caseId);
  const exportedAt = clock.now();
  const head = await appendToChain(keeper, caseId, () =>
    Promise.resolve({
      entries: [
        {
          type: 'exported',
          at: exportedAt,
          actor: by,
          identity: 'session',
          facts: {},
          documents: [],
          sealed: [],
          purged: [],
        },
      ],
    }),
  );
  await publishKey(keeper);
  const [events, checkpoints, keys, rows, records] = await Promise.all([
    chains.events(database, caseId),
    chains.checkpoints(database, caseId),
    chains.keys(database),
    caseDocuments.ofCase(database, caseId),
    personalRecords.ofCase(database, caseId),
  ]);
  const documents: BundledDocument[] = [];
  for (const row of rows) documents.push(...(await bundled(keeper, row)));
  const zip = writeBundle(
    {
      genesis: genesisOf(head),
      // Whoever appends meanwhile is in the next export.
      events: events.slice(0, head.count),
      checkpoints: checkpoints.filter(({ count }) => count <= head.count),
      keys: keys.filter(
        ({ keyId }) => keyId === chainKey.keyId || checkpoints.some((one) => one.keyId === keyId),
      ),
      personal: records.map((record) => recordOf(keeper, record)),
      documents,
      exportedAt,
      verifier: keeper.verifier(),
    },
    chainKey,
  );
  const fileId = await files.keep(`exports/${ids.unique()}.zip`, zip);
  await exportsMade.add(database, { _id: ids.unique(), caseId, fileId, by, madeAt: exportedAt, gone: false });
  return { fileId, digest: sha256Bytes(zip), bytes: zip.length };
}

async function bundled({ ports }: Keeper, row: CaseDocumentRow): Promise<readonly BundledDocument[]> {
  const { key, title, version, digest, retention, extension, state, form, fileId, _id } = row;
  if (digest === null || state === 'reserved') return [];
  const file = { key, title, version, digest, retention, extension };
  if (state === 'purged' || fileId === null) return [{ ...file, bytes: null }];
  const bytes = form === 'photo' ? await openPhoto(ports, digest) : await ports.files.read(fileId);
  // A bundle without the file would call it purged, which it was not.
  if (!bytes) throw new Error(`the file of ${_id} is not in the storage`);
  return [{ ...file, bytes }];
}

async function openPhoto(ports: Ports, digest: string): Promise<Uint8Array | null> {
  const [photo] = await photos.read(ports.database, [digest]);
  return photo && photo.bytes > 0 ? openKept(ports, photo) : null;
}

function recordOf({ ports }: Keeper, { caseId, name, digest, box }: PersonalRow): PersonalRecord {
  if (box === null) return { state: 'purged', name, digest };
  const opened = ports.cipher.open(box, personalRecords.placeOf(caseId, name));
  const { salt, value } = JSON.parse(opened) as { salt: string; value: string };
  return { state: 'kept', name, digest, salt, value };
}
