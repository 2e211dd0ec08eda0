import { SnapshotShelf, type Snapshot } from '../snapshots/snapshot-shelf';
import { DurableFile } from '../store/durable-file';
import { findRunningCloud } from './running-cloud';

/** `snapshot save|load <name>` and `snapshot list`, whether the cloud runs or not. */
export async function snapshotCommand(
  dataDir: string,
  [verb, name = '']: readonly string[],
): Promise<string> {
  const shelf = new SnapshotShelf(dataDir);
  if (verb === 'list') return shelf.list().map(described).join('\n') || 'no snapshots';
  if (verb !== 'save' && verb !== 'load') throw new Error('snapshot knows save <name>, load <name> and list');
  const cloud = await findRunningCloud(dataDir);
  if (cloud) {
    const answer = await cloud.ask('/control/snapshot', { [verb]: name });
    return `${verb} ${described((answer.saved ?? answer.loaded) as Snapshot)}`;
  }
  return `${verb} ${described(verb === 'save' ? await saveClosed(dataDir, shelf, name) : await shelf.load(name))}`;
}

async function saveClosed(dataDir: string, shelf: SnapshotShelf, name: string): Promise<Snapshot> {
  const { file } = await DurableFile.open(dataDir);
  try {
    return await shelf.save(name, Date.now(), (path) => file.copyTo(path));
  } finally {
    await file.close();
  }
}

const described = ({ name, savedAt, cloudTime }: Snapshot): string =>
  `${name} (saved ${new Date(savedAt).toISOString()}, clock ${new Date(cloudTime).toISOString()})`;
