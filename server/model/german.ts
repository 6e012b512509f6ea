/** The German pack, taken from among all packs: named by its file as well, it would be in the bundle twice. */
import type { LanguagePack } from './languages/pack.ts';
import { PACKS } from './packs.generated.ts';

const NOTHING: LanguagePack = { language: 'de', fields: {}, sections: {}, kinds: {}, prompts: {} };

export const GERMAN: LanguagePack = PACKS.find(({ language }) => language === 'de') ?? NOTHING;
