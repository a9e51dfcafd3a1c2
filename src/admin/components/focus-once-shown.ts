interface Field {
  readonly nativeElement: HTMLElement | null;
  focus(): void;
}

/**
 * A ref for the field that a dialog opens for: it gets the focus, so that one types at once, unless another field of the dialog was faster.
 * React's `autoFocus` comes too early: the dialog is not on the page yet, and its cross gets the focus instead.
 */
export function focusOnceShown(field: Field | null): void {
  if (field) requestAnimationFrame(() => { if (!isInOtherField(field.nativeElement?.closest('[role=dialog]'))) field.focus(); });
}

const isInOtherField = (dialog: Element | null | undefined): boolean => {
  const { activeElement } = document;
  return activeElement !== null && activeElement.matches('input, textarea') && (dialog?.contains(activeElement) ?? false);
};
