import { createContext, useContext } from 'react';
import type { MeQuery } from './session.generated.js';

export type SignedInPerson = NonNullable<NonNullable<MeQuery['me']>['person']>;

/** Who works here, and what they may do. */
export interface Me {
  readonly person: SignedInPerson;
  readonly permissions: ReadonlySet<string>;
}

export const MeContext = createContext<Me | undefined>(undefined);

/** Who is signed in. Only below the workplace, where somebody is. */
export function useMe(): Me {
  const me = useContext(MeContext);
  if (!me) throw new Error('useMe is for components below the workplace');
  return me;
}

/** True when the person holds one of these permissions, or when none is asked for. */
export const mayOneOf = ({ permissions }: Me, wanted: readonly string[] | undefined): boolean => !wanted || wanted.some((permission) => permissions.has(permission));

/** Answers whether the person may do something, such as `may('content.archive')`. The server decides again. */
export function useMay(): (permission: string) => boolean {
  const { permissions } = useMe();
  return (permission) => permissions.has(permission);
}
