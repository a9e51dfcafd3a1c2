/** The items with the one at `from` put where `to` is. Pure. */
export const reordered = <T>(items: readonly T[], from: number, to: number): T[] => (items[from] === undefined ? [...items] : items.toSpliced(from, 1).toSpliced(Math.max(0, Math.min(to, items.length - 1)), 0, items[from]));
