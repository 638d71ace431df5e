/** A setting was wrong: says which one, what it held and what it may hold. */
export class ConfigurationError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'ConfigurationError';
  }
}
