/** Several measurements of one thing. */
export type Figures = { readonly median: number; readonly least: number; readonly most: number };

export function figuresOf(values: readonly number[]): Figures {
  if (values.length === 0) throw new RangeError('There is no median of nothing');
  const sorted = values.toSorted((a, b) => a - b);
  const at = (index: number): number => sorted[index] ?? Number.NaN;
  const middle = (sorted.length - 1) / 2;
  return { median: (at(Math.floor(middle)) + at(Math.ceil(middle))) / 2, least: at(0), most: at(sorted.length - 1) };
}

/** How far measurements lie apart: the greatest by the least. */
export function spreadOf({ least, most }: Figures): number {
  return most / least;
}
