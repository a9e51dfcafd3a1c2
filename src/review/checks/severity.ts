/** `block` stops the review until the text is changed or a person answers for it by name and reason; `warn` only tells. */
export const severities = ['block', 'warn'] as const;
export type Severity = (typeof severities)[number];
