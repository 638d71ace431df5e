import { addressOf, rpcAddressesFrom, rpcAddressOf } from './addresses.js';

describe('addresses of services', () => {
  it('come from one template, single ones stated apart', () => {
    const addresses = rpcAddressesFrom({
      SUNLIT_RPC: 'tcp://{service}-{role}:7000',
      SUNLIT_RPC_COMPLAINTS_WORKER: 'tcp://10.0.0.7:7001',
      SUNLIT_RPC_LISTEN: 'tcp://0.0.0.0:7000',
    })!;
    const of = rpcAddressOf(addresses);
    expect(['complaints', 'complaints.api', 'complaints.worker', 'statistics.worker'].map(of)).toEqual([
      'tcp://complaints-api:7000',
      'tcp://complaints-api:7000',
      'tcp://10.0.0.7:7001',
      'tcp://statistics-worker:7000',
    ]);
  });

  it('are none where nothing is said: all services are in this process', () => expect(rpcAddressesFrom({})).toBeNull());

  it.each([
    [{ SUNLIT_RPC: 'tcp://complaints:7000' }, '{service} and {role}'],
    [{ SUNLIT_RPC: 'http://{service}-{role}:7000' }, 'tcp://host:port'],
    [{ SUNLIT_RPC: 'tcp://{service}-{role}:7000', SUNLIT_RPC_GATEWAY_API: 'gateway' }, 'tcp://host:port'],
  ])('that cannot be used are named: %p', (env, message) => expect(() => rpcAddressesFrom(env)).toThrow(message));

  it('may be IPv6', () =>
    expect(addressOf('SUNLIT_OPERATIONS', 'http://[::1]:9464', ['http'])).toEqual({ host: '::1', port: 9464 }));
});
