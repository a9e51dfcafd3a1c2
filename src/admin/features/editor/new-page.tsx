import { Button, Input } from 'antd';
import { useState, type ReactNode } from 'react';
import { useNavigate, useParams } from 'react-router';
import { useMe } from '../../app/session/me.js';
import { useUnsaved } from '../../app/use-unsaved.js';
import { useWords } from '../../app/words.js';
import { ErrorNotice } from '../../components/error-notice.js';
import { PageHeader } from '../../components/page-header.js';
import { Panel } from '../../components/panel.js';
import { useToast } from '../../components/use-toast.js';
import { useAct } from '../../graphql/use-graphql.js';
import { CreateArticleDocument, CreateCaseDocument, CreateVideoDocument } from './editor.generated.js';
import { editorWords } from './editor-words.js';
import styles from './panels.module.css';

/** Begins a content by its title, signed by its writer and their unit as author and source; then the editor opens. */
export function Component(): ReactNode {
  const { kind = 'article' } = useParams();
  const say = useWords(editorWords);
  const toast = useToast();
  const go = useNavigate();
  const { person } = useMe();
  const [title, setTitle] = useState('');
  const open = async (id: string): Promise<void> => {
    toast.done(say('created'));
    await go(`/contents/${id}`, { replace: true });
  };
  const article = useAct(CreateArticleDocument, { onDone: ({ createArticle }) => open(createArticle.id) });
  const reformCase = useAct(CreateCaseDocument, { onDone: ({ createCase }) => open(createCase.id) });
  const video = useAct(CreateVideoDocument, { onDone: ({ createVideo }) => open(createVideo.id) });
  const create = { article, case: reformCase, video }[kind] ?? article;
  useUnsaved(title !== '' && !create.isPending && !create.isSuccess);
  return (
    <>
      <PageHeader />
      <Panel>
        <form className={styles.fields} onSubmit={(event) => { event.preventDefault(); create.mutate({ input: { title: title.trim(), author: person.name, ...(person.unit ? { source: person.unit.name } : {}) } }); }}>
          <label htmlFor="new-title">{say('title')}</label>
          <Input id="new-title" autoFocus placeholder={say('titleHint')} maxLength={100} showCount value={title} onChange={(event) => { setTitle(event.target.value); }} />
          <ErrorNotice error={create.error} />
          <div><Button type="primary" htmlType="submit" disabled={title.trim() === ''} loading={create.isPending}>{say('create')}</Button></div>
        </form>
      </Panel>
    </>
  );
}
