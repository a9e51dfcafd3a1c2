import { Button, Checkbox, Modal, Select } from 'antd';
import { useState, type ReactNode } from 'react';
import { useWords } from '../../app/words.js';
import { ErrorNotice } from '../../components/error-notice.js';
import { inNewsroom, NewsroomPicker } from '../../components/newsroom-picker.js';
import { useAct, useRead } from '../../graphql/use-graphql.js';
import type { DeliveryFilter } from '../../graphql/generated/schema-types.js';
import { DestinationNamesDocument, ReplayCountDocument, ReplayDeliveriesDocument } from './deliveries.generated.js';
import { deliveriesWords } from './deliveries-words.js';
import styles from './deliveries.module.css';

/** Sends again what failed in a time range, at one outlet or at all; says before how many that are, and afterwards how many went. */
export function ReplayDialog({ destinationId, onClose }: { readonly destinationId: string | undefined; readonly onClose: () => void }): ReactNode {
  const say = useWords(deliveriesWords);
  const replay = useReplay(destinationId);
  const { range, setRange, count, done } = replay;
  return (
    <Modal
      open width={560} title={say('replay')} onCancel={onClose}
      footer={<><Button onClick={onClose}>{say('close')}</Button>{done && !done.continueFrom ? null : <Button type="primary" disabled={!count} loading={replay.isPending} onClick={replay.start}>{say(done ? 'replayMore' : 'replayStart', { count: count ?? 0 })}</Button>}</>}
    >
      <div className={styles.panels}>
        <p className={styles.said}>{say('replayHint')}</p>
        <Outlet value={range.destinationId} onChange={(id) => { setRange({ ...range, destinationId: id }); }} />
        <div className={styles.buttons}>
          <NewsroomPicker label={say('from')} value={range.from} onChange={(from) => { setRange({ ...range, from: from ?? range.from }); }} />
          <NewsroomPicker label={say('until')} value={range.until} onChange={(until) => { setRange({ ...range, until: until ?? range.until }); }} />
        </div>
        <Checkbox checked={range.withDelivered} onChange={(event) => { setRange({ ...range, withDelivered: event.target.checked }); }}>{say('withDelivered')}</Checkbox>
        <p role="status">{done ? say('replayDone', { count: done.reopened, skipped: done.skipped }) : <strong>{count === undefined ? '…' : count === 0 ? say('replayNone') : say('replayCount', { count })}</strong>}</p>
        <ErrorNotice error={replay.error} />
      </div>
    </Modal>
  );
}

const everywhere = '';

function Outlet({ value, onChange }: { readonly value: string | undefined; readonly onChange: (id: string | undefined) => void }): ReactNode {
  const say = useWords(deliveriesWords);
  const { data } = useRead(DestinationNamesDocument, {}, { isAside: true });
  const outlets = (data?.destinations.nodes ?? []).map(({ id, name, isActive }) => ({ value: id, label: isActive ? name : `${name}（${say('inactive')}）`, disabled: !isActive }));
  return <Select showSearch optionFilterProp="label" aria-label={say('destination')} value={value ?? everywhere} onChange={(id: string) => { onChange(id || undefined); }} options={[{ value: everywhere, label: say('everyDestination'), disabled: false }, ...outlets]} />;
}

interface Range {
  /** Undefined: every outlet that is active. */
  readonly destinationId: string | undefined;
  readonly from: string;
  readonly until: string;
  readonly withDelivered: boolean;
}

function useReplay(destinationId: string | undefined) {
  const [range, setRange] = useState<Range>(() => ({ destinationId, from: inNewsroom(new Date()).subtract(1, 'day').startOf('day').toISOString(), until: inNewsroom(new Date()).add(1, 'minute').startOf('minute').toISOString(), withDelivered: false }));
  const replay = useAct(ReplayDeliveriesDocument);
  const at = range.destinationId ? { destinationId: range.destinationId } : {};
  const within: DeliveryFilter = { ...(range.destinationId ? at : { isDestinationActive: true }), since: range.from, until: range.until };
  const isEnabled = range.from < range.until;
  const { data, error } = useRead(ReplayCountDocument, { failed: { ...within, states: ['DEAD', 'REFUSED'] }, all: { ...within, states: ['DEAD', 'REFUSED', 'DELIVERED'] } }, { isEnabled });
  const done = replay.data?.replayDeliveries;
  return {
    range, setRange: (next: Range) => { replay.reset(); setRange(next); }, done, isPending: replay.isPending, error: replay.error ?? (isEnabled ? error : null),
    count: isEnabled ? (range.withDelivered ? data?.all : data?.failed)?.totalCount ?? undefined : undefined,
    start: () => { replay.mutate({ input: { ...at, from: done?.continueFrom ?? range.from, until: range.until, withDelivered: range.withDelivered } }); },
  };
}
