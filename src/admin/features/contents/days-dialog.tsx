import { DatePicker, Modal } from 'antd';
import dayjs from 'dayjs';
import { useState, type ReactNode } from 'react';
import { useWords } from '../../app/words.js';
import { contentsWords } from './contents-words.js';

/** From one day to another, both with it. */
export interface Days {
  readonly from: string;
  readonly to: string;
}

export interface DaysDialogProps {
  readonly start: Days | undefined;
  readonly onSet: (days: Days) => void;
  readonly onClose: () => void;
}

/** Asks for two days of the newsroom's calendar. */
export function DaysDialog({ start, onSet, onClose }: DaysDialogProps): ReactNode {
  const say = useWords(contentsWords);
  const [days, setDays] = useState(start);
  return (
    <Modal open width={360} title={say('changed')} okText={say('show')} cancelText={say('cancel')} okButtonProps={{ disabled: !days }} onOk={() => { if (days) onSet(days); }} onCancel={onClose}>
      <DatePicker.RangePicker
        style={{ width: '100%' }} aria-label={say('changed')} value={days ? [dayjs(days.from), dayjs(days.to)] : null}
        onChange={(range) => { const [from, to] = (range ?? []).map((day) => day?.format('YYYY-MM-DD')); setDays(from && to ? { from, to } : undefined); }}
      />
    </Modal>
  );
}
