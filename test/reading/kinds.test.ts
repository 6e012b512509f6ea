/** Kinds: by which sign a document is known, and which pages are rightly left unknown. */
import assert from 'node:assert/strict';
import { fieldOf } from '../../server/reading/facts.ts';
import { factsOf } from './facts-of.ts';

const kindOf = (text: string, path?: string): string => {
  const { kinds, kindFrom } = factsOf(text, path);
  return `${kinds.join('+') || 'none'} by ${kindFrom}`;
};

describe('the kind of a document', () => {
  it('is what it says it is, whatever its title', () => {
    assert.equal(kindOf('---\ntype: process\n---\n# Incidents\n'), 'process-description by type');
    assert.equal(kindOf('# Incidents\n\n**Document type:** Procedure\n'), 'procedure by type');
  });

  it('is the head noun of its title', () => {
    assert.equal(kindOf('# Incident management process\n'), 'process-description by title');
    assert.equal(kindOf('# Procedure for emergency changes\n'), 'procedure by title');
    assert.equal(kindOf('# Process: Incidents\n'), 'process-description by title');
    assert.equal(kindOf('# Internal audit report 2026-03\n'), 'audit-report by title');
  });

  it('stands first in a German title', () => {
    assert.equal(kindOf('# Prozessbeschreibung Änderungsmanagement\n'), 'process-description by title');
    assert.equal(kindOf('# Verfahrensanweisung Störungsbearbeitung\n'), 'procedure by title');
    assert.equal(kindOf('# Rollenbeschreibung Change Manager\n'), 'role-description by title');
    assert.equal(kindOf('# Change-Management-Prozess\n'), 'process-description by title');
  });

  it('is not a word in passing', () => {
    assert.equal(kindOf('# Improving our process culture\n'), 'none by none');
    assert.equal(kindOf('# Prozess verbessern leicht gemacht\n'), 'none by none');
    assert.equal(kindOf('# How we hire\n'), 'none by none');
  });

  it('is not told by a section that happens to come first', () => {
    assert.equal(kindOf('## Follow-up by roles\n\nx\n\n## What to do next\n\nx\n'), 'none by none');
    assert.equal(kindOf('## Incident management process\n\n### Purpose\n\nx\n'), 'process-description by title');
  });

  it('may have behind it for whom it is', () => {
    for (const title of ['Communication plan internal external', 'Communication plan internal & external'])
      assert.deepEqual(factsOf(`# ${title}\n\n**Owner:** Ada Quill\n`).kinds, ['communication-plan'], title);
    assert.deepEqual(factsOf('# What we communicate internally\n\n**Owner:** Ada Quill\n').kinds, []);
  });

  it('may end a German compound', () => {
    assert.equal(kindOf('# Sicherungsrichtlinie\n'), 'policy by title');
    assert.equal(kindOf('# Krisenmanagementplan\n'), 'plan by title');
    assert.equal(kindOf('# Prozesslandkarte\n'), 'none by none');
  });

  it('is the closer of two that a title gives for the same', () => {
    assert.equal(kindOf('# Leitlinie / Informationssicherheits-Policy\n'), 'information-security-policy by title');
  });

  it('may be the name of its file, where nothing in it is a title', () => {
    assert.equal(
      kindOf('Text.\n\n## Owner\n\nx\n\n## Meeting\n\nx\n', 'post_mortem_process.md'),
      'process-description by title',
    );
    assert.equal(kindOf('# Getting on\n', 'post_mortem_process.md'), 'none by none');
    assert.equal(kindOf('on: push\n', 'network-policy.yaml'), 'none by none');
  });

  it('is not what a title tells about', () => {
    for (const title of [
      'Make decisions with service level objectives',
      'How to write a policy',
      'Notes on incident reports',
    ])
      assert.equal(kindOf(`# ${title}\n`), 'none by none', title);
    assert.equal(kindOf('# Register of risks\n'), 'none by none');
    assert.equal(kindOf('# Process for incident reports\n'), 'process-description by title');
  });

  it('of a README is none, but where it is under control itself', () => {
    assert.equal(kindOf('# Security policies\n\nSee the folder.\n', 'policies/README.md'), 'none by none');
    assert.equal(
      kindOf('# Security policy\n\n**Owner:** Ada Quill\n', 'README.md'),
      'information-security-policy by title',
    );
  });

  it('is a procedure where a page under control is mostly steps', () => {
    const list = '- [ ] Open an account for them\n- [ ] Order a laptop\n- [ ] Book the training\n- [ ] Tell the team\n';
    assert.equal(kindOf(`---\nid: onboard\nname: New user\n---\n${list}`), 'procedure by columns');
    assert.equal(kindOf(`# Shopping\n\n${list}`), 'none by none');
  });

  it('is both where a title names two', () => {
    assert.deepEqual(factsOf('# Incident process and procedure\n').kinds, ['process-description', 'procedure']);
  });

  it('is shown by its headings where the title says nothing', () => {
    const text =
      '# Mail outage\n\n## Purpose\n\nx\n\n## Triggers\n\nx\n\n## Inputs\n\nx\n\n## Outputs\n\nx\n\n## Activities\n\nx\n';
    assert.equal(kindOf(text), 'process-description by headings');
  });

  it('is not an audit report because of criteria, conclusion and recipients', () => {
    const text = '# Improvement at work\n\n## Criteria\n\nx\n\n## Conclusion\n\nx\n\n## Distribution list\n\nx\n';
    assert.equal(kindOf(text), 'none by none');
  });

  it('of an index page is none, though it repeats the words of what it lists', () => {
    assert.equal(
      kindOf('# Welcome\n\n## Purpose\n\n## Inputs\n\n## Outputs\n\n## Activities\n', 'README.md'),
      'none by none',
    );
  });

  it('of a plan with two dated audits is the programme, whatever it is called', () => {
    const text =
      '# Audit plan 2026\n\n| Audit | Process | Date | Auditor |\n| --- | --- | --- | --- |\n| IA-1 | Change | 2026-02-01 | Ada Quill |\n| IA-2 | Problem | 2026-03-01 | Ada Quill |\n';
    assert.equal(kindOf(text), 'audit-programme by title');
  });
});

describe('sections', () => {
  const names = (heading: string): readonly string[] =>
    factsOf(`# Incident management process\n\n## ${heading}\n\nSome words.\n`).sections[1]?.names ?? [];

  it('answer to their synonyms, numbered or not, in both languages', () => {
    for (const heading of ['Objectives', '1. Purpose', '2.1 Purpose and scope', 'Zweck', 'Prozessziel'])
      assert.ok(names(heading).includes('objective'), heading);
    for (const heading of ['KPIs', '7 Key performance indicators', 'Kennzahlen'])
      assert.ok(names(heading).includes('measures'), heading);
  });

  it('answer to nothing that their kind does not know', () => {
    assert.deepEqual(names('A day at the desk'), []);
  });

  it('are empty, a placeholder or given by what stands in them', () => {
    const facts = factsOf(
      '# Incident management process\n\n## Purpose\n\n## Inputs\n\nTBD\n\n## Outputs\n\nA closed incident.\n',
    );
    assert.deepEqual(
      facts.sections.slice(1).map((section) => section.state),
      ['empty', 'placeholder', 'given'],
    );
    assert.equal(fieldOf(facts, 'outputs')?.state, 'given');
  });

  it('begin behind the data under the title', () => {
    const facts = factsOf(
      '# Incident management process\n\n**Owner:** Ada Quill\n\nThe aim is to serve users again soon.\n',
    );
    assert.equal(facts.sections[0]?.lead, 'The aim is to serve users again soon.');
  });
});
