/**
 * The same structure with names in place of the ids of people and of the partner, wherever a key says that it is one:
 * the domain's sentences say what stands there.
 */
export function withNames<T>(part: T, nameOf: (individual: string) => string, partner: string): T {
  const renamed = (key: string, value: unknown): unknown => {
    if (typeof value !== 'string') return through(value);
    return key === 'individual' ? nameOf(value) : key === 'partner' ? partner : value;
  };
  const through = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(through);
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([key, entry]) => [key, renamed(key, entry)]));
  };
  return through(part) as T;
}
