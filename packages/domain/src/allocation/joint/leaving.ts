import { type Basis, REST } from './basis.ts';
import type { Takers } from './columns.ts';
import type { Crowd } from './crowd.ts';
import type { Rests } from './rests.ts';

/** By how much an amount may miss its bounds. */
const SLACK = 1e-7;

/** A position of the basis that misses its bounds, and whether it has to rise. */
export type Leaving = { readonly position: number; readonly rises: boolean };

/** Works out all amounts; what misses its bounds most, by how long its row is. A key that does changes places before. */
export function leavingOf(basis: Basis, crowd: Crowd, rests: Rests): Leaving | undefined {
  const { rows, taker: takerOf, item, isOut, value: values } = basis;
  const left = new Map<number, number>();
  let [position, rises, most, key] = [-1, false, 0, REST];
  for (let at = 0; at < rows; at += 1) {
    const length = basis.measure(at, crowd.need);
    const value = values[at] as number;
    const taker = takerOf[at] as number;
    let misses = 0;
    if (taker === REST) {
      const row = item[at] as number;
      const [lower, upper] = [rests.lower[row] as number, rests.upper[row] as number];
      if (value < lower) misses = lower - value;
      else if (value > upper) misses = upper - value;
    } else {
      left.set(taker, (left.get(taker) ?? (crowd.takers[taker] as Takers).size) - value);
      if (value < 0 || isOut[at] === 1) misses = -value;
    }
    const measured = (misses * misses) / length;
    if (Math.abs(misses) > SLACK && measured > most) [position, rises, most] = [at, misses > 0, measured];
  }
  for (const [taker, value] of left) {
    const misses = value < 0 || crowd.isKeyOut[taker] === true ? -value : 0;
    if (Math.abs(misses) <= SLACK) continue;
    const row = basis.rowOfKey(basis.positionsOf(taker));
    const measured = (misses * misses) / row.reduce((sum, entry) => sum + entry * entry, 0);
    if (measured > most) [key, rises, most] = [taker, misses > 0, measured];
  }
  if (key !== REST) position = swapped(basis, crowd, key, left.get(key) as number);
  return position < 0 ? undefined : { position, rises };
}

/** Another of a taker's columns becomes its key; where the key stands in the basis then. */
function swapped(basis: Basis, crowd: Crowd, taker: number, value: number): number {
  const own = basis.positionsOf(taker);
  const better = (a: number, b: number): number =>
    (basis.isOut[a] as number) - (basis.isOut[b] as number) || (basis.value[b] as number) - (basis.value[a] as number);
  const position = own.toSorted(better)[0] as number;
  basis.inverse.set(basis.rowOfKey(own), position * basis.rows);
  basis.value[position] = value;
  const [key, isKeyOut] = [crowd.key[taker] as number, crowd.isKeyOut[taker] === true];
  crowd.rekey(taker, basis.item[position] as number);
  crowd.isKeyOut[taker] = basis.isOut[position] === 1;
  basis.item[position] = key;
  basis.isOut[position] = Number(isKeyOut);
  return position;
}
