/** A figure before and after a measure. */
export interface Figure {
  readonly name: string;
  readonly before: string;
  readonly after: string;
}

/** What an editor types into a content. Absent fields are empty texts. */
export interface Draft {
  readonly title: string;
  readonly shortTitle: string;
  readonly summary: string;
  readonly author: string;
  readonly source: string;
  readonly place: string;
  readonly isOriginal: boolean;
  readonly importance: number;
  readonly unitId: string;
  readonly tags: readonly string[];
  readonly topicIds: readonly string[];
  readonly attachmentIds: readonly string[];
  readonly relatedIds: readonly string[];
  readonly body: object;
  readonly coverId: string;
  /** ISO 8601. */
  readonly occurredAt: string;
  readonly shareTitle: string;
  readonly shareDescription: string;
  readonly shareImageId: string;
  readonly problem?: string;
  readonly measure?: string;
  readonly effect?: string;
  readonly figures?: readonly Figure[];
  readonly isRepeatable?: boolean;
  readonly transcript?: string;
  readonly videoId?: string;
  readonly durationSeconds?: number | '';
}
