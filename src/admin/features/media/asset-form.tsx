import { Button, DatePicker, Form, Input } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import type { ReactNode } from 'react';
import { useMay } from '../../app/session/me.js';
import { useWords } from '../../app/words.js';
import { ErrorNotice } from '../../components/error-notice.js';
import { useToast } from '../../components/use-toast.js';
import { useAct } from '../../graphql/use-graphql.js';
import type { DetailedAsset } from './asset-drawer.js';
import { UpdateMediaAssetDocument } from './media.generated.js';
import { mediaWords } from './media-words.js';

/** What is told of an asset and its rights, as a form holds it. */
export interface Notes {
  readonly alt?: string;
  readonly credit?: string;
  readonly author?: string;
  readonly source?: string;
  readonly license?: string;
  readonly expires?: Dayjs | null;
}

interface Fields extends Notes {
  readonly filename: string;
}

/** The day until whose end in Hangzhou the right holds, as a moment. */
export const endOfDay = (day: Dayjs): string => new Date(`${day.format('YYYY-MM-DD')}T23:59:59+08:00`).toISOString();

/** Changes what is told of one asset. */
export function AssetForm({ asset }: { readonly asset: DetailedAsset }): ReactNode {
  const say = useWords(mediaWords);
  const may = useMay();
  const toast = useToast();
  const update = useAct(UpdateMediaAssetDocument, { onDone: () => { toast.done(say('saved')); } });
  const { id, filename, alt, credit, author, source, license, rightsExpireAt } = asset;
  const save = ({ expires, ...texts }: Fields): void => { update.mutate({ input: { id, ...texts, rightsExpireAt: expires ? endOfDay(expires) : null } }); };
  const initial = { filename, alt, credit: credit ?? '', author: author ?? '', source: source ?? '', license: license ?? '', expires: rightsExpireAt ? dayjs(rightsExpireAt) : null };
  return (
    <Form<Fields> layout="vertical" initialValues={initial} disabled={!may('asset.update')} onFinish={save}>
      <Form.Item name="filename" label={say('name')} rules={[{ required: true, whitespace: true }]}><Input maxLength={200} /></Form.Item>
      <NotesFields isImage={asset.kind === 'IMAGE'} />
      <ErrorNotice error={update.error} />
      {may('asset.update') ? <Button type="primary" htmlType="submit" loading={update.isPending}>{say('save')}</Button> : null}
    </Form>
  );
}

/** The fields that one asset and many have in common. */
export function NotesFields({ isImage }: { readonly isImage: boolean }): ReactNode {
  const say = useWords(mediaWords);
  return (
    <>
      {isImage ? <Form.Item name="alt" label={say('alt')} extra={say('altHint')}><Input.TextArea autoSize={{ minRows: 2, maxRows: 5 }} maxLength={500} /></Form.Item> : null}
      <Form.Item name="credit" label={say('credit')}><Input maxLength={200} /></Form.Item>
      <Form.Item name="author" label={say('author')}><Input maxLength={200} /></Form.Item>
      <Form.Item name="source" label={say('source')}><Input maxLength={200} /></Form.Item>
      <Form.Item name="license" label={say('license')}><Input maxLength={500} /></Form.Item>
      <Form.Item name="expires" label={say('expires')}><DatePicker /></Form.Item>
    </>
  );
}
