/** The words a finding is about, for people: of a picture the excerpt is its id, which says nothing to them. */
export const shownExcerpt = (excerpt: string): string => (/^asset_[\w-]+$/.test(excerpt) ? '' : excerpt);
