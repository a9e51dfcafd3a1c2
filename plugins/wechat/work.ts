import type { Delivery, Host } from '../../src/distribution/channel.js';
import { openClient, type WechatClient } from './client/open-client.js';
import type { WechatSettings } from './settings.js';

/** The notes of one delivery, in the order in which they are written. Each is written before or after a step that cannot be taken back. */
export const notes = {
  /** Since when draft/add has been asked; emptied when WeChat surely refused. */
  addingDraft: 'addingDraft',
  /** The draft of this version. */
  draftMediaId: 'draftMediaId',
  /** The draft that was made without a retracted article, to take the place of the bundle it was in. */
  rebuiltDraft: 'rebuiltDraft',
  /** The earlier article that was deleted to make place for this one. */
  deletedArticle: 'deletedArticle',
  /** Since when freepublish/submit has been asked, with the day's count before: `SubmissionNote` as JSON. */
  submitting: 'submitting',
  /** WeChat's number for the submission. */
  publishId: 'publishId',
  /** The published article, where it was found by looking and not by a publishId. */
  articleId: 'articleId',
  /** Since when message/mass/sendall has been asked; emptied when WeChat surely refused. */
  massAsked: 'massAsked',
  /** WeChat's number for the mass send. */
  massMsgId: 'massMsgId',
  /** The number its article has in addresses and statistics. */
  massDataId: 'massDataId',
  /** The `at` of the doubtful submission a person was asked about. */
  askedPerson: 'askedPerson',
} as const;
export type NoteName = keyof typeof notes;

/** The delivery's notes as this attempt knows them: what earlier attempts left, and its own. */
export interface Journal {
  /** The note, or undefined when absent or emptied. */
  get(name: NoteName): string | undefined;
  /** Writes a note durably; it counts for this attempt even if keeping it fails. */
  note(name: NoteName, value: string): Promise<void>;
}

/** All one attempt works with. */
export interface Work {
  readonly delivery: Delivery<WechatSettings>;
  readonly settings: WechatSettings;
  readonly host: Host;
  readonly client: WechatClient;
  readonly journal: Journal;
}

/** Lays out what an attempt needs. Touches nothing. */
export function openWork(delivery: Delivery<WechatSettings>, host: Host): Work {
  const { settings } = delivery.destination;
  const known = new Map(Object.entries(delivery.marks));
  const journal: Journal = {
    get: (name) => known.get(name) || undefined,
    note(name, value) {
      known.set(name, value);
      return host.mark(name, value);
    },
  };
  return { delivery, settings, host, journal, client: openClient(settings, host) };
}
