/// <reference lib="esnext.temporal" />
import { readFile } from 'node:fs/promises';
import type { Edition } from '@standing/domain';
import { addDays, addMonths, addPeriod, between, isDay } from '../src/lib/reading/calendar.ts';
import { rulesOf } from '../src/lib/reading/rules.ts';
import { longDay, periodInWords, span } from '../src/lib/texts/dates.ts';
import { noteOf } from '../src/lib/texts/notes.ts';
import { expect, test } from './journey.ts';

const EDITIONS = ['2003-11-03', '2003-11-04'];

async function readEdition(edition: string): Promise<Edition> {
  const file = new URL(`../../../packages/domain/editions/cisco-channel/${edition}.json`, import.meta.url);
  return JSON.parse(await readFile(file, 'utf8')) as Edition;
}

function citesIn(value: unknown): readonly string[] {
  if (typeof value !== 'object' || value === null) return [];
  const own = 'cites' in value && Array.isArray(value.cites) ? (value.cites as readonly string[]) : [];
  return [...own, ...Object.values(value).flatMap(citesIn)];
}

for (const id of EDITIONS) {
  test(`every citation of the edition ${id} has a note`, async () => {
    const edition = await readEdition(id);
    const cites = new Set(citesIn(edition));
    expect(cites.size).toBeGreaterThan(10);
    for (const cite of cites) {
      const { source, text } = noteOf(cite, edition);
      expect(source).not.toBe('');
      // A paragraph is told in our words; a whole document is only named.
      expect(text?.endsWith('.')).toBe(cite.includes('#') || undefined);
    }
  });

  test(`the rules of the edition ${id} are its entries, each with the basis that it or its parent has`, async () => {
    const edition = await readEdition(id);
    const rules = rulesOf(edition);
    const entries =
      edition.certifications.length +
      edition.certifications.filter(({ recertification }) => recertification !== undefined).length +
      edition.exams.length +
      edition.extensions.length +
      edition.agreements.length +
      edition.specializations.flatMap(({ jobRoles, presence }) => [0, ...jobRoles, ...(presence ?? [])]).length +
      edition.channelLevels.flatMap(({ personnel }) => [0, ...personnel]).length +
      3 +
      (edition.affiliation === undefined ? 0 : 1);
    expect(rules).toHaveLength(entries);
    for (const { basis } of rules) expect(['stated', 'sourced', 'assumed']).toContain(basis);
  });
}

test('an entry without a basis takes its parent’s, and at last "stated"', async () => {
  const edition = structuredClone(await readEdition('2003-11-04'));
  const [first] = edition.certifications;
  if (first?.recertification === undefined) throw new Error('The first certification says how it is recertified.');
  const basisOf = (kind: string): string | undefined => rulesOf(edition).find((rule) => rule.kind === kind)?.basis;
  first.basis = 'assumed';
  delete first.recertification.basis;
  expect(basisOf('recertification')).toBe('assumed');
  delete first.basis;
  expect(basisOf('recertification')).toBe('stated');
});

test('days, months and periods are added as Temporal adds them', () => {
  for (const start of ['2003-11-04', '2004-01-31', '2004-02-29', '2003-12-31', '1999-08-30']) {
    const day = Temporal.PlainDate.from(start);
    for (const count of [-25, -12, -1, 0, 1, 11, 13, 36]) {
      expect(addMonths(start, count)).toBe(day.add({ months: count }).toString());
      expect(addDays(start, count)).toBe(day.add({ days: count }).toString());
      const later = day.add({ months: Math.abs(count), days: 9 }).toString();
      const { months, days } = day.until(later, { largestUnit: 'months' });
      expect(between(start, later)).toEqual({ months, days });
    }
    for (const period of ['P2Y', 'P18M', 'P6W', 'P90D', 'P1Y2M3D']) {
      expect(addPeriod(start, period)).toBe(day.add(period).toString());
    }
  }
});

test('only days of the calendar are days', () => {
  for (const text of ['2004-02-29', '2004-12-31']) expect(isDay(text)).toBe(true);
  for (const text of ['2003-02-29', '2004-13-01', '2004-1-1', '', '2004-09-15T00:00', '２００４-09-15'])
    expect(isDay(text)).toBe(false);
});

test('dates and lengths are said in words', () => {
  expect(longDay('2004-02-10')).toBe('10 February 2004');
  expect(['P2Y', 'P6M', 'P6W', 'P90D', 'P1Y6M'].map(periodInWords)).toEqual([
    'two years',
    'six months',
    'six weeks',
    '90 days',
    'one year and six months',
  ]);
  expect(span('2004-09-15', '2004-09-16')).toBe('1 day');
  expect(span('2004-09-15', '2004-11-19')).toBe('65 days');
  expect(span('2004-09-15', '2005-09-15')).toBe('1 year');
  expect(span('2004-09-15', '2007-05-01')).toBe('2 years 7 months');
});
