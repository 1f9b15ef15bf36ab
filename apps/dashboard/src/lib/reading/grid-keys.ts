/** A cell of a grid, by its place below the head. */
export type Place = { readonly row: number; readonly column: number };

type Size = { readonly rows: number; readonly columns: number /** Rows of a page. */; readonly page: number };
type Pressed = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey'>;

/** Where a key of the grid pattern moves to; undefined for a key that moves nowhere. */
export function movedBy({ key, ctrlKey, metaKey }: Pressed, { row, column }: Place, size: Size): Place | undefined {
  const [bottom, right] = [size.rows - 1, size.columns - 1];
  const isWhole = ctrlKey || metaKey;
  const moves: Readonly<Record<string, Place>> = {
    ArrowUp: { row: row - 1, column },
    ArrowDown: { row: row + 1, column },
    ArrowLeft: { row, column: column - 1 },
    ArrowRight: { row, column: column + 1 },
    Home: { row: isWhole ? 0 : row, column: 0 },
    End: { row: isWhole ? bottom : row, column: right },
    PageUp: { row: row - size.page, column },
    PageDown: { row: row + size.page, column },
  };
  const to = Object.hasOwn(moves, key) ? moves[key] : undefined;
  return to === undefined ? undefined : within(to, size);
}

/** The nearest cell that is there. */
export function within({ row, column }: Place, { rows, columns }: Pick<Size, 'rows' | 'columns'>): Place {
  return { row: Math.max(0, Math.min(row, rows - 1)), column: Math.max(0, Math.min(column, columns - 1)) };
}
