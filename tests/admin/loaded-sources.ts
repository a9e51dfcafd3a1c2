/** What the page's own modules export. They look at the window when they load, so a bare one is given. */
export async function loadedSources(files: readonly string[]): Promise<{ file: string; exports: Record<string, unknown> }[]> {
  Object.assign(globalThis, {
    window: { matchMedia: () => ({ matches: false, addEventListener: () => undefined }) },
    document: { documentElement: { dataset: {} } },
    localStorage: { getItem: () => null, setItem: () => undefined },
  });
  const loaded: { file: string; exports: Record<string, unknown> }[] = [];
  // One after the other: jest links what is imported side by side in no order.
  for (const file of files) loaded.push({ file, exports: await import(file) as Record<string, unknown> });
  return loaded;
}
