import { readFileSync } from 'node:fs';
import type { Distribution } from '../configuration.js';

export { repeatable, serveTcp, tcpRpc } from '@sunlit/rpc/tcp';

/** The TLS options of both ends, read from their files; none without. Each end shows a certificate the other checks. */
export const tlsFrom = ({ tls }: Distribution) =>
  tls
    ? { tls: { key: readFileSync(tls.key), cert: readFileSync(tls.cert), ca: readFileSync(tls.ca), requestCert: true } }
    : {};
