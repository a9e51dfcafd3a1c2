import { useQueries } from '@tanstack/react-query';
import { request } from '../graphql/request.js';
import { useRead } from '../graphql/use-graphql.js';
import { AssetPlaceDocument, UnitNamesDocument, type AssetPlaceQuery } from './choices.generated.js';

/** The short names of units by id. */
export function useUnitNames(): ReadonlyMap<string, string> {
  const { data } = useRead(UnitNamesDocument, {}, { isAside: true });
  return new Map((data?.units.nodes ?? []).map(({ id, shortName }) => [id, shortName]));
}

type Asset = NonNullable<AssetPlaceQuery['asset']>;

/** Assets by id; those that are gone or not yet known are absent. */
export function useAssets(ids: readonly string[]): ReadonlyMap<string, Asset> {
  const answers = useQueries({ queries: ids.map((id) => ({ queryKey: ['AssetPlace', id], queryFn: () => request(AssetPlaceDocument, { id }), staleTime: Infinity })) });
  return new Map(answers.flatMap(({ data }) => (data?.asset ? [[data.asset.id, data.asset] as const] : [])));
}
