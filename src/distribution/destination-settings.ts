import type { Vault } from '../kernel/index.js';
import type { Channel } from './channel.js';
import { InvalidSettingsError } from './errors.js';
import { formProblems, labelOf } from './form-problems.js';

type Settings = Record<string, unknown>;
interface ObjectSchema { readonly properties?: Readonly<Record<string, { readonly writeOnly?: boolean }>> }

/** The settings of this channel that are secrets: `writeOnly` properties of its schema. */
export const secretNames = (channel: Channel): string[] =>
  Object.entries((channel.settings as ObjectSchema).properties ?? {}).filter(([, { writeOnly }]) => writeOnly).map(([name]) => name);

/** What a save makes of the settings: the public part, and secrets sealed. */
export interface KeptSettings {
  readonly settings: Settings;
  readonly secrets: Record<string, string>;
}

/**
 * Checks settings as a form sends them and parts them. A secret that is left out keeps its value, `null` removes it. Throws
 * InvalidSettingsError naming every wrong place; no value is repeated in it.
 */
export function keepSettings(channel: Channel, given: Settings, before: KeptSettings, vault: Vault): KeptSettings {
  const names = secretNames(channel);
  const secrets = Object.fromEntries(names.flatMap((name) => {
    if (given[name] === null) return [];
    if (given[name] !== undefined) return [[name, vault.seal(JSON.stringify(given[name]))]];
    return before.secrets[name] === undefined ? [] : [[name, before.secrets[name]]];
  }));
  const settings = Object.fromEntries(Object.entries(given).filter(([name, value]) => !names.includes(name) && value !== null && value !== undefined));
  assertReadable(channel, secrets, vault);
  assertValid(channel, openSettings({ settings, secrets }, vault));
  return { settings, secrets };
}

/** The whole settings, secrets opened. Throws when YICI_SECRET no longer opens them. */
export function openSettings({ settings, secrets }: KeptSettings, vault: Vault): Settings {
  return { ...settings, ...Object.fromEntries(Object.entries(secrets).map(([name, sealed]) => [name, JSON.parse(vault.open(sealed)) as unknown])) };
}

/** Every secret text of a destination: what no log, attempt or message may show. */
export const secretTexts = ({ secrets }: Pick<KeptSettings, 'secrets'>, opened: Settings): string[] => Object.keys(secrets).flatMap((name) => texts(opened[name]));

function texts(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(texts) : [];
}

/** A secret that is kept and can no longer be opened must be entered anew. */
function assertReadable(channel: Channel, secrets: Record<string, string>, vault: Vault): void {
  const lost = Object.entries(secrets).filter(([, sealed]) => !opens(sealed, vault)).map(([name]) => `${labelOf(channel.settings, name)}：现存的值无法解密，请重新填写 (cannot be opened: enter it anew)`);
  if (lost.length > 0) throw new InvalidSettingsError({ problems: lost.join('；') }, { problems: lost });
}

function opens(sealed: string, vault: Vault): boolean {
  try {
    vault.open(sealed);
    return true;
  } catch {
    return false;
  }
}

function assertValid(channel: Channel, settings: Settings): void {
  const misfits = formProblems(channel.settings, settings);
  const problems = misfits.length > 0 ? misfits : [...channel.checkSettings?.(settings) ?? []];
  if (problems.length > 0) throw new InvalidSettingsError({ problems: problems.slice(0, 8).join('；') }, { problems });
}
