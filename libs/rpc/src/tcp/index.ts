export { repeatable, tcpRpc, type TcpRpc, type TcpRpcOptions } from './client.js';
export type { ClientTls } from './connection.js';
export { MAX_MESSAGE, type RpcLogger } from './message.js';
export { serveTcp, type IncomingCall, type ServerTls, type ServeTcpOptions, type TcpServer } from './server.js';
