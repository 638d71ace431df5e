import { refusalText } from '@sunlit/contracts';
import { GraphQLError, Kind, visit, type DocumentNode } from 'graphql';

/** Whether the document asks for the schema (`__typename` is none of it). */
export const asksForSchema = (document: DocumentNode): boolean => {
  let asks = false;
  visit(document, {
    [Kind.FIELD]: ({ name }) => {
      asks ||= name.value === '__schema' || name.value === '__type';
    },
  });
  return asks;
};

/** The error for who may not see the schema. */
export const schemaNeedsSignIn = (): GraphQLError => {
  const { zh, en } = refusalText('NotSignedIn');
  return new GraphQLError(`${zh} ${en}`, { extensions: { code: 'NotSignedIn', textZh: zh, textEn: en } });
};

/** The message without the names graphql-js suggests. */
export const withoutSuggestions = (message: string): string => message.replace(/ ?Did you mean[^?]*\?/g, '');
