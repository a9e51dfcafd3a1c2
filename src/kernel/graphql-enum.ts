import { registerEnumType } from 'type-graphql';

/** A closed set of words as a GraphQL enum: `inReview` is shown as IN_REVIEW. Every value has its description. */
export function graphqlEnum<T extends string>(name: string, description: string, values: Readonly<Record<T, string>>): Record<string, T> {
  const words = Object.keys(values) as T[];
  const enumObject = Object.fromEntries(words.map((word) => [screaming(word), word])) as Record<string, T>;
  const valuesConfig = Object.fromEntries(words.map((word) => [screaming(word), { description: values[word] }]));
  registerEnumType(enumObject, { name, description, valuesConfig });
  return enumObject;
}

const screaming = (word: string): string => word.replace(/([a-z0-9])([A-Z])/g, '$1_$2').replace(/[^A-Za-z0-9]/g, '_').toUpperCase();
