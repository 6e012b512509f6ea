/** What is asked of the catalogue: the tree of clauses, the other editions, mistaken numbers and titles. */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import {
  bestTitle,
  children,
  clause,
  clauses,
  corresponding,
  DOCUMENT_KINDS,
  documentsExpected,
  EDITIONS,
  editionFacts,
  isEdition,
  isUnder,
  itemsUnder,
  nearestClauses,
  parents,
  requirement,
  titleFit,
} from '../../server/model/catalogue.ts';

const numRuns = Number(process.env.LAW_RUNS ?? 100);
const numbers = (list: readonly { readonly number: string }[]) => list.map(({ number }) => number);

describe('clauses of an edition', () => {
  it('are found by number, each in its own edition only', () => {
    assert.equal(clause('2018', '9.2.2')?.title, 'Audit programme and conduct');
    assert.equal(clause('2005', '9.2.2'), null);
    assert.equal(clause('2011', '9.2')?.title, 'Change management');
    assert.equal(clause('2018', '9.2')?.title, 'Internal audit');
  });

  it('hang together as a tree', () => {
    assert.deepEqual(numbers(children('2018', '9')), ['9.1', '9.2', '9.3', '9.4']);
    assert.deepEqual(numbers(children('2005', null)), ['1', '2', '3', '4', '5', '6', '7', '8', '9', '10']);
    assert.deepEqual(numbers(parents('2018', '8.5.1.3')), ['8.5.1', '8.5', '8']);
    assert.deepEqual(parents('2018', '12.1'), []);
  });

  it('take items from below, but not from a number that merely begins alike', () => {
    assert.ok(isUnder('9.2.2', '9.2'));
    assert.ok(!isUnder('10.1', '1'));
    assert.ok(itemsUnder('2018', '9.2').some(({ uid }) => uid === '2018:9.2.2-c'));
    assert.deepEqual(itemsUnder('2018', '1'), []);
    assert.deepEqual(itemsUnder('2018', '99'), []);
  });

  it('give each requirement one name over all editions', () => {
    const uids = EDITIONS.flatMap((edition) => clauses(edition).flatMap(({ items }) => items.map(({ uid }) => uid)));
    assert.equal(new Set(uids).size, uids.length);
    assert.equal(requirement('2018:9.2.2-c')?.clause, '9.2.2');
    assert.equal(requirement('9.2.2-c'), null);
  });

  it('cannot be changed by whoever holds them', () => {
    const held = clauses('2018') as unknown as { title: string }[];
    assert.throws(() => {
      held.push({ title: '' });
    });
    assert.throws(() => {
      (held[0] as { title: string }).title = '';
    });
  });

  it('know the editions and what they fix', () => {
    assert.ok(isEdition('2011'));
    assert.ok(!isEdition('2012'));
    assert.equal(editionFacts('2005').hardIntervals.find(({ clause: c }) => c === '7.2')?.max, 'P12M');
    assert.equal(editionFacts('2018').replacedBy, null);
  });
});

describe('correspondence between editions', () => {
  it('is exact where one clause stands for one', () => {
    const [only, ...others] = corresponding('2005', '8.3', '2018');
    assert.deepEqual(only?.clauses, ['8.6.3']);
    assert.equal(only?.exact, true);
    assert.deepEqual(others, []);
  });

  it('keeps many to many and never picks one: 2005 6.1 went to several clauses', () => {
    const all = corresponding('2005', '6.1', '2018');
    assert.ok(all.flatMap((entry) => entry.clauses).includes('8.3.3'));
    assert.ok(all.flatMap((entry) => entry.clauses).includes('8.2.4'));
    assert.ok(all.every(({ exact }) => !exact));
  });

  it('says that 2018 4.1 has no ancestor rather than nothing at all', () => {
    const [context] = corresponding('2018', '4.1', '2005');
    assert.equal(context?.relation, 'new-in-2018');
    assert.deepEqual(context?.clauses, []);
    assert.deepEqual(corresponding('2018', '4.99', '2005'), []);
  });

  it('goes both ways: what 2018 lists for 2005 lists it back', () => {
    for (const from of EDITIONS) {
      for (const to of EDITIONS) {
        for (const { number } of clauses(from)) {
          for (const target of corresponding(from, number, to).flatMap((entry) => entry.clauses)) {
            const back = corresponding(to, target, from).flatMap((entry) => entry.clauses);
            if (from !== to) assert.ok(back.includes(number), `${from} ${number} → ${to} ${target}`);
          }
        }
      }
    }
  });
});

describe('titles of clauses', () => {
  it('tell that "Clause 8.7 - Capacity management" means another clause', () => {
    assert.equal(titleFit('2018', '8.7', 'Capacity management'), 0);
    assert.equal(bestTitle('2018', 'Capacity management')[0]?.clause.number, '8.4.3');
    assert.equal(bestTitle('2018', 'Capacity management')[0]?.fit, 1);
  });

  it('fit in other words of the same stems, but not by "management" alone', () => {
    assert.ok(titleFit('2005', '4.3', 'Monitor, measure and review') > 0.9);
    assert.ok(titleFit('2018', '8.6.1', 'Incidents') > 0.5);
    assert.ok(titleFit('2018', '8.6.1', 'Management of cakes') < 0.4);
    assert.equal(titleFit('2018', '99', 'Incident management'), 0);
  });

  it('fit their own clause best of all', () => {
    for (const edition of EDITIONS) {
      for (const { number, title } of clauses(edition)) {
        assert.ok(titleFit(edition, number, title) > 0.79, `${edition} ${number} ${title}`);
      }
    }
  });

  it('lead from a number that does not exist to its family', () => {
    assert.ok(numbers(nearestClauses('2018', '8.7.4')).includes('8.7'));
    assert.equal(nearestClauses('2018', '9.2.3', 'internal audit')[0]?.number, '9.2');
    assert.equal(nearestClauses('2018', '8.7', 'Capacity management')[0]?.number, '8.4.3');
    assert.deepEqual(nearestClauses('2018', '555.555.555'), []);
  });

  it('take any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), (number, words) => {
        for (const { fit } of bestTitle('2018', words)) assert.ok(fit > 0 && fit <= 1 + 1e-9);
        assert.ok(nearestClauses('2011', number, words).length <= 5);
        assert.equal(itemsUnder('2011', number).length, 0);
      }),
      { numRuns },
    );
  });
});

describe('documents that a clause expects', () => {
  it('come with the items that ask for them', () => {
    const programme = documentsExpected('2018', '9.2').find(({ kind }) => kind === 'audit-programme');
    assert.ok(programme?.explicit);
    assert.ok(programme?.items.includes('2018:9.2.2-a'));
  });

  it('show for 2011 the written audit procedure, which 2018 does not ask for', () => {
    const of = (edition: '2011' | '2018', number: string) =>
      documentsExpected(edition, number).filter(({ kind, explicit }) => kind === 'procedure' && explicit).length;
    assert.equal(of('2011', '4.5.4.2'), 1);
    assert.equal(of('2018', '9.2'), 0);
  });

  it('are kinds of the catalogue, explicit ones first', () => {
    for (const edition of EDITIONS) {
      for (const { number } of children(edition, null)) {
        const flags = documentsExpected(edition, number).map(({ kind, explicit }) => {
          assert.ok(DOCUMENT_KINDS.has(kind));
          return Number(explicit);
        });
        assert.deepEqual(flags, [...flags].sort().reverse());
      }
    }
  });
});
