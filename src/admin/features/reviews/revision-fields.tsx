import type { ReactNode } from 'react';
import { useWords } from '../../app/words.js';
import { MarkedText, type BodyMark } from '../../components/body-view.js';
import { useContentNames } from '../../components/content-state.js';
import { Facts } from '../../components/facts.js';
import { useFields } from '../../components/use-fields.js';
import type { ReviewTextQuery } from './reviews.generated.js';
import { reviewsWords } from './reviews-words.js';
import styles from './reviews.module.css';

type Told = ReviewTextQuery['revisionFields'];

/** Told in a grid before the text, in this order. */
const brief = ['unitId', 'author', 'source', 'isOriginal', 'place', 'topicIds', 'tags', 'occurredAt', 'importance', 'shortTitle', 'isRepeatable', 'durationSeconds'];
/** Told in a grid after the text. */
const last = ['attachmentIds', 'relatedIds', 'videoId', 'coverId', 'shareTitle', 'shareDescription', 'shareImageId'];
/** Shown by themselves elsewhere on the page. */
const elsewhere = ['title', 'summary'];

/** What the revision says of a field; undefined when it says nothing. */
export const wordsOf = (told: Told, field: string): string | undefined => told.find((each) => each.field === field)?.text;

export interface RevisionFieldsProps {
  readonly told: Told;
  readonly marks?: readonly BodyMark[];
  readonly onMark?: (id: string) => void;
}

/** Who and where: what is told in a word or two, with what the checks found in it. */
export function BriefFields({ kind, characters, told, ...drawing }: RevisionFieldsProps & { readonly kind: string; readonly characters?: number }): ReactNode {
  const say = useWords(reviewsWords);
  const names = useContentNames();
  return <Facts facts={[[say('kind'), names.kind(kind)], ...useFacts(brief, { told, ...drawing }), [say('words'), characters]]} />;
}

/** What goes with the text: files, related contents, how it is shared. */
export function LastFields(props: RevisionFieldsProps): ReactNode {
  return <Facts facts={useFacts(last, props)} />;
}

function useFacts(shown: readonly string[], { told, marks = [], onMark }: RevisionFieldsProps): readonly (readonly [string, ReactNode])[] {
  const fields = useFields();
  return shown.map((field) => {
    const text = wordsOf(told, field);
    return [fields.label(field), text === undefined ? null : <span key={field} id={field}><MarkedText path={field} marks={marks} onMark={onMark}>{fields.text(field, text)}</MarkedText></span>];
  });
}

/** What a kind tells at length beside its body: of a case the problem, the measure, the effect and its figures. */
export function LongFields({ told, marks = [], onMark }: RevisionFieldsProps): ReactNode {
  const fields = useFields();
  const long = told.filter(({ field }) => ![...brief, ...last, ...elsewhere].includes(field));
  return long.map(({ field, text }) => (
    <section key={field} className={styles.long} id={`details.${field}`}>
      <h3>{fields.label(field)}</h3>
      {field === 'figures' ? <ul>{text.split('\n').map((line, at) => <li key={at} id={`details.figures[${at}]`}>{line}</li>)}</ul> : <p><MarkedText path={`details.${field}`} marks={marks} onMark={onMark}>{text}</MarkedText></p>}
    </section>
  ));
}
