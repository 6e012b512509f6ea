/** The rule `scope.no-services`: a scope statement that names no services. */
import { hasPhrase, phrases } from '../../model/vocabulary/phrases.ts';
import { fieldOf, isTouched } from '../../reading/facts.ts';
import { insertSectionsFix } from '../fixes/sections.ts';
import { documentToFillIn } from '../fixes/to-fill-in.ts';
import { isIndexPage } from '../life.ts';
import { rule } from '../rule.ts';
import { documentSpan } from '../run.ts';
import { scopeOf } from '../scope-cover.ts';

/** "Service management" alone names no service. */
const SERVICES = phrases(
  'services, provision of, delivery of, supply of, dienste, dienstleistungen, leistungen, bereitstellung von, erbringung von',
);

export default rule({
  id: 'scope.no-services',
  title: 'Scope statement without services',
  why: 'The scope says for which services of the organization the management system holds. Without them nobody can tell whether a service is covered, and a certificate covers nothing in particular.',
  remedy:
    'Name the services, or groups of services, as they are named in the service catalogue; or link to it where all of them are covered.',
  pitfall: 6,
  clauses: { '2018': ['4.3'] },
  severity: { '2018': 'error' },
  completeness: true,
  examples: {
    bad: `--- file: scope.md
# Scope statement
  ^^^^^^^^^^^^^^^ [scope.no-services]
  💡 Insert the section “Services in scope”

## Organization

Quarry Hosting Ltd, all departments.
`,
    good: `--- file: scope.md
# Scope statement

## Organization

Quarry Hosting Ltd, all departments.

## Services in scope

- Managed hosting
`,
  },
  on: 'documents',
  kinds: ['scope-statement'],
  *check({ facts, view, lexicon }) {
    if (isIndexPage(facts)) return;
    const scope = scopeOf(facts, view);
    if (isTouched(fieldOf(facts, 'services')) || scope.included.length > 0) return;
    if (facts.sections.some((section) => section.names.includes('services'))) return;
    if (scope.sentences.some((words) => hasPhrase(words, SERVICES))) return;
    if (facts.links.some((link) => link.path !== null && view.facts(link.path)?.kinds.includes('service-catalogue')))
      return;
    yield {
      span: documentSpan(facts),
      message: 'The scope statement names no services: possible nonconformity with clause 4.3.',
      about: 'services',
      fixes: [
        facts.format === 'yaml'
          ? documentToFillIn(facts, 'services', 'the services in scope', lexicon)
          : insertSectionsFix(
              'Insert the section “Services in scope”',
              facts.path,
              'scope-statement',
              ['services'],
              lexicon,
            ),
      ],
    };
  },
});
