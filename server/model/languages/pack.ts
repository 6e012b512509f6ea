/** The shape of a language pack: the labels, headings, title phrases and prompts of a language beside English. */

export interface LanguagePack {
  /** BCP 47 tag: `de`. */
  readonly language: string;
  /** Labels by canonical field name, for every kind that has the field. */
  readonly fields: Readonly<Record<string, readonly string[]>>;
  /** Headings by canonical section name. */
  readonly sections: Readonly<Record<string, readonly string[]>>;
  /** Title phrases by kind name. */
  readonly kinds: Readonly<Record<string, readonly string[]>>;
  /** What templates put below headings, by the English prompt; many kinds share one. */
  readonly prompts: Readonly<Record<string, string>>;
}
