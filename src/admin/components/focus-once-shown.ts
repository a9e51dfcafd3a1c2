/** A ref for the field that a dialog opens for: it gets the focus, so that one types at once. React's `autoFocus` comes too early: the dialog is not on the page yet, and its cross gets the focus instead. */
export const focusOnceShown = (field: { focus(): void } | null): void => {
  if (field) requestAnimationFrame(() => { field.focus(); });
};
