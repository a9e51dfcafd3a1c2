import type { IllustrationName } from './illustrations.js';
import type { TagName } from './tags.js';
import type { TopicSlug } from './topics.js';
import type { UnitSlug } from './units.js';

/** A figure before and after a measure, as the kind `case` stores it. */
export interface DemoFigure {
  readonly name: string;
  readonly before: string;
  readonly after: string;
}

interface SharedFields {
  /** Never changed: seeding twice is told by it. */
  readonly slug: string;
  readonly title: string;
  /** At most 16 characters: for phones and WeChat. */
  readonly shortTitle?: string;
  readonly summary: string;
  /** Markdown. Pictures are addressed as `illustration:<name>`; see `illustrationsIn`. */
  readonly body: string;
  readonly unitSlug: UnitSlug;
  readonly topicSlugs: readonly TopicSlug[];
  readonly tags: readonly TagName[];
  readonly place: string;
  /** 1 (routine) to 5 (highest). */
  readonly importance: 1 | 2 | 3 | 4 | 5;
  readonly source?: string;
  readonly isOriginal: boolean;
  readonly author: string;
  /** ISO 8601 with zone. */
  readonly occurredAt: string;
  readonly cover: IllustrationName;
  readonly alt: string;
  /** `release`: to be signed and published by the seed. `draft`: left with its faults, to be found by the checks. */
  readonly stage: 'release' | 'draft';
}

export interface DemoArticle extends SharedFields {
  readonly kind: 'article';
  readonly kindFields: Readonly<Record<string, never>>;
}

export interface DemoCase extends SharedFields {
  readonly kind: 'case';
  readonly kindFields: {
    readonly problem: string;
    readonly measure: string;
    readonly effect: string;
    readonly figures: readonly DemoFigure[];
    readonly isRepeatable: boolean;
  };
}

/** A film, of which the demo brings the words only. */
export interface DemoVideo extends SharedFields {
  readonly kind: 'video';
  readonly kindFields: { readonly durationSeconds: number; readonly transcript: string };
}

/** One piece of demo content. The fields of its kind are named as the kind names them. */
export type DemoItem = DemoArticle | DemoCase | DemoVideo;

/** Stands at the end of every body, so that nobody takes a demo figure for a real one. */
export const demoNote = '\n\n*（演示稿件：文中人物、案例和数据均为虚构，仅供试用系统。）*\n';
