/** The key store cannot be opened or read: another master key, an unfinished rotation, or a place of another program or version. */
export class KeyStoreUnusable extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'KeyStoreUnusable';
  }
}
