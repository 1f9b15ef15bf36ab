import { describe, expect, test } from 'vitest';
import { evaluate, parseProgram, parseRequest } from '../src/index.ts';
import { type Loose, validEdition } from './editions.ts';

function ask(body: Loose, steps?: number) {
  const request = parseRequest(body, new Map());
  if (!request.ok) throw new Error(JSON.stringify(request.faults));
  return evaluate(request.value, steps === undefined ? undefined : { steps });
}

const person = (index: number) => ({
  id: `CSCO${10_000_000 + index}`,
  exams: [
    { exam: '640-801', takenOn: `2003-1${index % 2}-2${index % 8}`, result: 'pass' },
    { exam: '642-501', takenOn: `2004-0${1 + (index % 6)}-1${index % 7}`, result: 'pass' },
    {
      exam: '642-521',
      takenOn: `2004-0${1 + (index % 5)}-0${1 + (index % 8)}`,
      result: index % 9 === 0 ? 'fail' : 'pass',
    },
  ],
  agreements: [{ agreement: 'career-certifications', acceptedOn: '2004-02-01' }],
});
const asking = (count: number) => ({
  program: [validEdition()],
  asOf: '2004-09-15',
  individuals: Array.from({ length: count }, (_, index) => person(index)),
  partners: [],
});

describe('what a question may cost', () => {
  test('20,000 individuals with three exams each are answered', { timeout: 60_000 }, () => {
    const answer = ask(asking(20_000));
    expect(answer.ok && answer.value.individuals.length).toBe(20_000);
    expect(answer.ok && answer.value.individuals.filter(({ awards }) => awards.length > 0).length).toBe(20_000);
  });

  test('a question that costs more than its steps is refused, and named, the same each time', () => {
    const refusals = [1, 2, 3].map(() => ask(asking(50), 500));
    expect(refusals[0]).toEqual({
      ok: false,
      faults: [{ path: expect.any(String), code: 'out-of-steps', received: expect.any(String) }],
    });
    expect(refusals[1]).toEqual(refusals[0]);
    expect(refusals[2]).toEqual(refusals[0]);
  });

  test('the number of steps is the same in every run: one step fewer is refused each time', () => {
    const body = asking(3);
    let [refused, answered] = [0, 1_000_000];
    while (answered - refused > 1) {
      const middle = Math.floor((refused + answered) / 2);
      if (ask(body, middle).ok) answered = middle;
      else refused = middle;
    }
    for (let run = 0; run < 3; run += 1) {
      expect(ask(body, answered).ok).toBe(true);
      expect(ask(body, refused).ok).toBe(false);
    }
    const reversed = { ...body, individuals: body.individuals.toReversed() };
    expect(ask(reversed, answered).ok).toBe(true);
    expect(ask(reversed, refused).ok).toBe(false);
  });

  /** 10,000 nodes, and facts that make each be asked again on every one of many days. */
  test('the costliest edition with a busy record is refused', {
    timeout: 60_000,
  }, () => {
    const edition = validEdition();
    Object.assign(edition, { extensions: [], specializations: [], channelLevels: [] });
    const leaves = Array.from({ length: 90 }, () => ({ atLeast: 1, of: [{ exam: '640-801' }, { exam: '640-861' }] }));
    edition.certifications = Array.from({ length: 36 }, (_, index) => ({
      ...{ id: `c${index}`, name: `C${index}`, kind: 'career', validity: 'P1D' },
      requires: { allOf: leaves },
    }));
    expect(parseProgram([edition]).ok).toBe(true);
    const start = Temporal.PlainDate.from('2003-11-04');
    const exams = Array.from({ length: 2000 }, (_, days) => ({
      ...{ exam: days % 2 === 0 ? '640-801' : '640-861', takenOn: start.add({ days }).toString(), result: 'pass' },
    }));
    const individuals = Array.from({ length: 200 }, (_, index) => ({ id: `i${index}`, exams }));
    const body = { program: [edition], asOf: '2010-01-01', individuals, partners: [] };
    const answer = ask(body);
    expect(answer.ok ? [] : answer.faults.map(({ code }) => code)).toEqual(['out-of-steps']);
  });

  /** The exam is never passed again, so nothing but the agreements is looked at; the look must be paid for. */
  test.each([
    ['certifications that wait for an agreement on many days', 100, 1],
    ['a recertification that asks for many agreements on many days', 1, 100],
  ])('%s', (_, certifications, agreements) => {
    const edition = validEdition();
    Object.assign(edition, { extensions: [], specializations: [], channelLevels: [] });
    const asked = Array.from({ length: agreements }, (_, index) => `a${index}`);
    edition.agreements = [...asked, 'missing', 'other'].map((id) => ({ id, title: id }));
    edition.certifications = Array.from({ length: certifications }, (_, index) => ({
      ...{ id: `c${index}`, name: `C${index}`, kind: 'career', requires: { exam: '640-801' }, validity: 'P2Y' },
      recertification: { agreements: [...asked, 'missing'] },
    }));
    const days = Array.from({ length: 1000 }, (_, index) =>
      Temporal.PlainDate.from('2100-01-02').add({ days: index }).toString(),
    );
    const individual = {
      id: 'i1',
      exams: [{ exam: '640-801', takenOn: '2003-12-01', result: 'pass' }],
      agreements: [
        ...days.map((acceptedOn) => ({ agreement: 'other', acceptedOn })),
        ...asked.map((agreement) => ({ agreement, acceptedOn: '2100-01-02' })),
      ],
      awards: edition.certifications.map(({ id }: { id: string }) => ({
        ...{ certification: id, validFrom: '2100-01-01', validUntil: '2199-01-01' },
      })),
    };
    const body = { program: [edition], asOf: '2150-01-01', individuals: [individual], partners: [] };
    // A thousand days, on each a hundred looks.
    const answer = ask(body, 50_000);
    expect(answer.ok ? [] : answer.faults.map(({ code }) => code)).toEqual(['out-of-steps']);
  });
});
