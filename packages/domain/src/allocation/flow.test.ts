import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { runs } from '../../tests/runs.ts';
import { Flow } from './flow.ts';

/** People on the left, places on the right; a pair has a weight or is not there. */
type Network = {
  readonly people: readonly number[];
  readonly places: readonly number[];
  readonly weights: readonly (readonly (number | null)[])[];
};

function run({ people, places, weights }: Network, spend: (steps: number) => void = () => undefined, above?: number) {
  const flow = new Flow(spend);
  const sinks = places.map((room) => {
    const node = flow.node();
    flow.edge(node, 1, room);
    return node;
  });
  const pairs = people.flatMap((room, person) => {
    const node = flow.node();
    flow.edge(0, node, room);
    return sinks.flatMap((sink, place) => {
      const weight = weights[person]?.[place] ?? null;
      return weight === null ? [] : [{ person, place, edge: flow.edge(node, sink, 1, weight) }];
    });
  });
  return {
    ...flow.run(above),
    pairs: pairs.filter(({ edge }) => flow.on(edge) > 0).map(({ person, place }) => [person, place]),
  };
}

/** Every choice of pairs that keeps both sides: the most units, then the greatest weight; and the greatest weight of all. */
function byTrying({ people, places, weights }: Network): { units: number; weight: number; heaviest: number } {
  const pairs = weights.flatMap((row, person) =>
    row.flatMap((weight, place) => (weight === null ? [] : [{ person, place, weight }])),
  );
  let best = { units: 0, weight: 0 };
  let heaviest = 0;
  const search = (
    from: number,
    left: readonly number[],
    right: readonly number[],
    units: number,
    weight: number,
  ): void => {
    if (weight > heaviest) heaviest = weight;
    if (units > best.units || (units === best.units && weight > best.weight)) best = { units, weight };
    for (const [offset, pair] of pairs.slice(from).entries()) {
      if ((left[pair.person] ?? 0) === 0 || (right[pair.place] ?? 0) === 0) continue;
      search(
        from + offset + 1,
        left.map((room, person) => (person === pair.person ? room - 1 : room)),
        right.map((room, place) => (place === pair.place ? room - 1 : room)),
        units + 1,
        weight + pair.weight,
      );
    }
  };
  search(0, people, places, 0, 0);
  return { ...best, heaviest };
}

describe('a flow', () => {
  test.each<readonly [string, Network, { units: number; weight: number; pairs: readonly (readonly number[])[] }]>([
    ['of nothing', { people: [], places: [], weights: [] }, { units: 0, weight: 0, pairs: [] }],
    ['of one', { people: [1], places: [1], weights: [[5]] }, { units: 1, weight: 5, pairs: [[0, 0]] }],
    ['without room', { people: [0], places: [1], weights: [[5]] }, { units: 0, weight: 0, pairs: [] }],
    [
      'moves one who came first',
      {
        people: [1, 1],
        places: [1, 1],
        weights: [
          [9, 1],
          [1, null],
        ],
      },
      {
        units: 2,
        weight: 2,
        pairs: [
          [0, 1],
          [1, 0],
        ],
      },
    ],
    [
      'takes the heavier of two',
      { people: [1, 1], places: [1], weights: [[1], [2]] },
      { units: 1, weight: 2, pairs: [[1, 0]] },
    ],
    [
      'sends one person to two places',
      { people: [2], places: [1, 1], weights: [[1, 1]] },
      {
        units: 2,
        weight: 2,
        pairs: [
          [0, 0],
          [0, 1],
        ],
      },
    ],
  ])('%s', (_, network, expected) => {
    expect(run(network)).toEqual(expected);
  });

  test('sends as much as there is room for, and of such flows a heaviest one; above nought the heaviest of all', () => {
    const network = fc.record({
      people: fc.array(fc.integer({ min: 0, max: 2 }), { minLength: 3, maxLength: 3 }),
      places: fc.array(fc.integer({ min: 0, max: 2 }), { minLength: 3, maxLength: 3 }),
      weights: fc.array(fc.array(fc.option(fc.integer({ min: -2, max: 4 })), { minLength: 3, maxLength: 3 }), {
        minLength: 3,
        maxLength: 3,
      }),
    });
    fc.assert(
      fc.property(network, (drawn) => {
        const { units, weight } = run(drawn);
        const { weight: heaviest } = run(drawn, () => undefined, 0);
        expect({ units, weight, heaviest }).toEqual(byTrying(drawn));
      }),
      runs(300, 20_000),
    );
  });

  test('tells its steps, and ends when they are used up', () => {
    let steps = 0;
    const network: Network = {
      people: [1, 1],
      places: [1, 1],
      weights: [
        [1, 1],
        [1, 1],
      ],
    };
    run(network, (more) => {
      steps += more;
    });
    expect(steps).toBeGreaterThan(0);
    const refuse = () => {
      throw new Error('used up');
    };
    expect(() => run(network, refuse)).toThrow('used up');
  });
});
