// Feeds, XML and JSON readers refuse lone surrogates, control characters and the two non-characters that end the plane.
const lineBreaks = /[\t\n\v\f\r\u0085\u2028\u2029]+/g;
const controls = /[\p{Cc}\uFEFF\uFFFE\uFFFF]/gu;
const loneSurrogates = /\p{Surrogate}/gu;

/** The text as every receiver can take it: line breaks and tabs become one space, control characters go, a lone surrogate becomes U+FFFD. */
export const cleanText = (text: string): string => text.replace(lineBreaks, ' ').replace(controls, '').replace(loneSurrogates, '\uFFFD');
