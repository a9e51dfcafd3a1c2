import {
  getNamedType, isEnumType, isInputObjectType, isLeafType, isListType, isNonNullType, isObjectType, isInterfaceType,
  type GraphQLArgument, type GraphQLField, type GraphQLInputType, type GraphQLOutputType,
} from 'graphql';

/** A query or mutation that calls one operation with made-up arguments of the right types and asks for as little as possible. */
export function dummyOperation(type: 'query' | 'mutation', field: GraphQLField<unknown, unknown>): string {
  const args = field.args.filter(({ type: each, name }) => isNonNullType(each) || name === 'id');
  const given = args.length > 0 ? `(${args.map(argument).join(', ')})` : '';
  return `${type} { ${field.name}${given} ${selection(field.type)} }`;
}

const argument = ({ name, type }: GraphQLArgument): string => `${name}: ${valueOf(type, name)}`;

/** An id that no document has. */
const absentId = (name: string): string => {
  const noun = /^(\w+)Id$/.exec(name)?.[1];
  return `"${noun ?? 'article'}_000000000000000000000000"`;
};

function valueOf(type: GraphQLInputType, name: string): string {
  if (isNonNullType(type)) return valueOf(type.ofType, name);
  if (isListType(type)) return '[]';
  if (isEnumType(type)) return type.getValues()[0]!.name;
  if (isInputObjectType(type)) {
    const needed = Object.values(type.getFields()).filter((each) => isNonNullType(each.type) && each.defaultValue === undefined);
    return `{ ${needed.map((each) => `${each.name}: ${valueOf(each.type, each.name)}`).join(', ')} }`;
  }
  const scalars: Readonly<Record<string, string>> = { ID: absentId(name), String: '"文字"', Int: '1', Float: '1', Boolean: 'true', JSONObject: '{}', DateTimeISO: '"2035-03-08T08:00:00Z"' };
  const value = scalars[getNamedType(type).name];
  if (value === undefined) throw new Error(`no made-up value for the scalar ${getNamedType(type).name}`);
  return value;
}

function selection(type: GraphQLOutputType): string {
  const named = getNamedType(type);
  if (isLeafType(named)) return '';
  return isObjectType(named) || isInterfaceType(named) ? '{ __typename }' : '';
}
