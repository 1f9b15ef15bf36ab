import type { Figures } from '../race/figures.ts';

/** Two or three digits that say something: 0.21, 3.4, 120. */
export function short(value: number): string {
  if (!Number.isFinite(value)) return '–';
  if (value >= 100) return value.toFixed(0);
  return value.toFixed(value >= 10 ? 1 : 2);
}

/** `12.5 (9.80 to 14.1)`: the median, the least and the most. */
export function shown({ median, least, most }: Figures): string {
  return `${short(median)} (${short(least)} to ${short(most)})`;
}
