import { published } from '@standing/domain/editions';
import { describe, expect, test } from 'vitest';
import { readPrograms } from './programs.ts';

const [first] = published;
const editions = first?.editions ?? [];

test('what is published is read, the earliest edition first whatever the order', () => {
  const program = readPrograms([{ program: 'cisco-channel', editions: editions.toReversed() }]).get('cisco-channel');
  const ids = program?.editions.map(({ edition }) => edition);
  expect(ids).toEqual(['2003-11-03', '2003-11-04']);
  expect(program?.program.editions.map(({ document }) => document.edition)).toEqual(ids);
});

describe('stops the start, and says why', () => {
  const faulty = { ...(editions[0] as object), effectiveFrom: '2003-02-30', more: 1 };
  test.each([
    [
      'a faulty edition',
      [{ program: 'p', editions: [faulty] }],
      /program "p" has faults:\n {2}p\.editions\[0\]\.\w+: /,
    ],
    ['no edition', [{ program: 'p', editions: [] }], /program "p" has faults/],
    ['editions under another name', [{ program: 'p', editions }], /"p" say program "cisco-channel"/],
    ['a program published twice', [...published, ...published], /"cisco-channel" is published twice/],
  ])('%s', (_, given, why) => {
    expect(() => readPrograms(given)).toThrow(why);
  });

  test('with every fault, each on a line of its own', () => {
    expect(() => readPrograms([{ program: 'p', editions: [faulty] }])).toThrow(
      /effectiveFrom: .+\n {2}p\.editions\[0\]\.more: /,
    );
  });
});
