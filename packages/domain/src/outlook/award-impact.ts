import type { AwardStanding, IndividualStanding } from '../award/standing.ts';
import { pairs } from './difference.ts';

/** What a change of the rules does to an award: it is no longer active, or newly so, or its end moves. */
export type AwardEffect = 'loses' | 'sooner' | 'gains' | 'later' | 'stays';

/** The worst first: of several days, or of several awards of an individual, the first of these is said. */
const EFFECTS: readonly AwardEffect[] = ['loses', 'sooner', 'gains', 'later', 'stays'];

/** How many individuals. */
export type AwardImpact = { readonly certification: string } & { readonly [E in AwardEffect]: number };

export type IndividualsImpact = { readonly [E in Exclude<AwardEffect, 'stays'>]: readonly string[] } & {
  readonly unchanged: number;
};

/** What happens to the awards of individuals, day by day. */
export class AwardImpacts {
  readonly #effects = new Map<string, Map<string, AwardEffect>>();
  readonly #individuals = new Map<string, AwardEffect>();

  add(before: readonly IndividualStanding[], after: readonly IndividualStanding[]): void {
    for (const [individual, was, is] of pairs(before, after, ({ id }) => id)) {
      note(this.#individuals, individual, 'stays');
      for (const [certification, one, other] of pairs(
        was?.awards ?? [],
        is?.awards ?? [],
        (award) => award.certification,
      )) {
        const effects = this.#effects.get(certification) ?? new Map<string, AwardEffect>();
        this.#effects.set(certification, effects);
        const effect = effectOf(one, other);
        if (effect === undefined) continue;
        note(effects, individual, effect);
        note(this.#individuals, individual, effect);
      }
    }
  }

  /** By id; individuals whose awards all stay, or who have none, are counted. */
  individuals(): IndividualsImpact {
    const ids = (effect: AwardEffect): readonly string[] =>
      [...this.#individuals].flatMap(([id, own]) => (own === effect ? [id] : [])).sort();
    return {
      loses: ids('loses'),
      sooner: ids('sooner'),
      gains: ids('gains'),
      later: ids('later'),
      unchanged: ids('stays').length,
    };
  }

  /** In the order of the ids that is given; what it does not name is left out. */
  certifications(ids: readonly string[]): readonly AwardImpact[] {
    return ids.map((certification) => {
      const effects = [...(this.#effects.get(certification)?.values() ?? [])];
      const count = (effect: AwardEffect): number => effects.filter((own) => own === effect).length;
      return {
        certification,
        ...{ loses: count('loses'), sooner: count('sooner'), gains: count('gains') },
        ...{ later: count('later'), stays: count('stays') },
      };
    });
  }
}

/** Undefined where nobody has an active award. */
function effectOf(before: AwardStanding | undefined, after: AwardStanding | undefined): AwardEffect | undefined {
  const [was, is] = [before?.status === 'active', after?.status === 'active'];
  if (!was && !is) return undefined;
  if (was !== is) return was ? 'loses' : 'gains';
  // An award without an end ends after every day.
  const [then, now] = [before?.validUntil ?? '9999', after?.validUntil ?? '9999'];
  return now < then ? 'sooner' : now > then ? 'later' : 'stays';
}

function note(effects: Map<string, AwardEffect>, of: string, effect: AwardEffect): void {
  const known = effects.get(of) ?? effect;
  effects.set(of, EFFECTS.indexOf(effect) < EFFECTS.indexOf(known) ? effect : known);
}
