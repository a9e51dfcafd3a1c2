import type { ReactNode } from 'react';

/** The mark: a seal with one stroke of the brush, 一. */
export function Logo({ size = 28 }: { readonly size?: number }): ReactNode {
  return (
    <svg width={size} height={size} viewBox="0 0 32 32" aria-hidden="true" focusable="false">
      <rect x="1" y="1" width="30" height="30" rx="7" fill="#b3392f" />
      <path d="M7.500 17.400c1.900-1.500 13.600-2.800 16.400-1.900.9.300.8 1.600-.3 1.700-4.600.3-10.700.5-14.900 1.500-1.300.3-2-.7-1.200-1.300z" fill="#fff" />
    </svg>
  );
}
