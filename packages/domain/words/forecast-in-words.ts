import type { Break, Forecast, Happening, PartnerForecast, Program, Result } from '../src/index.ts';
import type { ForecastWords, Outlooked, Words } from './words.ts';

/** The most characters that sentences may add to one forecast. */
const MOST_CHARACTERS = 100_000_000;

type Said<T> = T & { readonly words: string };
type BreakInWords = Omit<Said<Break>, 'causes'> & { readonly causes: readonly Said<Happening>[] };
type EntryInWords<E extends { readonly breaks: Break | null; readonly repairs: readonly unknown[] }> = Omit<
  E,
  'breaks' | 'repairs' | 'ifRenewed'
> & {
  readonly breaks: BreakInWords | null;
  readonly repairs: readonly Said<E['repairs'][number]>[];
} & (E extends { readonly ifRenewed: Break | null } ? { readonly ifRenewed: BreakInWords | null } : unknown);

/** A forecast with `words` at every break, repair, happening and loss. */
export type ForecastInWords = Omit<Forecast, 'partners'> & {
  readonly partners: readonly (Omit<PartnerForecast, 'specializations' | 'channelLevels' | 'changes' | 'losses'> & {
    readonly specializations: readonly EntryInWords<PartnerForecast['specializations'][number]>[];
    readonly channelLevels: readonly EntryInWords<PartnerForecast['channelLevels'][number]>[];
    readonly changes: readonly (Omit<PartnerForecast['changes'][number], 'happenings'> & {
      readonly happenings: readonly Said<Happening>[];
    })[];
    readonly losses: readonly Said<PartnerForecast['losses'][number]>[];
  })[];
};

/**
 * The same forecast with a sentence at everything that it tells. Refused with the fault `too-many-words` when the
 * sentences would be longer than one answer can hold. `program` has the editions that are counted with.
 */
export function forecastInWords(forecast: Forecast, program: Program, words: Words): Result<ForecastInWords> {
  const speech = new Speech(words.forecast(program));
  const partners: ForecastInWords['partners'][number][] = [];
  for (const partner of forecast.partners) {
    partners.push({
      ...partner,
      specializations: partner.specializations.map((entry) => ({ ...entry, ...speech.outlook(entry) })),
      channelLevels: partner.channelLevels.map((entry) => ({
        ...entry,
        ...speech.outlook(entry),
        ifRenewed: speech.breaks(entry.ifRenewed, entry, true),
      })),
      changes: partner.changes.map((change) => ({ ...change, happenings: change.happenings.map(speech.happening) })),
      losses: partner.losses.map((loss) => speech.put(loss, speech.sentences.loss(loss))),
    });
    if (speech.characters > MOST_CHARACTERS) {
      return { ok: false, faults: [{ path: '', code: 'too-many-words', received: partner.id }] };
    }
  }
  return { ok: true, value: { ...forecast, partners } };
}

/** Says things and counts how much was said. */
class Speech {
  readonly sentences: ForecastWords;
  characters = 0;

  constructor(sentences: ForecastWords) {
    this.sentences = sentences;
  }

  put<T>(thing: T, words: string): Said<T> {
    this.characters += words.length;
    return { ...thing, words };
  }

  readonly happening = (happening: Happening): Said<Happening> =>
    this.put(happening, this.sentences.happening(happening));

  breaks(entry: Break | null, held: Outlooked, ifRenewed = false): BreakInWords | null {
    if (entry === null) return null;
    return {
      ...this.put(entry, this.sentences.breaks(entry, held, ifRenewed)),
      causes: entry.causes.map(this.happening),
    };
  }

  outlook(entry: PartnerForecast['specializations' | 'channelLevels'][number]) {
    return {
      breaks: this.breaks(entry.breaks, entry),
      repairs: entry.repairs.map((repair) => this.put(repair, this.sentences.repair(repair, entry))),
    };
  }
}
