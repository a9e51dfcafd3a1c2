import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useWords } from '../../app/words.js';
import { formatTime } from '../../components/time.js';
import { useToast } from '../../components/use-toast.js';
import { request } from '../../graphql/request.js';
import { ScheduleContentDocument } from '../publishing/publishing.generated.js';
import { calendarWords } from './calendar-words.js';
import type { Entry } from './use-entries.js';

export interface Reschedule {
  /** Moves it; what is shown moves at once and goes back when the server refuses. Can be undone for eight seconds. */
  readonly move: (entry: Entry, at: string) => void;
  /** Where entries are while the server is asked, by id. */
  readonly moving: ReadonlyMap<string, string>;
}

/** Moves the times at which contents go out; note, embargo and targets stay as they are. */
export function useReschedule(): Reschedule {
  const say = useWords(calendarWords);
  const toast = useToast();
  const client = useQueryClient();
  const [moving, setMoving] = useState<ReadonlyMap<string, string>>(new Map());
  const settle = (id: string): void => { setMoving((now) => new Map([...now].filter(([each]) => each !== id))); };

  async function send({ id, kept }: Entry, at: string): Promise<void> {
    setMoving((now) => new Map(now).set(id, at));
    try {
      await request(ScheduleContentDocument, { input: { id, at, timeZone: 'Asia/Shanghai', ...kept } });
      await client.invalidateQueries();
    } finally {
      settle(id);
    }
  }
  const move = (entry: Entry, at: string): void => {
    if (at === entry.at) return;
    const undo = (): Promise<void> => send(entry, entry.at);
    send(entry, at).then(() => { toast.done(say('moved', { title: entry.title, at: formatTime(at) }), { undo }); }, toast.failed);
  };
  return { move, moving };
}
