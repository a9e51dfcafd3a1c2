/** Full-width digits, letters and punctuation as half-width ones. As long as the text it was made from: offsets hold in both. */
export const foldWidth = (text: string): string =>
  text.replace(/[\u3000\uff01-\uff5e]/g, (char) => (char === '\u3000' ? ' ' : String.fromCharCode(char.charCodeAt(0) - 0xfee0)));

/** Characters that print nothing: they must not hide a word or a number. A character class without brackets. */
export const invisible = '\\u00ad\\u200b-\\u200d\\u2060\\ufeff';
