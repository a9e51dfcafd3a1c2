import { DeleteOutlined, StarOutlined } from '@ant-design/icons';
import { Button, Modal } from 'antd';
import { useState, type ReactNode } from 'react';
import { useWords } from '../../app/words.js';
import { ErrorNotice } from '../../components/error-notice.js';
import { Loading } from '../../components/loading.js';
import { useToast } from '../../components/use-toast.js';
import type { RequestError } from '../../graphql/request.js';
import { useAct, useRead } from '../../graphql/use-graphql.js';
import { RemoveViewDocument, SavedViewsDocument, SaveViewDocument, type SavedViewsQuery } from './contents.generated.js';
import { contentsWords } from './contents-words.js';
import type { ListFiltersInAddress } from './list-filters.js';
import { SaveView } from './save-view.js';
import styles from './contents.module.css';

type View = SavedViewsQuery['savedViews'][number];

/** Filters by name: one's own and those that colleagues share. A link shows the same list to anybody. */
export function SavedViews({ list }: { readonly list: ListFiltersInAddress }): ReactNode {
  const say = useWords(contentsWords);
  const { data, error, refetch } = useRead(SavedViewsDocument, {});
  const [isOpen, setOpen] = useState(false);
  const views = data?.savedViews ?? [];
  const isShown = ({ query }: View): boolean => query === list.query;
  const show = ({ query }: View): void => {
    list.show(query);
    setOpen(false);
  };
  return (
    <>
      <Button icon={<StarOutlined />} aria-haspopup="dialog" onClick={() => { setOpen(true); }}>{views.find(isShown)?.name ?? say('views')}</Button>
      {isOpen ? (
        <Modal open width={380} title={say('views')} footer={null} onCancel={() => { setOpen(false); }}>
          <div className={styles.views}>
            <ErrorNotice error={error} onRetry={() => { void refetch(); }} />
            {data ? null : error ? null : <Loading lines={2} />}
            {data && views.length === 0 ? <p className={styles.hint}>{say('noViews')}</p> : null}
            <Group title={say('ownViews')} views={views.filter(({ isOwn }) => isOwn)} isShown={isShown} onShow={show} />
            <Group title={say('sharedViews')} views={views.filter(({ isOwn }) => !isOwn)} isShown={isShown} onShow={show} />
            <SaveView query={list.query} onSaved={() => { setOpen(false); }} />
          </div>
        </Modal>
      ) : null}
    </>
  );
}

interface GroupProps {
  readonly title: string;
  readonly views: readonly View[];
  readonly isShown: (view: View) => boolean;
  readonly onShow: (view: View) => void;
}

function Group({ title, views, isShown, onShow }: GroupProps): ReactNode {
  const say = useWords(contentsWords);
  const { remove, error } = useRemove();
  if (views.length === 0) return null;
  return (
    <section>
      <h3>{title}</h3>
      <ErrorNotice error={error} />
      <ul>
        {views.map((view) => (
          <li key={view.id}>
            <button type="button" aria-current={isShown(view)} onClick={() => { onShow(view); }}>{view.name} <small>{view.isOwn ? (view.sharing === 'NOBODY' ? '' : say(view.sharing === 'UNIT' ? 'sharedUnit' : 'sharedAll')) : view.ownerName}</small></button>
            {view.isRemovable ? <Button type="text" size="small" icon={<DeleteOutlined />} aria-label={say('removeView', { name: view.name })} onClick={() => { remove(view); }} /> : null}
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Takes a view away; one's own can be had back. */
function useRemove(): { readonly error: RequestError | null; remove(view: View): void } {
  const say = useWords(contentsWords);
  const toast = useToast();
  const back = useAct(SaveViewDocument);
  const { mutateAsync, error } = useAct(RemoveViewDocument);
  return {
    error,
    remove: ({ id, name, query, sharing, isOwn }) => {
      const undo = async (): Promise<void> => { await back.mutateAsync({ input: { name, query, sharing } }); };
      mutateAsync({ id }).then(() => { toast.done(say('viewRemoved', { name }), isOwn ? { undo } : {}); }, () => undefined);
    },
  };
}
