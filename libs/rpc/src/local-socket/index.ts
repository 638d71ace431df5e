export { localSocketRpc } from './client.js';
export { serveLocalSocket } from './server.js';
