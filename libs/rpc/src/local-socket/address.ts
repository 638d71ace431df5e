/** What stands in the address file: where the socket is and the secret that opens it. */
export interface SocketAddress {
  readonly path: string;
  readonly secret: string;
}
