/**
 * What an operation keeps as JSON: ids, days, numbers and codes, or texts that were sealed for the individual it is about.
 * A text of another form (white space, letters beyond ASCII, `@`) is refused as `not-sealed` by the table.
 */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

/** Reads what such a column holds; the table takes nothing but JSON. */
export function readJson(text: unknown): Json {
  return JSON.parse(String(text)) as Json;
}
