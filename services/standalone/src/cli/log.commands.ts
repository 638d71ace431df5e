import type { Command } from 'commander';
import { dayOf } from '@sunlit/calendar';
import type { StoredEvent } from '@sunlit/kernel';
import type { Progress } from '../doctor/index.js';
import { connectToRead, connectToWrite, settingsOf, using } from './connection.js';
import type { Terminal } from './terminal.js';

const line = ({ position, stream, revision, type, meta, data }: StoredEvent, json: boolean): string =>
  json
    ? `${JSON.stringify({ position, stream, revision, type, meta, data })}\n`
    : `${position}  ${meta.recordedAt}  ${stream}@${revision}  ${type}  ${JSON.stringify(data)}\n`;

const events = (command: Command, at: Terminal) => async (options: { stream?: string; after: string }) => {
  const settings = settingsOf(command);
  await using(await connectToRead(settings), async ({ stores, logs }) => {
    if (options.stream)
      return (await stores.store.read(options.stream)).forEach((event) => at.out(line(event, settings.json)));
    for (const { store } of logs) {
      const ending = new AbortController();
      for await (const batch of store.subscribe({ after: Number(options.after), signal: ending.signal })) {
        batch.events.forEach((event) => at.out(line(event, settings.json)));
        await at.flushed();
        if (batch.caughtUp) ending.abort();
      }
    }
  });
};

const rebuild = (command: Command, at: Terminal) => async (projection: string) => {
  const settings = settingsOf(command);
  await using(await connectToWrite(settings), async ({ rpc }) => {
    at.progress(`正在重建 rebuilding ${projection} …`);
    await rpc.call('worker', 'rebuild', { projection }, { deadline: 3_600_000 });
    at.progressDone();
    at.out(settings.json ? `${JSON.stringify({ rebuilt: projection })}\n` : `${projection} 已重建 was rebuilt.\n`);
  });
};

const examine = (command: Command, at: Terminal) => async () => {
  const settings = settingsOf(command);
  const { doctor, doctorsLogs, exitCodeOf, reportText } = await import('../doctor/index.js');
  await using(await connectToRead(settings), async (reader) => {
    const { stores, rpc, context } = reader;
    const { office, calendar } = context;
    const onProgress = ({ step, done, of }: Progress) => at.progress(`${step.zh} ${step.en} ${done} / ${of}`);
    const report = await doctor({
      ...doctorsLogs(reader),
      keys: settings.configuration.distribution.rpc ? null : reader.stores.keys,
      readStore: stores.readStore,
      rpc,
      office,
      calendar,
      today: dayOf(new Date(context.clock()).toISOString(), office.office.timeZone),
      onProgress,
    });
    at.progressDone();
    at.out(settings.json ? `${JSON.stringify(report)}\n` : reportText(report));
    if (exitCodeOf(report) !== 0) at.fail();
  });
};

const setAside = (command: Command, at: Terminal) => async () => {
  const settings = settingsOf(command);
  await using(await connectToRead(settings), async ({ rpc }) => {
    const { items } = await rpc.call('worker', 'setAside', {});
    const rows = items as unknown as { projection: string; stream: string; reason: string }[];
    if (settings.json) return at.out(`${JSON.stringify(rows)}\n`);
    rows.forEach(({ projection, stream, reason }) => at.out(`${projection}  ${stream}  ${reason}\n`));
    if (rows.length === 0) at.out('没有搁置的事项。 Nothing is set aside.\n');
  });
};

const retry = (command: Command, at: Terminal) => async (projection: string, stream: string) => {
  const settings = settingsOf(command);
  await using(await connectToWrite(settings), async ({ rpc }) => {
    const outcome = await rpc.call('worker', 'retry', { projection, stream }, { deadline: 60_000 });
    at.out(`${JSON.stringify(outcome)}\n`);
    if (outcome['is'] !== 'applied') at.fail();
  });
};

/** Commands on the log itself: see it, check everything against it, make documents anew from it. */
export const logCommands = (program: Command, at: Terminal): void => {
  const add = (usage: string, description: string) => program.command(usage).description(description);
  const show = add('events', '列出事件 list events as stored').option('--stream <stream>', 'of one stream');
  show.option('--after <position>', 'after this position of the log', '0').action(events(show, at));
  const anew = add('rebuild <projection>', '重建 make the documents of a projection anew from the log');
  anew.action(rebuild(anew, at));
  const check = add('doctor', '核对 recount everything from the log and name every disagreement');
  check.action(examine(check, at));
  const aside = add('set-aside', '列出搁置 list streams a projection could not take');
  aside.action(setAside(aside, at));
  const again = add('retry <projection> <stream>', '重试 apply in order what waits of a set-aside stream');
  again.action(retry(again, at));
};
