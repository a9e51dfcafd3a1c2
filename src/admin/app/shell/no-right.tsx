import type { ReactNode } from 'react';
import { EmptyState } from '../../components/empty-state.js';
import { LinkButton } from '../../components/link-button.js';
import { useWords } from '../words.js';
import { shellWords } from './shell-words.js';

/** Instead of a page that a person may not open. */
export function NoRight(): ReactNode {
  const say = useWords(shellWords);
  return <EmptyState isPage title={say('noRightTitle')} text={say('noRightWhy')} action={<LinkButton to="/">{say('toHome')}</LinkButton>} />;
}
