/** The trace: what answers a requirement, how far its chain holds, and where it breaks. */
import assert from 'node:assert/strict';
import { type TracedRequirement, trace } from '../../server/workspace/trace.ts';
import { wholeReport } from '../../server/workspace/trace-report.ts';
import { createView, type View } from '../../server/workspace/view.ts';
import { parseFixture } from '../kit/fixture.ts';
import { workspaceOf } from '../kit/workspace.ts';

const SOUND: Readonly<Record<string, string>> = {
  'clausewright.yaml': 'edition: 2018\nas-of: 2026-11-01\n',
  'audits/programme.md': `# Audit programme 2026

**Owner:** SMS Manager
**Status:** approved

As ISO/IEC 20000-1:2018, clause 9.2.2 asks.

| Audit | Process | Date | Auditor | Criteria | Scope |
| --- | --- | --- | --- | --- | --- |
| AUD-1 | Change management | 2026-03-02 | Bo Ferrin | ISO/IEC 20000-1 | all |
`,
  'people.yaml': `type: people-register
people:
  - name: Ada Quill
    roles: SMS Manager
    competences: [management systems]
`,
  'roles/sms-manager.md':
    '# Role: SMS Manager\n\n**Holder:** Ada Quill\n\n## Responsibilities\n\n- Keeps the system.\n',
};

const viewOf = (files: Readonly<Record<string, string>>): View =>
  createView(
    workspaceOf(
      parseFixture(
        Object.entries(files)
          .map(([path, text]) => `--- file: ${path}\n${text}`)
          .join(''),
      ).files,
      {
        rules: [],
      },
    ),
    new Set(),
  );

const asked = (files: Readonly<Record<string, string>>, uid = '2018:9.2.2-a'): TracedRequirement => {
  const found = trace(viewOf(files))
    .flatMap(({ requirements }) => requirements)
    .find((each) => each.uid === uid);
  assert.ok(found !== undefined);
  return found;
};

describe('The trace', () => {
  it('calls a requirement answered deeply where every link of the chain holds', () => {
    const { state, answers } = asked(SOUND);
    assert.equal(state, 'deep');
    assert.deepEqual(
      answers.map(({ path, basis, explicit }) => ({ path, basis, explicit })),
      [{ path: 'audits/programme.md', basis: 'prose', explicit: true }],
    );
    assert.deepEqual(
      answers[0]?.chain.links.filter(({ state: whole }) => whole === 'whole').map(({ name }) => name),
      ['owner', 'holder', 'competence', 'evidence'],
    );
  });

  it('says at which link a chain breaks', () => {
    const { state, broken, says } = asked({
      ...SOUND,
      'roles/sms-manager.md': '# Role: SMS Manager\n',
      'people.yaml': '',
    });
    assert.equal(state, 'shallow');
    assert.equal(broken?.name, 'holder');
    assert.match(says, /nobody is named for SMS Manager/);
  });

  it('does not let a page that only names the clause stand in for the document that is wanted', () => {
    const { state, broken } = asked({
      ...SOUND,
      'audits/programme.md': SOUND['audits/programme.md']?.replace('SMS Manager', 'Audit Manager') ?? '',
      'words.md':
        '# Information security policy\n\n**Owner:** SMS Manager\n**Status:** approved\n\nSee ISO/IEC 20000-1:2018, clause 9.2.2.\n',
    });
    assert.equal(state, 'shallow');
    assert.equal(broken?.name, 'holder');
  });

  it('takes a sentence in another document for no more than a mention where a document is asked for', () => {
    const { 'audits/programme.md': _, ...others } = SOUND;
    const policy = '# Information security policy\n\n**Owner:** SMS Manager\n**Status:** approved\n\n';
    const mentioned = asked({ ...others, 'policy.md': `${policy}See ISO/IEC 20000-1:2018, clause 9.2.2.\n` });
    assert.equal(mentioned.state, 'shallow');
    assert.match(mentioned.says, /mentions it, but no document of the kind/);
    // A claim in its header is meant as one.
    const header = '**Clauses:** ISO/IEC 20000-1:2018, 9.2.2\n';
    assert.equal(asked({ ...others, 'policy.md': policy.replace('\n\n**O', `\n\n${header}**O`) }).state, 'deep');
  });

  it('lists under a role only what is in use', () => {
    const owned = (path: string): string | undefined =>
      wholeReport(viewOf({ ...SOUND, [path]: '# Change management process\n\n**Owner:** SMS Manager\n' }), new Set())
        .roles.find(({ name }) => name === 'SMS Manager')
        ?.owns.map((item) => item.path)
        .join();
    assert.equal(owned('change.md'), 'audits/programme.md,change.md');
    assert.equal(owned('templates/change.md'), 'audits/programme.md');
    assert.equal(owned('archive/change.md'), 'audits/programme.md');
  });

  describe('takes for the holder', () => {
    const programme = (owner: string): string =>
      SOUND['audits/programme.md']?.replace('**Owner:** SMS Manager', `**Owner:** ${owner}`) ?? '';
    const holder = (files: Readonly<Record<string, string>>) =>
      asked({ ...SOUND, ...files }).answers[0]?.chain.links.find(({ name }) => name === 'holder');

    it('of two owners both, and names the one who is not there', () => {
      const found = holder({ 'audits/programme.md': programme('SMS Manager, Audit Manager') });
      assert.equal(found?.state, 'broken');
      assert.equal(found.says, 'nobody is named for Audit Manager');
      assert.deepEqual(
        found.items.map(({ text }) => text),
        ['Ada Quill'],
      );
    });

    it('a person who is named outright, where nobody keeps a register', () => {
      const { 'people.yaml': _, ...others } = SOUND;
      const files = { ...others, 'audits/programme.md': programme('Cleo Marsh') };
      const [answer] = asked(files).answers;
      assert.equal(answer?.chain.links.find(({ name }) => name === 'holder')?.state, 'whole');
    });

    it('nobody whom the register does not know', () => {
      const found = holder({ 'audits/programme.md': programme('Cleo Marsh') });
      assert.equal(found?.says, 'no register of people knows Cleo Marsh');
    });
  });

  it('takes no audit that is still to come for evidence of a process', () => {
    const evidence = (day: string) =>
      asked(
        {
          ...SOUND,
          'audits/programme.md': (SOUND['audits/programme.md'] ?? '')
            .replace('**Status:** approved', '**Status:** approved\n**Approved on:** 2026-02-01')
            .replace('2026-03-02', day),
          'change.md': '# Change management process\n\n**Owner:** SMS Manager\n',
        },
        '2018:8.5.1.3-a',
      )
        .answers.find(({ path }) => path === 'change.md')
        ?.chain.links.find(({ name }) => name === 'evidence')?.state;
    assert.equal(evidence('2026-03-02'), 'whole');
    assert.equal(evidence('2026-12-02'), 'broken');
  });

  it('takes no training that is still to come for a competence', () => {
    const people = SOUND['people.yaml']?.replace('    competences: [management systems]\n', '') ?? '';
    const training = (day: string): string =>
      `# Training record\n\n| Person | Training | Date |\n| --- | --- | --- |\n| Ada Quill | Auditing | ${day} |\n`;
    const link = (day: string) =>
      asked({ ...SOUND, 'people.yaml': people, 'trainings.md': training(day) }).broken?.name;
    assert.equal(link('2026-05-04'), undefined);
    assert.equal(link('2026-12-04'), 'competence');
  });

  it('misses the competence of a holder of whom nothing is on record', () => {
    const people = SOUND['people.yaml']?.replace('    competences: [management systems]\n', '') ?? '';
    assert.equal(asked({ ...SOUND, 'people.yaml': people }).broken?.name, 'competence');
  });

  it('lets a draft claim, and no more', () => {
    const draft = SOUND['audits/programme.md']?.replace('approved', 'draft') ?? '';
    assert.equal(asked({ ...SOUND, 'audits/programme.md': draft }).state, 'draft');
  });

  it('takes what is out of use for no answer', () => {
    const old = SOUND['audits/programme.md']?.replace('approved', 'obsolete') ?? '';
    assert.equal(asked({ ...SOUND, 'audits/programme.md': old }).state, 'gap');
  });

  it('tells an inferred answer from one that names the clause', () => {
    const unnamed = SOUND['audits/programme.md']?.replace('As ISO/IEC 20000-1:2018, clause 9.2.2 asks.\n', '') ?? '';
    const [answer] = asked({ ...SOUND, 'audits/programme.md': unnamed }).answers;
    assert.deepEqual([answer?.basis, answer?.explicit], ['kind', false]);
  });

  it('calls a gap only what the clause wants in documented form', () => {
    const { clauses } = wholeReport(viewOf({ 'clausewright.yaml': 'edition: 2018\n' }));
    const states = new Map(clauses.flatMap(({ requirements }) => requirements.map(({ uid, state }) => [uid, state])));
    assert.equal(states.get('2018:9.2.2-e'), 'gap');
    assert.equal(states.get('2018:5.1-d'), 'not-checkable');
  });

  it('counts each requirement once', () => {
    const report = wholeReport(viewOf(SOUND));
    const all = report.clauses.flatMap(({ requirements }) => requirements);
    assert.equal(new Set(all.map(({ uid }) => uid)).size, all.length);
    assert.equal(
      Object.values(report.counts).reduce((sum, count) => sum + count),
      all.length,
    );
  });
});
