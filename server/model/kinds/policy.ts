/** The kind `policy`: a topic policy that is none of the named ones. */
import type { FieldDescription, KindDescription, SectionDescription } from '../kind.ts';

/** The field by which a policy names those whom it binds. */
export const APPLIES_TO_FIELD = {
  name: 'applies_to',
  title: 'Applies to',
  type: 'text',
  synonyms: ['applicability', 'applicable to', 'audience of the policy', 'who it applies to'],
  help: 'To whom the policy applies.',
} as const satisfies FieldDescription;

/** The sections that every policy has; the named policies add their own words and questions. */
export const POLICY_SECTIONS = {
  purpose: {
    name: 'purpose',
    title: 'Purpose',
    synonyms: [
      'objective',
      'aim',
      'intent',
      'introduction',
      'background',
      'why',
      'overview',
      'policy purpose',
      'goal',
      'purpose and scope',
      'rationale',
      'context',
      'summary',
    ],
    help: 'What the policy is for.',
    prompt: 'What is this policy for?',
  },
  scope: {
    name: 'scope',
    title: 'Scope',
    synonyms: ['applicability', 'applies to', 'coverage'],
    help: 'To whom and what it applies.',
    prompt: 'To whom and to what does it apply?',
  },
  statements: {
    name: 'statements',
    title: 'Policy statements',
    synonyms: [
      'policy',
      'principles',
      'rules',
      'requirements',
      'policy details',
      'policy requirements',
      'the policy',
      'guiding principles',
      'controls',
      'what we expect',
      'general policy',
      'policy principles',
    ],
    help: 'What holds.',
    prompt: 'What holds? One rule a sentence.',
  },
  responsibilities: {
    name: 'responsibilities',
    title: 'Responsibilities',
    synonyms: ['roles', 'roles and responsibilities'],
    help: 'Who answers for what.',
    prompt: 'Who answers for what?',
  },
  enforcement: {
    name: 'enforcement',
    title: 'Enforcement',
    synonyms: ['compliance', 'violations', 'sanctions', 'non compliance'],
    help: 'What happens when it is not kept.',
    prompt: 'How is it checked, and what follows when it is not kept?',
  },
  review: {
    name: 'review',
    title: 'Review',
    synonyms: ['policy review', 'review and maintenance', 'maintenance'],
    help: 'How it is kept fitting.',
    prompt: 'When, and by whom, is it reviewed?',
  },
} as const satisfies Readonly<Record<string, SectionDescription>>;

export default {
  name: 'policy',
  title: 'Policy',
  help: 'States what holds in a topic, for whom, and what happens when it does not.',
  form: 'document',
  handbook: true,
  clauses: {},
  fields: [
    {
      name: 'topic',
      title: 'Topic',
      type: 'text',
      synonyms: ['policy topic', 'area', 'policy area', 'domain'],
      help: 'What the policy is about.',
    },
    APPLIES_TO_FIELD,
    {
      name: 'exceptions',
      title: 'Exceptions',
      type: 'text',
      synonyms: ['exception process', 'exception'],
      help: 'How exceptions are granted.',
    },
  ],
  sections: [
    POLICY_SECTIONS.purpose,
    {
      ...POLICY_SECTIONS.scope,
      synonyms: [
        ...POLICY_SECTIONS.scope.synonyms,
        'field of application',
        'boundaries',
        'who this applies to',
        'scope and applicability',
        'policy scope',
        'audience',
        'in scope',
        'out of scope',
      ],
    },
    POLICY_SECTIONS.statements,
    {
      ...POLICY_SECTIONS.responsibilities,
      synonyms: [
        ...POLICY_SECTIONS.responsibilities.synonyms,
        'governance',
        'authorities and responsibilities',
        'accountability',
        'who is responsible',
      ],
    },
    {
      name: 'exceptions',
      title: 'Exceptions',
      synonyms: [
        'exception process',
        'waivers',
        'exemptions',
        'deviations',
        'exceptions process',
        'exception handling',
        'policy exceptions',
      ],
      help: 'How exceptions are granted.',
      prompt: 'Who grants exceptions, for how long, and where are they kept?',
    },
    {
      ...POLICY_SECTIONS.enforcement,
      synonyms: [
        ...POLICY_SECTIONS.enforcement.synonyms,
        'consequences',
        'policy compliance',
        'disciplinary action',
        'monitoring',
        'compliance and enforcement',
        'monitoring and enforcement',
      ],
    },
    {
      ...POLICY_SECTIONS.review,
      synonyms: [...POLICY_SECTIONS.review.synonyms, 'review cycle', 'update', 'policy maintenance'],
    },
  ],
  recognise: {
    types: ['policies', 'policy document', 'topic policy', 'corporate policy'],
    idPrefixes: ['POL'],
    titles: ['policy', 'policies', 'policy statement', 'code of conduct'],
    headings: { names: ['statements', 'exceptions', 'enforcement', 'purpose', 'scope'], atLeast: 4 },
  },
} as const satisfies KindDescription;
