import { isAbstractType, Kind, TypeInfo, visit, visitWithTypeInfo, type DocumentNode, type GraphQLCompositeType, type GraphQLSchema } from 'graphql';

/**
 * True when the answer to an anonymous reader follows from the read model alone: only queries, and no field whose resolver is
 * not marked `publicRead`. Fields without a resolver show what their parent brought; what is not known to be safe is not.
 */
export function isPublicOperation(schema: GraphQLSchema, document: DocumentNode): boolean {
  const types = new TypeInfo(schema);
  let isPublic = true;
  visit(document, visitWithTypeInfo(types, {
    OperationDefinition: ({ operation }) => { if (operation !== 'query') isPublic = false; },
    Field: ({ name }) => { if (!isPlainField(schema, types.getParentType(), name.value)) isPublic = false; },
  }));
  return isPublic && document.definitions.some(({ kind }) => kind === Kind.OPERATION_DEFINITION);
}

function isPlainField(schema: GraphQLSchema, parent: GraphQLCompositeType | null | undefined, name: string): boolean {
  if (!parent) return false;
  if (name === '__typename') return true;
  const owners = isAbstractType(parent) ? schema.getPossibleTypes(parent) : [parent];
  return owners.every((owner) => {
    const field = owner.getFields()[name];
    return field !== undefined && (field.resolve === undefined || name === 'id' || field.extensions.isPublicRead === true);
  });
}
