/** A file that was saved here says so by its name. */
export function isSaved({ name }: { readonly name: string }): boolean {
  return /\.json$/i.test(name);
}
