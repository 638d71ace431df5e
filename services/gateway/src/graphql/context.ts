import type { Viewer } from '@sunlit/contracts';
import type { Actor } from '@sunlit/kernel';
import type { PublicPart } from '@sunlit/platform';

/** Nobody signed in. */
export const PUBLIC_VIEWER: Viewer = { account: 'public', role: 'public' };

/** Who asks, from where: all a resolver knows of a request. */
export interface RequestContext {
  readonly viewer: Viewer;
  /** The client's network address; limits count by it. */
  readonly address: string;
  /** What of the page the profile opens to everybody here. */
  readonly openParts: ReadonlySet<PublicPart>;
  /** Throws once the sign-in no longer holds (expired, disabled, new password): asked again before each push of a subscription. */
  readonly stillSignedIn: () => Promise<void>;
}

/** The viewer as who does something. */
export const actorOf = ({ account, role, unit }: Viewer): Actor => ({ account, role, ...(unit && { unit }) });
