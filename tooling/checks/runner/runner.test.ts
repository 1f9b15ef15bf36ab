import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { notRun, type Outcome, settle, total } from './counts.ts';
import { closingLine, partLines } from './lines.ts';
import { runAll } from './schedule.ts';

const ended = { code: 0, overtime: false, output: '' };
const outcome = (passed: number, failed = 0): Outcome => ({ passed, failed, notes: [], output: '' });

describe('settle', () => {
  it.each([
    ['all passed', { passed: 3, failed: 0 }, ended, { passed: 3, failed: 0 }],
    ['the runner says what failed', { passed: 3, failed: 2 }, { ...ended, code: 1 }, { passed: 3, failed: 2 }],
    ['a failure that no test shows', { passed: 3, failed: 0 }, { ...ended, code: 1 }, { passed: 3, failed: 1 }],
    ['nothing ran', { passed: 0, failed: 0 }, ended, { passed: 0, failed: 1 }],
    ['ended for taking too long', { passed: 3, failed: 0 }, { ...ended, overtime: true }, { passed: 3, failed: 1 }],
  ])('%s', (_, counts, program, expected) => {
    expect(settle(counts, program)).toMatchObject(expected);
  });
});

describe('the closing line', () => {
  it('sums over all parts and says nothing else', () => {
    expect(closingLine(total([outcome(3), outcome(40, 1), outcome(0, 1)]))).toBe('43 passed, 2 failed');
  });
});

describe('the lines of a part', () => {
  it('is one line when all passed', () => {
    const lines = partLines('tests', { ...outcome(12), skipped: 1, details: 'tooling 12', output: 'noise' }, 1.25);
    expect(lines).toEqual(['ok    tests              1.3 s   12 passed, 1 skipped (tooling 12)']);
  });

  it('shows the end of what a failing part printed, without colours', () => {
    const output = Array.from({ length: 1000 }, (_, line) => `\u001b[31mline ${line}\u001b[39m`).join('\n');
    const lines = partLines('types', { ...outcome(1, 1), output, notes: ['It ended with exit code 2.'] }, 1);
    expect(lines[0]).toBe('FAIL  types              1.0 s   1 passed, 1 failed');
    expect(lines.slice(1, 3)).toEqual([
      '      | It ended with exit code 2.',
      '      | ... 600 lines before this are left out',
    ]);
    expect(lines.at(-1)).toBe('      | line 999');
  });
});

describe('runAll', () => {
  const part = (name: string, after: string[] = [], needs: string[] = []) => ({ name, after, needs });

  it('goes on after a failure, and tells a part that what it needs has failed', async () => {
    const begun: string[] = [];
    const parts = [part('build'), part('types', ['build']), part('journeys', ['types'], ['build'])];
    const outcomes = await runAll(parts, 2, ({ name }, broken) => {
      begun.push(name);
      return Promise.resolve(broken.length > 0 ? notRun(broken) : outcome(0, 1));
    });
    expect(begun).toEqual(['build', 'types', 'journeys']);
    expect(outcomes.get('journeys')).toMatchObject({
      failed: 1,
      notes: ['It did not run: it needs build, which failed.'],
    });
  });

  it('refuses parts that wait for each other', async () => {
    const parts = [part('one', ['two']), part('two', ['one'])];
    await expect(runAll(parts, 2, () => Promise.resolve(outcome(1)))).rejects.toThrow('one, two');
  });

  it('begins nothing once it is stopped', async () => {
    const outcomes = await runAll(
      [part('one')],
      2,
      () => Promise.resolve(outcome(1)),
      () => true,
    );
    expect(outcomes.size).toBe(0);
  });

  it('runs every part once, in its order, never more at a time than it may', async () => {
    const graphs = fc.array(fc.array(fc.nat({ max: 20 }), { maxLength: 3 }), { minLength: 1, maxLength: 12 });
    await fc.assert(
      fc.asyncProperty(graphs, fc.integer({ min: 1, max: 3 }), async (graph, width) => {
        const parts = graph.map((after, at) => part(`${at}`, at === 0 ? [] : after.map((other) => `${other % at}`)));
        const done = new Set<string>();
        let running = 0;
        await runAll(parts, width, async ({ name, after }) => {
          running += 1;
          expect(running).toBeLessThanOrEqual(width);
          expect(after.every((other) => done.has(other)) && !done.has(name)).toBe(true);
          await new Promise((resolve) => setImmediate(resolve));
          running -= 1;
          done.add(name);
          return outcome(1);
        });
        expect(done.size).toBe(parts.length);
      }),
      { seed: 20031104, numRuns: 100 },
    );
  });
});
