import type { CodegenConfig } from '@graphql-codegen/cli';

/**
 * `npm run graphql`: from schema/schema.graphql and every *.graphql of the admin, one typed document file beside each, so that a
 * lazily loaded feature brings its own operations only.
 */
const config: CodegenConfig = {
  schema: 'schema/schema.graphql',
  documents: ['src/admin/**/*.graphql'],
  ignoreNoDocuments: true,
  generates: {
    'src/admin/graphql/generated/schema-types.ts': {
      plugins: ['typescript'],
      config: {
        enumsAsTypes: true, useTypeImports: true, skipTypename: true, onlyOperationTypes: true, immutableTypes: true,
        scalars: { ID: 'string', DateTimeISO: 'string', JSONObject: 'Record<string, unknown>' },
        strictScalars: true, avoidOptionals: { field: true, inputValue: false },
      },
    },
    'src/admin/': {
      preset: 'near-operation-file',
      presetConfig: { extension: '.generated.ts', baseTypesPath: 'graphql/generated/schema-types.js', importTypesNamespace: 'Schema' },
      plugins: ['typescript-operations', 'typed-document-node'],
      config: {
        documentMode: 'string', useTypeImports: true, skipTypename: true, immutableTypes: true, enumsAsTypes: true, dedupeFragments: true,
        scalars: { ID: 'string', DateTimeISO: 'string', JSONObject: 'Record<string, unknown>' }, emitLegacyCommonJSImports: true,
      },
    },
  },
};

export default config;
