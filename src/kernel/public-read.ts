/**
 * For `@Extensions(publicRead)` on a query or a field with a resolver: what it answers an anonymous reader follows from its
 * arguments and the collections named below alone, not from the time or from who asks. Such answers may be kept as bytes.
 */
export const publicRead = { isPublicRead: true } as const;

/** What answers to anonymous readers are made from. A change in one of these voids every kept answer. */
export const publicCollections = ['published', 'units', 'topics', 'assets'] as const;
