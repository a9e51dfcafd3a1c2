import i18next from 'i18next';
import { initReactI18next, useTranslation } from 'react-i18next';
import { currentLanguage, onAppearance, type Language } from './appearance.js';

void i18next.use(initReactI18next).init({
  lng: currentLanguage(), fallbackLng: 'zh', resources: {}, initAsync: false, keySeparator: false, nsSeparator: false,
  interpolation: { escapeValue: false }, returnNull: false, showSupportNotice: false, react: { useSuspense: false },
});
onAppearance(() => { if (i18next.language !== currentLanguage()) void i18next.changeLanguage(currentLanguage()); });

/** A text in both languages, for the few that a feature shows before it is loaded: titles of pages and menu entries. */
export interface Bilingual {
  readonly zh: string;
  readonly en: string;
}

/** The text in this language. */
export const said = (text: Bilingual, language: Language): string => text[language];

type Texts = Readonly<Record<string, string>>;
/** English has every key, and may add `…_one` where a number of one reads differently. */
type SameKeys<Zh extends Texts> = { readonly [K in keyof Zh & string]: string } & { readonly [K in keyof Zh & string as `${K}_one`]?: string };

/** The words of one feature in both languages. */
export interface Words<Key extends string = string> {
  readonly namespace: string;
  readonly zh: Readonly<Record<Key, string>>;
  readonly en: Readonly<Record<Key, string>>;
}

/** Registers the words of a feature. A key that one language lacks does not compile. Places in a text are written `{{name}}`. */
export function defineWords<const Zh extends Texts>(namespace: string, texts: { readonly zh: Zh; readonly en: SameKeys<Zh> }): Words<keyof Zh & string> {
  i18next.addResourceBundle('zh', namespace, texts.zh);
  i18next.addResourceBundle('en', namespace, texts.en);
  return { namespace, zh: texts.zh, en: texts.en as unknown as Readonly<Record<keyof Zh & string, string>> };
}

export type Say<Key extends string> = (key: Key, places?: Readonly<Record<string, string | number>>) => string;

/** Says a feature's words in the language of the page; the component renders again when the language changes. */
export function useWords<Key extends string>(words: Words<Key>): Say<Key> {
  const { t } = useTranslation(words.namespace);
  return t as unknown as Say<Key>;
}

/** Says a word outside of components. */
export const say = <Key extends string>(words: Words<Key>, key: Key, places: Readonly<Record<string, string | number>> = {}): string =>
  i18next.t(key, { ns: words.namespace, ...places });
