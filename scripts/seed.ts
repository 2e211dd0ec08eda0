import { inRoot } from './root';
import { command, say, seconds } from './command';
import { seedDemo } from './seed-demo';
import { rm, writeFile } from 'node:fs/promises';

command(__filename, async () => {
  const began = performance.now();
  const folder = inRoot('.local');
  await rm(folder, { recursive: true, force: true });
  const cast = await seedDemo({
    dataDir: inRoot('.local/cloud'),
    functionsDir: inRoot('dist/cloudfunctions'),
  });
  await writeFile(inRoot('.local/cast.json'), JSON.stringify(cast, null, 2));
  say(
    `${cast.companyName} is seeded with ${cast.people.length} people in ${seconds(performance.now() - began)}.`,
  );
});
