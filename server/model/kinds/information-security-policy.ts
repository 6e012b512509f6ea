/** The kind `information-security-policy`: what holds for information security, approved by management with authority. */
import type { KindDescription } from '../kind.ts';
import { APPLIES_TO_FIELD, POLICY_SECTIONS } from './policy.ts';
import { POLICY_COMMUNICATION_FIELD, POLICY_COMMUNICATION_SECTION } from './service-management-policy.ts';

export default {
  name: 'information-security-policy',
  title: 'Information security policy',
  help: 'States what holds for information security, for whom, and how it is made known.',
  form: 'document',
  clauses: { '2005': ['6.6'], '2011': ['6.6.1'], '2018': ['8.7.3.1'] },
  fields: [
    APPLIES_TO_FIELD,
    {
      ...POLICY_COMMUNICATION_FIELD,
      synonyms: [...POLICY_COMMUNICATION_FIELD.synonyms, 'made available to', 'published to'],
      clauses: { '2005': ['6.6'], '2011': ['6.6.1'], '2018': ['8.7.3.1'] },
    },
  ],
  sections: [
    {
      ...POLICY_SECTIONS.purpose,
      synonyms: ['introduction', 'aim', 'overview', 'background', 'goal', 'purpose and scope', 'context'],
    },
    {
      ...POLICY_SECTIONS.scope,
      synonyms: [...POLICY_SECTIONS.scope.synonyms, 'who this applies to', 'scope and applicability'],
    },
    {
      name: 'objectives',
      title: 'Objectives',
      synonyms: [
        'security objectives',
        'information security objectives',
        'protection goals',
        'principles',
        'goals of information security',
        'security principles',
        'confidentiality integrity and availability',
      ],
      help: 'What is to be protected, how far.',
      prompt: 'What is to be protected, and how far?',
    },
    {
      name: 'obligations',
      title: 'Obligations',
      synonyms: [
        'legal requirements',
        'requirements',
        'service requirements',
        'legal and regulatory requirements',
        'obligations and requirements',
        'compliance obligations',
        'contractual requirements',
        'service requirements and obligations',
        'requirements and obligations',
        'legal contractual and service requirements',
        'legal regulatory and contractual requirements',
      ],
      help: 'Service requirements, laws and contracts that are taken into account.',
      prompt: 'Which service requirements, laws and contracts are taken into account?',
    },
    {
      ...POLICY_SECTIONS.statements,
      synonyms: [
        'policy',
        'rules',
        'controls',
        'measures',
        'security measures',
        'security controls',
        'requirements for all',
        'acceptable use',
        'access control',
      ],
    },
    {
      ...POLICY_SECTIONS.responsibilities,
      synonyms: [
        ...POLICY_SECTIONS.responsibilities.synonyms,
        'organization',
        'organization of information security',
        'governance',
        'security organization',
      ],
    },
    {
      ...POLICY_COMMUNICATION_SECTION,
      synonyms: [
        'awareness',
        'distribution',
        'publication',
        'availability',
        'communication and awareness',
        'awareness and training',
        'communication of this policy',
        'training and awareness',
        'communication of the policy',
      ],
      prompt: 'How is the policy made known to staff, customers, users, suppliers and other parties?',
    },
    {
      ...POLICY_SECTIONS.enforcement,
      synonyms: [...POLICY_SECTIONS.enforcement.synonyms, 'exceptions', 'consequences', 'exceptions and violations'],
      prompt: 'What follows when it is not kept?',
    },
    {
      ...POLICY_SECTIONS.review,
      synonyms: [...POLICY_SECTIONS.review.synonyms, 'improvement', 'continual improvement', 'review of this policy'],
    },
  ],
  recognise: {
    types: ['is policy', 'isms policy', 'security policy', 'infosec policy', 'it security policy'],
    idPrefixes: ['ISP'],
    titles: [
      'information security policy',
      'is policy',
      'isms policy',
      'security policy',
      'infosec policy',
      'it security policy',
      'cyber security policy',
      'cybersecurity policy',
      'information security management policy',
      'policy on information security',
    ],
    headings: { names: ['objectives', 'obligations', 'statements', 'communication', 'enforcement'], atLeast: 4 },
  },
} as const satisfies KindDescription;
