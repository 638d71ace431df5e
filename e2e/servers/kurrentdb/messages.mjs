import { Buffer } from 'node:buffer';
import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);
const generated = '@kurrent/kurrentdb-client/generated/kurrentdb/protocols/v1';

/** The client's own generated messages and services: the protocol as it is spoken, not as it is remembered. */
export const streams = require(`${generated}/streams_pb`);
export const shared = require(`${generated}/shared_pb`);
export const features = require(`${generated}/serverfeatures_pb`);
export const { StreamsService } = require(`${generated}/streams_grpc_pb`);
export const { ServerFeaturesService } = require(`${generated}/serverfeatures_grpc_pb`);
const { Timestamp } = require('google-protobuf/google/protobuf/timestamp_pb');

const TICKS_PER_MS = 10_000n;

/** The name inside a stream identifier. */
export const nameOf = (identifier) => Buffer.from(identifier.getStreamName_asU8()).toString('utf8');

const identifierOf = (name) => new shared.StreamIdentifier().setStreamName(Buffer.from(name));

/** A uuid in lower case, whichever way it was sent. */
export const uuidOf = (uuid) => {
  if (uuid.hasString()) return uuid.getString().toLowerCase();
  const half = (bits) => BigInt.asUintN(64, BigInt(bits)).toString(16).padStart(16, '0');
  const { mostSignificantBits, leastSignificantBits } = uuid.getStructured().toObject();
  const hex = half(mostSignificantBits) + half(leastSignificantBits);
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
};

const uuidMessage = (id, structured) => {
  if (!structured) return new shared.UUID().setString(id);
  const half = (hex) => BigInt.asIntN(64, BigInt(`0x${hex}`)).toString();
  const hex = id.replaceAll('-', '');
  const bits = new shared.UUID.Structured();
  bits.setMostSignificantBits(half(hex.slice(0, 16))).setLeastSignificantBits(half(hex.slice(16)));
  return new shared.UUID().setStructured(bits);
};

const eventMessage = (event, structured) => {
  const recorded = new streams.ReadResp.ReadEvent.RecordedEvent();
  recorded.setId(uuidMessage(event.id, structured)).setStreamIdentifier(identifierOf(event.stream));
  recorded.setStreamRevision(String(event.revision)).setData(event.data).setCustomMetadata(event.metadata);
  recorded.setCommitPosition(String(event.position)).setPreparePosition(String(event.position));
  const metadata = recorded.getMetadataMap();
  metadata.set('type', event.type);
  metadata.set('content-type', event.contentType);
  metadata.set('created', String(BigInt(event.created) * TICKS_PER_MS));
  const answer = new streams.ReadResp.ReadEvent().setEvent(recorded).setCommitPosition(String(event.position));
  return Buffer.from(new streams.ReadResp().setEvent(answer).serializeBinary());
};

/** The answer that carries an event, made once: many subscribers ask for the same one. */
export const eventAnswer = (event, structured) => {
  if (structured) return eventMessage(event, true);
  event.served ??= eventMessage(event, false);
  return event.served;
};

export const confirmation = (id) =>
  new streams.ReadResp().setConfirmation(new streams.ReadResp.SubscriptionConfirmation().setSubscriptionId(id));

export const notFound = (name) =>
  new streams.ReadResp().setStreamNotFound(
    new streams.ReadResp.StreamNotFound().setStreamIdentifier(identifierOf(name)),
  );

const placed = (message, position, at) =>
  message.setCommitPosition(String(position)).setPreparePosition(String(position)).setTimestamp?.(at) ?? message;

export const checkpoint = (position, now) =>
  new streams.ReadResp().setCheckpoint(
    placed(new streams.ReadResp.Checkpoint(), position, Timestamp.fromDate(new Date(now))),
  );

export const caughtUp = (position, now) => {
  const message = new streams.ReadResp.CaughtUp().setTimestamp(Timestamp.fromDate(new Date(now)));
  return new streams.ReadResp().setCaughtUp(message.setPosition(placed(new streams.ReadResp.Position(), position)));
};

export const appended = ({ revision, position }) => {
  const success = new streams.AppendResp.Success().setCurrentRevision(String(revision));
  if (position === undefined) success.setNoPosition(new shared.Empty());
  else success.setPosition(placed(new streams.AppendResp.Position(), position));
  return new streams.AppendResp().setSuccess(success);
};

export const wrongExpected = (expected, actual) => {
  const wrong = new streams.AppendResp.WrongExpectedVersion();
  if (actual < 0) wrong.setCurrentNoStream(new shared.Empty());
  else wrong.setCurrentRevision(String(actual));
  if (expected < 0) wrong.setExpectedNoStream(new shared.Empty());
  else wrong.setExpectedRevision(String(expected));
  return new streams.AppendResp().setWrongExpectedVersion(wrong);
};

/** What the server says it can do: no batch append, so clients append call by call. */
export const supportedMethods = () => {
  const answer = new features.SupportedMethods().setEventStoreServerVersion('25.1.0');
  const offer = (method, ...named) =>
    answer.addMethods(
      new features.SupportedMethod()
        .setServiceName('event_store.client.streams.streams')
        .setMethodName(method)
        .setFeaturesList(named),
    );
  offer('read', 'position', 'events');
  offer('append');
  return answer;
};

/** What a filter lets pass; everything without one. @returns {(event: import('./log.mjs').Recorded) => boolean} */
export const filterOf = (options) => {
  const filter = options.getFilter();
  if (!filter) return () => true;
  const byStream = filter.getStreamIdentifier();
  const expression = byStream ?? filter.getEventType();
  const value = byStream ? (event) => event.stream : (event) => event.type;
  const prefixes = expression.getPrefixList();
  if (prefixes.length > 0) return (event) => prefixes.some((prefix) => value(event).startsWith(prefix));
  const regex = new RegExp(expression.getRegex(), 'u');
  return (event) => regex.test(value(event));
};

/** How many events a filtered subscription passes over between two checkpoints. */
export const checkpointEvery = (options) => {
  const filter = options.getFilter();
  if (!filter) return Infinity;
  return (filter.hasMax() ? filter.getMax() : 32) * Math.max(1, filter.getCheckpointintervalmultiplier());
};
