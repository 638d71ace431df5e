import { sqliteEventStore } from '@sunlit/event-store/sqlite';
import { sqliteReadStore } from '@sunlit/read-store/sqlite';
import { mkdtempSync } from 'node:fs';
import { busyOffice } from './testing/busy-office.js';
import { composed } from './testing/composed.js';
import { reportText } from './report.js';
it('probe', async () => {
  const d = mkdtempSync('/tmp/doc-');
  const store = sqliteEventStore({ file: d + '/e.sqlite' });
  const readStore = sqliteReadStore({ file: d + '/r.sqlite' });
  const office = await composed({ store, readStore });
  let t = Date.now();
  await busyOffice(office, 77, 40000);
  console.log('made', Date.now() - t);
  t = Date.now();
  const r = await office.examine();
  console.log(Date.now() - t, reportText(r).slice(0, 6000), Math.round(process.memoryUsage().rss / 1e6));
  await office.worker.stop();
}, 600_000);
