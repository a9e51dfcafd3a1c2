import { DeleteOutlined, LinkOutlined, SaveOutlined, StarOutlined } from '@ant-design/icons';
import { Button, Input, Popover } from 'antd';
import { useState, type ReactNode } from 'react';
import { isComposing } from '../../app/keyboard/is-composing.js';
import { useMe } from '../../app/session/me.js';
import { useKept } from '../../app/use-kept.js';
import { useWords } from '../../app/words.js';
import { useToast } from '../../components/use-toast.js';
import { contentsWords } from './contents-words.js';
import type { ListFiltersInAddress } from './list-filters.js';
import styles from './contents.module.css';

interface SavedView {
  readonly name: string;
  readonly query: string;
}

/** Filters by name, for this person on this computer; by link, for everybody. */
export function SavedViews({ list }: { readonly list: ListFiltersInAddress }): ReactNode {
  const say = useWords(contentsWords);
  const { person } = useMe();
  const [views, setViews] = useKept<readonly SavedView[]>(`contents.views.${person.id}`, []);
  const [isOpen, setOpen] = useState(false);
  const current = views.find(({ query }) => query === list.query);
  return (
    <Popover
      trigger="click" placement="bottomRight" open={isOpen} onOpenChange={setOpen}
      content={(
        <div className={styles.views}>
          {views.length === 0 ? <p className={styles.hint}>{say('noViews')}</p> : (
            <ul>
              {views.map((view) => (
                <li key={view.name}>
                  <button type="button" aria-current={view === current} onClick={() => { list.show(view.query); setOpen(false); }}>{view.name}</button>
                  <Button type="text" size="small" icon={<DeleteOutlined />} aria-label={say('removeView', { name: view.name })} onClick={() => { setViews(views.filter((each) => each !== view)); }} />
                </li>
              ))}
            </ul>
          )}
          <SaveView query={list.query} onSave={(view) => { setViews([...views.filter(({ name }) => name !== view.name), view]); setOpen(false); }} />
        </div>
      )}
    >
      <Button icon={<StarOutlined />}>{current?.name ?? say('views')}</Button>
    </Popover>
  );
}

function SaveView({ query, onSave }: { readonly query: string; readonly onSave: (view: SavedView) => void }): ReactNode {
  const say = useWords(contentsWords);
  const toast = useToast();
  const [name, setName] = useState('');
  function save(): void {
    const wanted = name.trim();
    if (!wanted) return;
    onSave({ name: wanted, query });
    setName('');
    toast.done(say('viewSaved', { name: wanted }));
  }
  async function copyLink(): Promise<void> {
    await navigator.clipboard.writeText(`${window.location.origin}${window.location.pathname}${query ? `?${query}` : ''}`);
    toast.done(say('linkCopied'));
  }
  return (
    <div className={styles.saveView}>
      <Input size="small" value={name} maxLength={20} aria-label={say('viewName')} placeholder={say('viewName')} onChange={(event) => { setName(event.target.value); }} onKeyDown={(event) => { if (event.key === 'Enter' && !isComposing(event)) save(); }} />
      <Button size="small" icon={<SaveOutlined />} disabled={!name.trim()} onClick={save}>{say('save')}</Button>
      <Button size="small" icon={<LinkOutlined />} onClick={() => { void copyLink(); }}>{say('copyLink')}</Button>
    </div>
  );
}
