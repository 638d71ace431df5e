import { Buffer } from 'node:buffer';
import { randomUUID } from 'node:crypto';
import { parseArgs } from 'node:util';
import { fileURLToPath } from 'node:url';
import { Server, ServerCredentials, status } from '@grpc/grpc-js';
import { openLog } from './log.mjs';
import * as messages from './messages.mjs';

/** As KurrentDB's default: an append over it is refused whole. */
const MAX_APPEND_BYTES = 1024 * 1024 * 4;

const failed = (code, details) => Object.assign(new Error(details), { code, details });

/** The caller of a streamed answer: writes with back-pressure, and says when nobody listens any more. */
const listener = (call) => {
  const stop = new globalThis.AbortController();
  let ready = () => undefined;
  call.on('drain', () => ready());
  for (const end of ['cancelled', 'close', 'error'])
    call.on(end, () => {
      stop.abort();
      ready();
    });
  return {
    gone: stop.signal,
    send: async (message) => {
      if (!stop.signal.aborted && !call.write(message)) await new Promise((resolve) => (ready = resolve));
    },
  };
};

/** The events a read gives, one after the other. */
const toRead = function* (log, options) {
  const backwards = options.getReadDirection() === messages.streams.ReadReq.Options.ReadDirection.BACKWARDS;
  const step = backwards ? -1 : 1;
  if (options.hasStream()) {
    const wanted = options.getStream();
    const events = log.stream(messages.nameOf(wanted.getStreamIdentifier()));
    const stated = wanted.hasRevision() ? Number(wanted.getRevision()) : wanted.hasEnd() ? Infinity : 0;
    // Reading forwards from the end gives nothing, backwards the last ones.
    const from = backwards ? Math.min(stated, events.length - 1) : stated;
    for (let index = from; index >= 0 && index < events.length; index += step) yield events[index];
    return;
  }
  const all = options.getAll();
  const end = log.size();
  const first = (position) => (backwards ? log.placeOf(position) - 1 : log.placeOf(position));
  let index = all.hasPosition() ? first(Number(all.getPosition().getCommitPosition())) : 0;
  if (all.hasEnd()) index = backwards ? end - 1 : end;
  if (all.hasStart() && backwards) index = -1;
  for (; index >= 0 && index < end; index += step) yield log.at(index);
};

const read = async (log, options, to) => {
  const structured = options.getUuidOption()?.hasStructured() ?? false;
  const name = options.hasStream() ? messages.nameOf(options.getStream().getStreamIdentifier()) : undefined;
  if (name !== undefined && !log.stream(name)) return to.send(messages.notFound(name));
  const passes = messages.filterOf(options);
  let left = Number(options.getCount());
  for (const event of toRead(log, options)) {
    if (left <= 0) return;
    if (!passes(event)) continue;
    left--;
    if (to.gone.aborted) return;
    await to.send(messages.eventAnswer(event, structured));
  }
};

/** Replays, says that it is caught up, follows; with a checkpoint after so many events as the filter asks for. */
const follow = async (log, options, to, now) => {
  if (!options.hasAll()) throw failed(status.UNIMPLEMENTED, 'The stand-in follows $all only.');
  const structured = options.getUuidOption()?.hasStructured() ?? false;
  const passes = messages.filterOf(options);
  const every = messages.checkpointEvery(options);
  const from = options.getAll();
  let index = from.hasEnd() ? log.size() : 0;
  if (from.hasPosition()) index = log.placeOf(Number(from.getPosition().getCommitPosition()) + 1);
  let passed = 0;
  let live = false;
  await to.send(messages.confirmation(randomUUID()));
  while (!to.gone.aborted) {
    const event = log.at(index);
    if (!event) {
      if (!live) await to.send(messages.caughtUp(log.at(index - 1)?.position ?? 0, now()));
      live = true;
      await log.more(index, to.gone);
      continue;
    }
    index++;
    if (passes(event)) await to.send(messages.eventAnswer(event, structured));
    if (++passed % every === 0) await to.send(messages.checkpoint(event.position, now()));
  }
};

const onRead = (log, now) => async (call) => {
  const options = call.request.getOptions();
  const to = listener(call);
  try {
    await (options.hasSubscription() ? follow(log, options, to, now) : read(log, options, to));
    call.end();
  } catch (error) {
    call.destroy(error.code === undefined ? failed(status.INTERNAL, String(error)) : error);
  }
};

const proposed = (message) => ({
  id: messages.uuidOf(message.getId()),
  type: message.getMetadataMap().get('type'),
  contentType: message.getMetadataMap().get('content-type'),
  data: message.getData_asU8(),
  metadata: message.getCustomMetadata_asU8(),
});

const expectedOf = (options) => {
  if (options.hasRevision()) return Number(options.getRevision());
  if (options.hasNoStream()) return -1;
  throw failed(
    status.INVALID_ARGUMENT,
    'The stand-in takes appends at a stated revision only, never "any" or "exists".',
  );
};

const append = async (log, requests) => {
  const [header, ...bodies] = requests;
  const options = header.getOptions();
  const expected = expectedOf(options);
  const events = bodies.map((body) => proposed(body.getProposedMessage()));
  const bytes = events.reduce((sum, event) => sum + event.data.length + event.metadata.length, 0);
  if (bytes > MAX_APPEND_BYTES)
    throw failed(status.INVALID_ARGUMENT, `Maximum append size of ${MAX_APPEND_BYTES} exceeded.`);
  const outcome = await log.append(messages.nameOf(options.getStreamIdentifier()), events, expected);
  return 'actual' in outcome ? messages.wrongExpected(expected, outcome.actual) : messages.appended(outcome);
};

const onAppend = (log) => (call, callback) => {
  const requests = [];
  call.on('data', (request) => requests.push(request));
  call.on('error', () => undefined);
  call.on('end', () =>
    append(log, requests).then(
      (answer) => callback(null, answer),
      (error) => callback(error.code === undefined ? failed(status.INTERNAL, String(error)) : error),
    ),
  );
};

/** An event made ready beforehand goes out as it is. */
const readingReady = (service) => {
  const { read: reading, append: appending } = service;
  const responseSerialize = (answer) => (Buffer.isBuffer(answer) ? answer : reading.responseSerialize(answer));
  return { read: { ...reading, responseSerialize }, append: appending };
};

/**
 * KurrentDB's protocol as far as the event store uses it, on 127.0.0.1, without KurrentDB: append at a stated revision, read streams and
 * `$all`, follow `$all` by a filter. In memory; with `file` acknowledged events outlive the process. A system event stands first in
 * the log after each start, as the real one is never empty.
 *
 * @param {{ port?: number, file?: string }} [options] port 0 (default): a free one
 * @returns {Promise<{ url: string, name: string, stop: () => Promise<void> }>}
 */
export const startKurrentdbStandIn = async ({ port = 0, file } = {}) => {
  const now = () => Date.now();
  const log = openLog({ now, ...(file === undefined ? {} : { file }) });
  const started = {
    id: randomUUID(),
    type: '$started',
    contentType: 'application/json',
    data: Buffer.from('{}'),
    metadata: Buffer.from(''),
  };
  await log.append('$stand-in', [started], (log.stream('$stand-in')?.length ?? 0) - 1);

  const server = new Server({ 'grpc.max_receive_message_length': 17 * 1024 * 1024 });
  server.addService(readingReady(messages.StreamsService), { read: onRead(log, now), append: onAppend(log) });
  server.addService(messages.ServerFeaturesService, {
    getSupportedMethods: (_, callback) => callback(null, messages.supportedMethods()),
  });
  const bound = await new Promise((resolve, reject) => {
    server.bindAsync(`127.0.0.1:${port}`, ServerCredentials.createInsecure(), (error, at) =>
      error ? reject(error) : resolve(at),
    );
  });
  return {
    url: `kurrentdb://127.0.0.1:${bound}?tls=false`,
    name: `KurrentDB stand-in (${file === undefined ? 'in memory' : 'in a file'}, over the client's own gRPC stubs)`,
    stop: async () => {
      server.forceShutdown();
      log.close();
    },
  };
};

const main = async () => {
  const { values, positionals } = parseArgs({ allowPositionals: true, options: { file: { type: 'string' } } });
  const file = values.file === undefined ? {} : { file: values.file };
  const running = await startKurrentdbStandIn({ port: Number(positionals[0] ?? 0), ...file });
  const end = () => void running.stop().then(() => process.exit(0));
  process.on('SIGTERM', end).on('SIGINT', end);
  console.log(`KurrentDB stand-in on ${running.url}`);
};

if (process.argv[1] === fileURLToPath(import.meta.url)) await main();
