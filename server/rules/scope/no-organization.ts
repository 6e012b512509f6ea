/** The rule `scope.no-organization`: a scope statement that does not say whose management system it is. */
import { customerKey } from '../../model/vocabulary/customers.ts';
import { hasPhrase, phrases } from '../../model/vocabulary/phrases.ts';
import { fieldOf, isTouched } from '../../reading/facts.ts';
import { insertSectionsFix } from '../fixes/sections.ts';
import { documentToFillIn } from '../fixes/to-fill-in.ts';
import { isIndexPage } from '../life.ts';
import { rule } from '../rule.ts';
import { documentSpan } from '../run.ts';

/** "The SMS of Quarry Hosting": the sentence of the scope names its organization so. */
const OF = phrases(
  'sms of, sms at, service management system of, service management system at, management system of, provided by, delivered by, operated by, managed by, run by, managementsystem der, managementsystem des, managementsystem von, sms der, sms des, sms von, betrieben von, erbracht von, erbracht durch',
);

export default rule({
  id: 'scope.no-organization',
  title: 'Scope statement without the organization',
  why: 'The scope names the organization that manages and delivers the services, and where it ends: the legal entity, the departments, the sites. Parts of a group that are not named are neither in nor out.',
  remedy: 'Name the legal entity and the units that manage and deliver the services.',
  pitfall: 6,
  clauses: { '2018': ['4.3'] },
  severity: { '2018': 'error' },
  completeness: true,
  examples: {
    bad: `--- file: scope.md
# Scope statement
  ^^^^^^^^^^^^^^^ [scope.no-organization]
  💡 Insert the section “Organization”

## Services in scope

- Managed hosting
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
    if (isIndexPage(facts) || isTouched(fieldOf(facts, 'organization'))) return;
    if (facts.sections.some((section) => section.names.includes('organization'))) return;
    const texts = [facts.title?.text ?? '', ...facts.sections.flatMap((section) => [section.title, section.lead])];
    if (texts.some((words) => hasPhrase(words, OF))) return;
    const { organization } = view.configuration;
    const name = organization === null ? '' : customerKey(organization);
    if (name !== '' && texts.some((words) => ` ${customerKey(words)} `.includes(` ${name} `))) return;
    yield {
      span: documentSpan(facts),
      message: 'The scope statement does not name the organization: possible nonconformity with clause 4.3.',
      about: 'organization',
      fixes: [
        facts.format === 'yaml'
          ? documentToFillIn(facts, 'organization', 'the organization', lexicon)
          : insertSectionsFix(
              'Insert the section “Organization”',
              facts.path,
              'scope-statement',
              ['organization'],
              lexicon,
            ),
      ],
    };
  },
});
