import type { ComponentType } from 'react';
import type { Bilingual } from './words.js';

/** One address of the admin. */
export interface Page {
  /** Unique among all pages, `feature.page`. */
  readonly id: string;
  /** Below /admin, such as `contents/:id`. */
  readonly path: string;
  readonly title: Bilingual;
  /** Who may open it: holders of one of these. Everybody who is signed in when left out. */
  readonly permissions?: readonly string[];
  /** The id of the page above it, for the way back at the top. */
  readonly parent?: string;
  /** Without navigation around it: for printing. */
  readonly isBare?: boolean;
  /** The code of the page; it is fetched when somebody goes there. */
  readonly load: () => Promise<{ readonly Component: ComponentType }>;
}

export const menuGroups = ['work', 'publishing', 'office'] as const;
export type MenuGroup = (typeof menuGroups)[number];

/** A line of the navigation. It is shown to those who may open its page. */
export interface MenuEntry {
  readonly page: string;
  readonly group: MenuGroup;
  readonly icon: ComponentType;
  /** Smaller numbers first within the group. */
  readonly order: number;
  /** A hook that tells how many things wait there; nothing is shown for undefined and 0. */
  readonly useCount?: () => number | undefined;
}

/** A panel of the home page, shown to holders of one of the permissions. */
export interface HomePanel {
  readonly id: string;
  readonly permissions?: readonly string[];
  /** Smaller numbers first. */
  readonly order: number;
  /** `main` for what waits for a person, `side` for what is good to know. */
  readonly column: 'main' | 'side';
  readonly load: () => Promise<{ readonly Component: ComponentType }>;
}

/** Something that can be done from the command palette: it goes to an address below /admin. */
export interface Command {
  readonly id: string;
  readonly title: Bilingual;
  /** Further words to find it by, such as pinyin initials. */
  readonly search?: string;
  readonly permissions?: readonly string[];
  readonly to: string;
}

/** Something found for the words that somebody typed into the palette. */
export interface FoundThing {
  readonly id: string;
  readonly title: string;
  readonly note?: string | undefined;
  /** Its address below /admin. */
  readonly to: string;
}

/** Lets the palette find what a feature holds. */
export interface Finder {
  readonly title: Bilingual;
  readonly permissions?: readonly string[];
  /** The address of the whole list for these words. */
  readonly allAt: (words: string) => string;
  readonly load: () => Promise<{ readonly find: (words: string) => Promise<readonly FoundThing[]> }>;
}

/** A part of the admin: its pages, and where the rest of the admin leads to them. */
export interface Feature {
  readonly id: string;
  readonly pages: readonly Page[];
  readonly menu?: readonly MenuEntry[];
  readonly home?: readonly HomePanel[];
  readonly commands?: readonly Command[];
  readonly finder?: Finder;
  /** A line above every page, for what goes along from page to page. It draws nothing when it has nothing to say. */
  readonly strip?: () => Promise<{ readonly Component: ComponentType }>;
}

/** Declares a feature. List it in app/features.ts. */
export const defineFeature = (feature: Feature): Feature => feature;
