import type { ApolloServerPlugin } from '@apollo/server';
import { RETRY_AFTER_SECONDS, metUnavailable } from './errors.js';
import { asksForSchema, schemaNeedsSignIn, withoutSuggestions } from './introspection.js';
import type { RequestContext } from './context.js';

type Plugin = ApolloServerPlugin<RequestContext>;

/** The schema, whole or by suggestion, is shown to who is signed in, and to everybody in a demo store. */
export const schemaOnlySignedIn = (demo: boolean): Plugin => ({
  requestDidStart: async ({ contextValue }) => {
    if (demo || contextValue.viewer.role !== 'public') return;
    return {
      didEncounterErrors: async ({ errors }) => {
        for (const error of errors) error.message = withoutSuggestions(error.message);
      },
      didResolveOperation: async ({ document }) => {
        if (asksForSchema(document)) throw schemaNeedsSignIn();
      },
    };
  },
});

/** A service that is away is 503 with Retry-After, for clients and proxies that read the status. */
export const unavailableIs503: Plugin = {
  requestDidStart: async () => ({
    willSendResponse: async ({ response }) => {
      if (response.body.kind !== 'single' || !metUnavailable(response.body.singleResult.errors)) return;
      response.http.status = 503;
      response.http.headers.set('retry-after', String(RETRY_AFTER_SECONDS));
    },
  }),
};
