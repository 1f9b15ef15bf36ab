/** What is held, renewed or applied for: a specialization or a channel level. */
export type Either =
  | { readonly specialization: string; readonly channelLevel?: never }
  | { readonly channelLevel: string; readonly specialization?: never };

type Columns = { specialization: string | null; channel_level: string | null };

export function eitherColumns(fact: Either): Columns {
  return { specialization: fact.specialization ?? null, channel_level: fact.channelLevel ?? null };
}

/** A check of the table holds that one of the two is there. */
export function eitherOf({ specialization, channel_level }: Columns): Either {
  return specialization === null ? { channelLevel: channel_level ?? '' } : { specialization };
}
