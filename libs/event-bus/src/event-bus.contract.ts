import { delivery } from './contract/delivery.js';
import { contractMappings, type EventBusFixture } from './contract/fixture.js';
import { meaning } from './contract/meaning.js';
import type { PublicMappings } from './public-event.js';

export type { EventBusFixture } from './contract/fixture.js';

/** What every event bus promises, as a Jest suite; `makeFixture` is called before each test, with the mappings to publish through. */
export const eventBusContract = (
  name: string,
  makeFixture: (mappings: PublicMappings) => Promise<EventBusFixture>,
): void =>
  describe(`the event bus ${name}`, () => {
    let current: EventBusFixture;
    const fixture = () => current;
    beforeEach(async () => {
      current = await makeFixture(contractMappings);
    });
    afterEach(() => current.dispose());

    describe('delivery', () => delivery(fixture));
    describe('meaning', () => meaning(fixture));
  });
