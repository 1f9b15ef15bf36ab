/** The instant, `2004-06-30T12:00:00.000Z`; nothing else in the API asks what time it is. */
export function now(): string {
  return new Date().toISOString();
}
