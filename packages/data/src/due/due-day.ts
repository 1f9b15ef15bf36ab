/** Something that is due for an individual or a partner, and the days on which that is so. */
export type DueDay = {
  /** One of the two is empty. */
  readonly individual: string;
  readonly partner: string;
  /**
   * A reminder of an award's end, that end itself, or the anniversary of what a partner holds, from which the windows and
   * reminders of its renewal are counted.
   */
  readonly kind: 'award-reminder' | 'award-end' | 'anniversary';
  /** The certification, or `specialization/<id>`, `channel-level/<id>`. */
  readonly subject: string;
  /** Which reminder: `P6M`; empty for the rest. */
  readonly detail: string;
  /** The award's `validUntil`, or the anniversary. */
  readonly about: string;
  readonly dueOn: string;
  /** It is due, or will be, for whoever asks on these days: facts and editions of later days may move it. */
  readonly from: string;
  readonly until: string | undefined;
};

/** What a due day is called by, among those that hold on one day. */
export function keyOf({ individual, partner, kind, subject, detail }: DueDay): string {
  return JSON.stringify([partner, individual, kind, subject, detail]);
}
