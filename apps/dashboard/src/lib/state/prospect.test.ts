import { expect, test } from 'vitest';
import { type Prospect, Prospects } from './prospect.ts';

function looking() {
  const prospects = new Prospects();
  const looks: string[] = [];
  const ask = (record: object, question: string): Prospect =>
    prospects.of(record, question, () => {
      looks.push(question);
      return { ok: false, refusal: question };
    });
  return { ask, looks };
}

test('the same record and question is looked at once', () => {
  const { ask, looks } = looking();
  const record = {};
  expect(ask(record, 'a')).toEqual({ ok: false, refusal: 'a' });
  ask(record, 'b');
  expect(ask(record, 'a')).toEqual({ ok: false, refusal: 'a' });
  expect(looks).toEqual(['a', 'b']);
});

test('another record forgets what was known of the one before', () => {
  const { ask, looks } = looking();
  const [one, other] = [{}, {}];
  for (const record of [one, other, one]) ask(record, 'a');
  expect(looks).toEqual(['a', 'a', 'a']);
});

test('a few dozen are kept, and what was asked for last stays longest', () => {
  const { ask, looks } = looking();
  const record = {};
  for (let day = 0; day < 40; day += 1) {
    ask(record, `day ${day}`);
    ask(record, 'today');
  }
  expect(looks.filter((question) => question === 'today')).toHaveLength(1);
  ask(record, 'day 39');
  ask(record, 'day 0');
  expect(looks.slice(-1)).toEqual(['day 0']);
  expect(looks.filter((question) => question === 'day 39')).toHaveLength(1);
});
