/**
 * True while an input method composes a character: Enter then chooses a candidate and Escape drops it, so no key is ours. Safari ends
 * the composition before the key is told, and marks that key by 229.
 */
export const isComposing = (event: { readonly isComposing?: boolean; readonly keyCode?: number; readonly nativeEvent?: { readonly isComposing?: boolean } }): boolean =>
  event.isComposing === true || event.nativeEvent?.isComposing === true || event.keyCode === 229;
