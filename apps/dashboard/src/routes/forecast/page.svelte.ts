import { type Axis, axisAround, isOn, type PersonTrack, personTracks, type Track } from '#lib/reading/timeline.ts';
import type { Session } from '#lib/state/session.svelte.ts';
import { listed } from '#lib/texts/dates.ts';
import { forecast as texts } from '#lib/texts/forecast.ts';
import { holdingWord } from '#lib/texts/standing.ts';
import { PartnerPage } from '../partner-page.svelte.ts';

/** Rows of the list of days at a time. */
const STEP = 12;
/** Milliseconds after which a day that was let go rests. */
const REST = 100;

/** All that the forecast shows, derived from the session. */
export class ForecastPage extends PartnerPage {
  #dragged: string | undefined = $state();
  #days = $state(STEP);
  #rest: ReturnType<typeof setTimeout> | undefined;

  readonly #say;

  /** The axis stays where it is while the day moves on it. */
  readonly axis: Axis = $derived.by(() => {
    const { today, day } = this.session;
    const axis = axisAround(today);
    return isOn(day, axis) ? axis : axisAround(day);
  });
  readonly tracks: readonly Track[] = $derived.by(() =>
    this.own.flatMap(({ row, opens, outlook }): readonly Track[] => {
      const { approvedOn, anniversary, holding, readiness } = row.standing;
      if (approvedOn === null || anniversary === null) return [];
      const state = readiness === 'met' ? [holdingWord[holding]] : [holdingWord[holding], texts.notReady];
      // A term that goes on past an anniversary began at the anniversary before.
      return [
        {
          key: row.key,
          name: row.name,
          state: listed(state),
          approvedOn,
          opensOn: opens ?? anniversary,
          anniversary,
          breaksOn: outlook?.breaksOn,
        },
      ];
    }),
  );
  readonly personTracks: readonly PersonTrack[] = $derived.by(() => personTracks(this.people.here, this.axis));
  readonly losses: readonly { readonly individual: string; readonly words: string }[] = $derived.by(() =>
    (this.forecast?.losses ?? []).map((loss) => ({
      individual: loss.individual,
      words: this.#say.loss(this.named(loss)),
    })),
  );
  readonly #changes = $derived.by(() =>
    (this.forecast?.changes ?? []).map(({ on, happenings }) => ({
      on,
      words: this.named(happenings).map(this.#say.happening),
    })),
  );

  constructor(session: Session) {
    super(session);
    this.#say = session.words.forecast(session.program);
  }

  /** The day shown, or the one that it is dragged to. */
  get marked(): string {
    return this.#dragged ?? this.session.day;
  }

  /** The days on which something changes, as many as were asked for. */
  get days() {
    return this.#changes.slice(0, this.#days);
  }

  /** How many more days there are to show next. */
  get rest(): number {
    return Math.max(0, Math.min(STEP, this.#changes.length - this.#days));
  }

  showMore(): void {
    this.#days += STEP;
  }

  drag(day: string): void {
    this.#dragged = day;
  }

  /** All follows once the day rests: a key that is held down asks for one answer, not for thirty a second. */
  let(day: string): void {
    this.#dragged = day;
    clearTimeout(this.#rest);
    this.#rest = setTimeout(() => {
      this.#dragged = undefined;
      this.session.choose(day);
    }, REST);
  }
}
