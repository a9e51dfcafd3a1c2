interface Found {
  readonly findings: readonly { readonly key: string; readonly severity: string }[];
  readonly overrides: readonly { readonly findingKey: string }[];
}

/** The blocking findings that nobody has answered for: nothing is signed while there is one. */
export function openBlocks<F extends Found>({ findings, overrides }: F): F['findings'][number][] {
  const answered = new Set(overrides.map(({ findingKey }) => findingKey));
  return findings.filter(({ severity, key }) => severity === 'BLOCK' && !answered.has(key));
}
