import type { ReactNode } from 'react';
import { EmptyState } from '../../components/empty-state.js';
import { LinkButton } from '../../components/link-button.js';
import { errorWords } from '../errors/error-words.js';
import { useDocumentTitle } from '../use-document-title.js';
import { useWords } from '../words.js';

/** At an address that no feature has: said inside the workplace, so that the way on is in sight. */
export function Component(): ReactNode {
  const say = useWords(errorWords);
  useDocumentTitle(say('missingTitle'));
  return <EmptyState isPage title={say('missingTitle')} text={say('missingWhy')} action={<LinkButton to="/">{say('home')}</LinkButton>} />;
}
