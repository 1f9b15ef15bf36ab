import { describe, expect, test } from 'vitest';
import {
  fullEdition,
  keyed,
  type Loose,
  places,
  replaced,
  validEdition,
  valueAt,
  without,
} from '../../tests/editions.ts';
import { faultsOf } from '../../tests/faults.ts';
import { parseProgram } from './program.ts';

test('the edition of the cases, and one with every key of the contract, are accepted', () => {
  expect(faultsOf(validEdition())).toEqual([]);
  expect(faultsOf(fullEdition())).toEqual([]);
});

const CITED = ['cites', 'basis'];
const NAMED = [...CITED, 'names'];

/** The objects of the contract, section 1: what stands in them without and with a question mark. */
const KEYS: readonly (readonly [path: string, required: readonly string[], optional: readonly string[]])[] = [
  [
    '',
    [
      ...[
        'program',
        'edition',
        'name',
        'effectiveFrom',
        'timeZone',
        'documents',
        'exams',
        'agreements',
        'certifications',
      ],
      ...[
        'extensions',
        'specializations',
        'allocation',
        'channelLevels',
        'reminders',
        'certificate',
        'interpretations',
      ],
    ],
    ['affiliation'],
  ],
  ['documents[0]', ['id', 'title', 'date'], ['address', ...NAMED]],
  ['exams[0]', ['id', 'title', 'technical'], ['training', 'retake', ...NAMED]],
  ['exams[0].training[0]', ['title', 'kind'], ['address']],
  ['exams[0].retake', ['afterFail'], []],
  ['agreements[0]', ['id', 'title'], NAMED],
  [
    'certifications[0]',
    ['id', 'name', 'kind', 'requires'],
    ['level', 'area', 'introducedOn', 'validity', 'agreements', 'recertification', ...NAMED],
  ],
  ['certifications[0].requires', [], ['taken', 'accepted', 'within']],
  ['certifications[0].requires.taken', [], ['from', 'until']],
  ['certifications[0].requires.accepted', [], ['from', 'until']],
  ['certifications[0].recertification', [], ['requires', 'agreements', 'countedFrom', 'gracePeriod', ...CITED]],
  ['certifications[0].recertification.requires', ['of'], []],
  ['extensions[0]', ['id', 'exams', 'certifications', 'by', 'countedFrom'], CITED],
  ['extensions[0].exams', ['of', 'technical'], []],
  [
    'specializations[0]',
    ['id', 'name', 'jobRoles', 'term', 'renewalWindow'],
    ['technology', 'points', 'presence', 'retiredOn', ...NAMED],
  ],
  ['specializations[0].jobRoles[0]', ['id', 'name', 'kind', 'headcount', 'requires'], NAMED],
  ['specializations[0].presence[0]', ['id', 'name', 'headcount', 'requires'], NAMED],
  ['affiliation', ['exclusive'], CITED],
  [
    'allocation',
    [],
    ['maxJobRoles', 'maxSpecializations', 'maxJobRolesPerSpecialization', 'kinds', 'mixKinds', 'exempt', ...CITED],
  ],
  ['allocation.kinds["account-manager"]', [], ['maxJobRoles', 'maxSpecializations']],
  ['channelLevels[0]', ['id', 'name', 'rank', 'term', 'renewalWindow', 'personnel'], ['specializations', ...NAMED]],
  ['channelLevels[0].personnel[0]', ['id', 'headcount', 'requires'], CITED],
  ['channelLevels[0].specializations', [], ['atLeast', 'points', 'of']],
  ['reminders', ['award', 'renewal'], CITED],
  ['certificate', ['arrives'], CITED],
  ['interpretations[0]', ['id', 'cites', 'question', 'reading', 'alternatives', 'because'], ['basis']],
];

test('the table names every key of the full edition, and no other', () => {
  const inTable = KEYS.flatMap(([path, required, optional]) =>
    [...required, ...optional].map((key) => keyed(path, key)),
  );
  const edition = fullEdition();
  expect(inTable.filter((path) => valueAt(edition, path) === undefined)).toEqual([]);
  const objects = KEYS.flatMap(([path]) => (Array.isArray(valueAt(edition, path)) ? [] : [path]));
  for (const path of objects) {
    const shape = ['exam', 'atLeast'];
    const there = Object.keys(valueAt(edition, path)).filter(
      (key) => !shape.includes(key) || path === 'channelLevels[0].specializations',
    );
    expect(there.map((key) => keyed(path, key)).filter((key) => !inTable.includes(key))).toEqual([]);
  }
});

describe('a key that the contract requires', () => {
  test.each(KEYS.flatMap(([path, required]) => required.map((key) => keyed(path, key))))('%s is missed', (path) => {
    expect(faultsOf(without(fullEdition(), path))).toContain(`${path} missing`);
  });
});

describe('a key that the contract marks as optional', () => {
  test.each(KEYS.flatMap(([path, , optional]) => optional.map((key) => keyed(path, key))))(
    '%s may be left out',
    (path) => {
      expect(faultsOf(without(fullEdition(), path))).toEqual([]);
    },
  );
});

/** Their keys are data: languages, kinds of job role. */
const isDictionary = (path: string) => /\.(names|kinds)$/.test(path);
const STRANGE_KEYS = [
  'extra',
  'constructor',
  '__proto__',
  'prototype',
  'toString',
  'hasOwnProperty',
  'valueOf',
  'a b',
  'naïve',
];

describe('a key that the contract does not know', () => {
  const objects = places(fullEdition()).filter(
    ({ path, value }) => typeof value === 'object' && value !== null && !Array.isArray(value) && !isDictionary(path),
  );

  test.each(STRANGE_KEYS)('%s is refused with its path in every object of an edition', (key) => {
    const unseen = objects.flatMap(({ path }) => {
      const faults = faultsOf(replaced(fullEdition(), keyed(path, key), 1));
      return faults.join() === `${keyed(path, key)} unknown-key` ? [] : [`${path}: ${faults.join()}`];
    });
    expect(unseen).toEqual([]);
    expect(objects.length).toBeGreaterThan(80);
  });

  test('all of them are named at once', () => {
    const edition = Object.assign(validEdition(), { extra: 1, another: 2 });
    edition.exams[3].more = 3;
    expect(faultsOf(edition)).toEqual(['exams[3].more unknown-key', 'extra unknown-key', 'another unknown-key']);
  });

  test('__proto__ in a JSON text is a key like others and changes no prototype', () => {
    const text = JSON.stringify(validEdition()).replace('{', '{"__proto__":{"polluted":true},');
    expect(faultsOf(JSON.parse(text))).toEqual(['__proto__ unknown-key']);
    expect(({} as Loose).polluted).toBeUndefined();
  });
});

test.each(['toString', 'constructor', 'prototype', '__proto__'])(
  '%s as a kind of job role or a language is kept or refused, never dropped',
  (key) => {
    const edition = validEdition();
    edition.allocation.kinds = JSON.parse(`{"${key}":{"maxJobRoles":1}}`);
    edition.certifications[0].names = JSON.parse(`{"${key}":"a name"}`);
    const outcome = parseProgram([edition]);
    const document = outcome.ok ? outcome.value.editions[0]?.document : undefined;
    const kept = [document?.allocation.kinds, document?.certifications[0]?.names].map((entries) =>
      Object.keys(entries ?? {}),
    );
    expect(outcome.ok ? kept : 'refused').toEqual(outcome.ok ? [[key], [key]] : 'refused');
  },
);

describe('a value of another type is refused where it stands', () => {
  const all = places(fullEdition()).filter(({ path }) => path !== '');
  const lists = all.filter(({ path, value }) => Array.isArray(value) && path !== 'extensions[0].exams');
  const objects = all.filter(
    ({ path, value }) => typeof value === 'object' && !Array.isArray(value) && path !== 'extensions[0].exams',
  );
  const scalars = all.filter(({ value }) => typeof value !== 'object');
  const elsewhere = (entries: readonly { readonly path: string }[], value: unknown) =>
    entries.flatMap(({ path }) => {
      const faults = faultsOf(replaced(fullEdition(), path, value));
      return faults.some((fault) => /^(\S+) (type|picklist|non_empty)$/.exec(fault)?.[1] === path)
        ? []
        : [`${path}: ${faults}`];
    });

  test.each([[{}], ['text'], [1], [null], [true]])('for a list: %j', (value) => {
    expect(elsewhere(lists, value)).toEqual([]);
  });

  test.each([[[]], ['text'], [1], [null], [false]])('for an object: %j', (value) => {
    expect(elsewhere(objects, value)).toEqual([]);
  });

  test.each([[[]], [{}], [null]])('for a text, a number or a truth value: %j', (value) => {
    expect(elsewhere(scalars, value)).toEqual([]);
  });

  test.each([[null], [0], ['edition'], [[]], [true]])('for the whole edition: %j', (value) => {
    expect(faultsOf(value)).toEqual([' type']);
  });
});
