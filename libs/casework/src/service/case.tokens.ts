/** What a mutation gives so that a query can wait for it: the service and its log position, opaque to others. */
export const tokenOf = (service: string, position: number): string =>
  Buffer.from(`${service}:${position}`).toString('base64url');

/** The position a token of this service names; null for another's token, or anything else. */
export const positionOf = (service: string, token: string | undefined): number | null => {
  if (!token) return null;
  const [name, position] = Buffer.from(token, 'base64url').toString('utf8').split(':');
  return name === service && /^\d{1,15}$/.test(position ?? '') ? Number(position) : null;
};
