import type { Schema } from './schema.js';

const bytes = (count: number): Uint8Array => crypto.getRandomValues(new Uint8Array(count));
const base64 = (count: number): string => btoa(String.fromCharCode(...bytes(count)));

// Secrets that we make and the other side is told: those of Standard Webhooks, and keys that a feed's readers carry in its address.
const makers: readonly (readonly [sample: string, make: () => string])[] = [
  [`whsec_${'A'.repeat(43)}=`, () => `whsec_${base64(32)}`],
  ['feed~key.of_16-characters', () => base64(24).replaceAll('+', '-').replaceAll('/', '_')],
];

/** How to make a secret of this form; undefined where it comes from the other side. */
export const makeSecret = ({ pattern }: Schema): (() => string) | undefined => (pattern ? makers.find(([sample]) => new RegExp(pattern).test(sample))?.[1] : undefined);
