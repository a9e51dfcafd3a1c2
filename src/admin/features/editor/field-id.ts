/** Where a field is on the page, by the path that checks name it by. */
export const fieldId = (path: string): string => `field-${path.replace(/^details\./, '')}`;
