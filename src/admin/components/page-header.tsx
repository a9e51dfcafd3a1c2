import type { ReactNode } from 'react';
import { Link, useMatches } from 'react-router';
import { useAppearance } from '../app/appearance.js';
import type { Page } from '../app/feature.js';
import { findPage } from '../app/registry.js';
import { shellWords } from '../app/shell/shell-words.js';
import { useDocumentTitle } from '../app/use-document-title.js';
import { said, useWords } from '../app/words.js';
import styles from './page-header.module.css';

export interface PageHeaderProps {
  /** The page's own title when left out. */
  readonly title?: ReactNode;
  /** The title as text, for the browser's tab, when `title` is more than text. */
  readonly documentTitle?: string;
  /** One quiet line below the title. */
  readonly note?: ReactNode;
  readonly actions?: ReactNode;
}

/** The head of every page: the way back, its title (the one h1), what can be done. */
export function PageHeader({ title, documentTitle, note, actions }: PageHeaderProps): ReactNode {
  const { language } = useAppearance();
  const page = useMatches().at(-1)?.handle as Page | undefined;
  const shown = title ?? (page ? said(page.title, language) : '');
  useDocumentTitle(documentTitle ?? (typeof shown === 'string' ? shown : page ? said(page.title, language) : ''));
  return (
    <header className={styles.header}>
      <Crumbs page={page} />
      <div className={styles.line}>
        <h1 className={styles.title}>{shown}</h1>
        {actions ? <div className={`${styles.actions} no-print`}>{actions}</div> : null}
      </div>
      {note ? <div className={styles.note}>{note}</div> : null}
    </header>
  );
}

function Crumbs({ page }: { readonly page: Page | undefined }): ReactNode {
  const say = useWords(shellWords);
  const { language } = useAppearance();
  const above: Page[] = [];
  for (let at = page?.parent ? findPage(page.parent) : undefined; at; at = at.parent ? findPage(at.parent) : undefined) above.unshift(at);
  if (above.length === 0) return null;
  return (
    <nav aria-label={say('crumbs')} className={`${styles.crumbs} no-print`}>
      <ol>{above.map((each) => <li key={each.id}><Link to={`/${each.path}`}>{said(each.title, language)}</Link></li>)}</ol>
    </nav>
  );
}
