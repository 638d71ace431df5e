import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { connect } from 'node:net';
import { Unavailable, type JsonObject } from '@sunlit/kernel';
import { inProcessRpc } from '../in-process/index.js';
import { rpcContract } from '../rpc.contract.js';
import { serveTcp, tcpRpc, type ClientTls } from './index.js';

let folder: string;

const openssl = (...words: string[]): void => {
  try {
    execFileSync('openssl', words, { cwd: folder, stdio: 'pipe' });
  } catch (cause) {
    throw new Error('This test makes its certificates with the openssl program (3.x): install it.', { cause });
  }
};

const EC = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes', '-days', '2'];
const pem = (name: string) => readFileSync(join(folder, name), 'utf8');

const authority = (name: string): void =>
  openssl('req', '-x509', ...EC, '-subj', `/CN=${name}`, '-keyout', `${name}.key`, '-out', `${name}.crt`);

const certificate = (name: string, signer: string): { key: string; cert: string } => {
  writeFileSync(join(folder, `${name}.ext`), 'subjectAltName=IP:127.0.0.1,DNS:complaints-api\n');
  openssl('req', ...EC.slice(0, -2), '-subj', `/CN=${name}`, '-keyout', `${name}.key`, '-out', `${name}.csr`);
  const signed = ['-CA', `${signer}.crt`, '-CAkey', `${signer}.key`, '-CAcreateserial', '-days', '2'];
  openssl('x509', '-req', '-in', `${name}.csr`, ...signed, '-extfile', `${name}.ext`, '-out', `${name}.crt`);
  return { key: pem(`${name}.key`), cert: pem(`${name}.crt`) };
};

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'sunlit-tls-'));
  authority('office');
  authority('stranger');
  certificate('server', 'office');
  certificate('client', 'office');
  certificate('intruder', 'stranger');
});
afterAll(() => rmSync(folder, { recursive: true }));

const of = (name: string, ca = 'office') => ({
  ca: pem(`${ca}.crt`),
  key: pem(`${name}.key`),
  cert: pem(`${name}.crt`),
});

const open = async (tls: ClientTls) => {
  const far = inProcessRpc();
  far.register('echo', { same: async (payload: JsonObject) => payload });
  const server = await serveTcp({ host: '127.0.0.1', port: 0, rpc: far, tls: { ...of('server'), requestCert: true } });
  const rpc = tcpRpc({ addressOf: () => server.address, tls });
  const close = async () => {
    rpc.close();
    await server.close();
  };
  return { server, rpc, register: far.register, close };
};

rpcContract('TCP with certificates on both sides', () => open(of('client')));

describe('TCP with certificates on both sides', () => {
  const outcomeWith = async (tls: ClientTls, deadline = 300): Promise<unknown> => {
    const { rpc, close } = await open(tls);
    const outcome = await rpc.call('echo', 'same', { n: 1 }, { deadline }).catch((error: unknown) => error);
    await close();
    return outcome;
  };

  it('answers who can show one, also under another of its names', async () => {
    expect(await outcomeWith({ ...of('client'), servername: 'complaints-api' }, 30_000)).toEqual({ n: 1 });
  });

  it('answers nobody without one, or with one that somebody else signed', async () => {
    expect(await outcomeWith({ ca: pem('office.crt') })).toBeInstanceOf(Unavailable);
    expect(await outcomeWith(of('intruder'))).toBeInstanceOf(Unavailable);
  });

  it('asks nobody whose certificate is not of its authority, or bears another name', async () => {
    for (const tls of [of('client', 'stranger'), { ...of('client'), servername: 'statistics-api' }]) {
      const error = await outcomeWith(tls);
      expect(error).toBeInstanceOf(Unavailable);
      expect((error as Error).message).toMatch(/cannot be reached/);
    }
  });

  it('closes though somebody connected and said nothing', async () => {
    const { server, close } = await open(of('client'));
    const { hostname, port } = new URL(server.address);
    const silent = connect(Number(port), hostname).on('error', () => undefined);
    await new Promise<void>((resolve) => silent.once('connect', resolve));
    const ended = new Promise<void>((resolve) => silent.once('close', () => resolve()));
    await close();
    await ended;
  });
});
