import { describe, expect, test } from 'vitest';
import { type Explanation, parseProgram } from '../src/index.ts';
import { validEdition } from '../tests/editions.ts';
import { wordsOf } from './index.ts';

function sayWith(edition: unknown, node: Partial<Explanation>): string {
  const program = parseProgram([edition]);
  const english = wordsOf('en');
  if (!program.ok || english === undefined) throw new Error('No program or no words');
  const explanation = {
    met: false,
    rule: 'all-of',
    cites: [],
    basis: 'stated',
    by: [],
    missing: [],
    of: [],
    ...node,
  } as const;
  return english.explain(program.value, '2004-08-31')(explanation).words;
}
const say = (node: Partial<Explanation>) => sayWith(validEdition(), node);

const person = { individual: 'i1' };
const part = (met: boolean): Explanation => ({
  ...{ met, rule: 'exam', cites: [], basis: 'stated', missing: [], of: [], subject: { exam: '640-801' } },
  by: met ? [{ ...person, exam: '640-801', takenOn: '2004-02-10' }] : [],
});

describe('what is said at a node about an award', () => {
  test.each<[string, Partial<Explanation>]>([
    [
      '640-801 (CCNA) was passed on 10 February 2004.',
      {
        met: true,
        rule: 'exam',
        subject: { exam: '640-801' },
        by: [{ ...person, exam: '640-801', takenOn: '2004-02-10' }],
      },
    ],
    ['640-801 (CCNA) must be passed.', { rule: 'exam', subject: { exam: '640-801' }, missing: [{ exam: '640-801' }] }],
    [
      '642-521 (CSPFA) must be passed. It counts only before 1 September 2004.',
      { rule: 'exam', subject: { exam: '642-521' }, missing: [{ exam: '642-521', until: '2004-09-01' }] },
    ],
    [
      'CCNA is active until 10 January 2006.',
      {
        ...{ met: true, rule: 'certification', subject: { certification: 'ccna' } },
        by: [{ ...person, certification: 'ccna', validFrom: '2003-01-10', validUntil: '2006-01-10' }],
      },
    ],
    [
      'Cisco Sales Expert is active and has no end.',
      {
        ...{ met: true, rule: 'certification', subject: { certification: 'sales-expert' } },
        by: [{ ...person, certification: 'sales-expert', validFrom: '2003-01-10', validUntil: null }],
      },
    ],
    [
      'Cisco Firewall Specialist must be active.',
      { rule: 'certification', subject: { certification: 'firewall' }, missing: [{ certification: 'firewall' }] },
    ],
    [
      'Cisco Firewall Specialist can no longer be earned: the edition in force does not know it.',
      { rule: 'certification', subject: { certification: 'firewall' } },
    ],
    [
      'The Cisco Career Certifications Agreement was accepted on 1 December 2003.',
      {
        ...{ met: true, rule: 'agreement', subject: { agreement: 'career-certifications' } },
        by: [{ ...person, agreement: 'career-certifications', acceptedOn: '2003-12-01' }],
      },
    ],
    [
      'The Cisco Career Certifications Agreement must be accepted.',
      {
        rule: 'agreement',
        subject: { agreement: 'career-certifications' },
        missing: [{ agreement: 'career-certifications' }],
      },
    ],
    ['It has no end, so nothing has to be done.', { met: true, rule: 'all-of' }],
    ['All that is needed is there.', { met: true, rule: 'all-of', of: [part(true)] }],
    [
      'Still needed: CCNA, 642-521 (CSPFA), before 1 September 2004 and the Cisco Career Certifications Agreement.',
      {
        ...{ rule: 'all-of', of: [part(false)] },
        missing: [
          { certification: 'ccna' },
          { exam: '642-521', until: '2004-09-01' },
          { agreement: 'career-certifications' },
        ],
      },
    ],
    ['It cannot be met any more.', { rule: 'all-of', of: [part(false)] }],
    [
      'It cannot be met any more: 642-521 (CSPFA) counted only before 31 August 2004.',
      { rule: 'all-of', of: [part(false)], missing: [{ exam: '642-521', until: '2004-08-31' }] },
    ],
    [
      'It is too late for 642-521 (CSPFA): it counted only before 31 August 2004.',
      { rule: 'exam', subject: { exam: '642-521' }, missing: [{ exam: '642-521', until: '2004-08-31' }] },
    ],
    [
      'One of these is enough. Still needed: 640-801 (CCNA).',
      { rule: 'any-of', of: [part(false), part(false)], missing: [{ exam: '640-801' }] },
    ],
    [
      'One of these is enough: 640-801 (CCNA) was passed on 10 February 2004.',
      { met: true, rule: 'any-of', of: [part(false), part(true)] },
    ],
    [
      'Two of these three are needed; two are there.',
      { met: true, rule: 'at-least', needed: 2, have: 2, of: [part(true), part(true), part(false)] },
    ],
    [
      'Two of these three are needed; one is there. Still needed: CCNA.',
      {
        rule: 'at-least',
        needed: 2,
        have: 1,
        of: [part(true), part(false), part(false)],
        missing: [{ certification: 'ccna' }],
      },
    ],
    [
      'One of these two are needed; none is there. Still needed: CCNA.',
      { rule: 'at-least', needed: 1, have: 0, of: [part(false), part(false)], missing: [{ certification: 'ccna' }] },
    ],
  ])('%s', (sentence, node) => {
    expect(say(node)).toBe(sentence);
  });

  test('a name in the language goes before the name of the edition', () => {
    const edition = validEdition();
    edition.certifications[0].names = { fr: 'Associé', en: 'Network Associate' };
    const node = {
      rule: 'certification',
      subject: { certification: 'ccna' },
      missing: [{ certification: 'ccna' }],
    } as const;
    expect(sayWith(edition, node)).toBe('Network Associate must be active.');
    edition.certifications[0].names = { fr: 'Associé' };
    expect(sayWith(edition, node)).toBe('CCNA must be active.');
  });

  test('what no edition names is said by its id', () => {
    expect(say({ rule: 'exam', subject: { exam: 'x-1' }, missing: [{ exam: 'x-1' }] })).toBe('x-1 must be passed.');
  });
});
