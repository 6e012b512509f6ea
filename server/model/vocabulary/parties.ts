/** Parties outside the organization: firms and certification bodies as they stand beside the names of their people. */
import { hasPhrase, phrases } from './phrases.ts';

const CERTIFIERS = phrases(
  'certification, certification body, certification auditor*, certifier*, certifying body, registrar, accredited body, surveillance audit*, recertification*, stage 1 audit*, stage 2 audit*, zertifizierung*, zertifizierer*, rezertifizierung*, ueberwachungsaudit*',
);
const OUTSIDERS = phrases(
  'extern*, consult*, berater*, beratung*, contractor*, assurance, advisory, auditing firm, audit firm, third party, second party, kundenaudit*, customer audit*, supplier, lieferant*, dienstleister*, wirtschaftspruef*',
);
const LEGAL_FORM = /\b(?:ltd|llc|llp|inc|gmbh|ag|ab|plc|sarl|sa|bv|kg|ohg|oy|srl)\b\.?|&\s*co\b/i;

/** Do some words name a certification body, or an audit by one? Such bodies answer for the independence of their auditors. */
export function isOfCertifier(words: string): boolean {
  return hasPhrase(words, CERTIFIERS);
}

/** Do some words name a firm or somebody from outside? */
export function isOfOutside(words: string): boolean {
  return isOfCertifier(words) || hasPhrase(words, OUTSIDERS) || LEGAL_FORM.test(words);
}
