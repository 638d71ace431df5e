import { appending } from './contract/appending.js';
import { content } from './contract/content.js';
import type { EventStoreFixture } from './contract/fixture.js';
import { following } from './contract/following.js';

export type { EventStoreFixture } from './contract/fixture.js';

/** What every event store promises, as a Jest suite; `makeFixture` is called before each test. Nothing in it leans on one process or on an empty log. */
export const eventStoreContract = (name: string, makeFixture: () => Promise<EventStoreFixture>): void =>
  describe(`the event store ${name}`, () => {
    let current: EventStoreFixture;
    const fixture = () => current;
    beforeEach(async () => {
      current = await makeFixture();
    });
    afterEach(() => current.dispose());

    describe('appending', () => appending(fixture));
    describe('content', () => content(fixture));
    describe('following', () => following(fixture));
  });
