import { GraphQLDateTimeISO, GraphQLJSONObject } from 'graphql-scalars';

/** A time as ISO 8601 text with zone. */
export const DateTime = GraphQLDateTimeISO;

/** A JSON object whose shape another document describes (a settings schema, the body's schema). */
export const JsonObject = GraphQLJSONObject;
