import type { Dictionaries } from './dictionaries.js';
import type { Severity } from './severity.js';

/** One thing said in the users' language and in English. */
export interface Wording {
  readonly zh: string;
  readonly en: string;
}

/** A piece of running text; `path` names its place for people and pages: `body[3]`, `details.problem`. */
export interface TextBlock {
  readonly path: string;
  readonly text: string;
}

/** A picture of the content. `hasRights`: somebody has stated that we may publish it. */
export interface CheckedImage {
  readonly path: string;
  readonly assetId: string;
  readonly alt?: string;
  readonly credit?: string;
  readonly hasRights: boolean;
  /** When the right to use it ends. */
  readonly rightsExpireAt?: Date;
}

export interface CheckedLink {
  readonly path: string;
  readonly href: string;
}

/** The fields that every kind of content has and that checks look at. */
export interface CheckedFields {
  readonly title: string;
  readonly summary: string;
  readonly isOriginal: boolean;
  readonly shortTitle?: string;
  readonly source?: string;
  readonly author?: string;
  readonly place?: string;
  readonly shareTitle?: string;
  readonly shareDescription?: string;
  /** The names of the content's own unit: a source that needs no list. */
  readonly ownNames?: readonly string[];
}

/**
 * One revision as checks see it. Paths of the body's own blocks begin with `body`; the fields that only one kind of content
 * has come as blocks too (`details.problem`), so that no text escapes because its kind is new.
 */
export interface CheckSubject {
  readonly contentId: string;
  readonly kind: string;
  readonly fields: CheckedFields;
  readonly blocks: readonly TextBlock[];
  readonly images: readonly CheckedImage[];
  readonly links: readonly CheckedLink[];
}

/** All that a check may ask of the outside. Without `headUrl` and `hasAsset` nothing is asked, and nothing is found dead. */
export interface CheckServices {
  readonly dictionaries: Dictionaries;
  /** The moment of the run: no date of birth lies after it. */
  readonly now: Date;
  /** The HTTP status of an address. Rejects when there is no answer; must end by itself in bounded time. */
  readonly headUrl?: (url: string) => Promise<number>;
  /** Whether the picture is still there. */
  readonly hasAsset?: (assetId: string) => Promise<boolean>;
}

/** What a check reports. Offsets are UTF-16 units in the text at `path`, `end` exclusive; both are 0 when a whole field is meant. */
export interface Spot {
  readonly path: string;
  readonly start: number;
  readonly end: number;
  /** The words meant. Personal numbers are masked, because findings are kept for ever. */
  readonly excerpt: string;
  readonly message: Wording;
  /** What to write instead. */
  readonly suggestion?: string;
  /** The check's own severity, unless this is set. */
  readonly severity?: Severity;
  readonly dictionaryVersion?: string;
}

/** A spot, filed: `key` is equal on every run over the same words at the same place, so that an override sticks to it. */
export interface Finding extends Spot {
  readonly checkId: string;
  readonly severity: Severity;
  readonly key: string;
}

/** One proof-reading check: a file in this folder and a line in `checks.ts`. */
export interface Check {
  /** Kebab-case and never changed: stored findings and overrides name it. */
  readonly id: string;
  readonly name: Wording;
  readonly severity: Severity;
  run(subject: CheckSubject, services: CheckServices): readonly Spot[] | Promise<readonly Spot[]>;
}
