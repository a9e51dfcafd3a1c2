/** Puts a text into the clipboard, also where the page came without TLS, as in an office's own network. Throws when the browser refuses. */
export async function copyText(text: string): Promise<void> {
  if (window.isSecureContext) await navigator.clipboard.writeText(text);
  else if (!copiedByCommand(text)) throw new Error('The browser refused to copy.');
}

/** The way before there was a clipboard for programs: what is selected is copied. */
function copiedByCommand(text: string): boolean {
  const hear = (event: ClipboardEvent): void => {
    event.preventDefault();
    event.clipboardData?.setData('text/plain', text);
  };
  document.addEventListener('copy', hear, { capture: true, once: true });
  try {
    return document.execCommand('copy');
  } finally {
    document.removeEventListener('copy', hear, { capture: true });
  }
}
