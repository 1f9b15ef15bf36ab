import { type Evaluation, evaluate, type Facts, type Program } from '@standing/domain';
import { byCodeUnit } from '../ledger/people.ts';
import { type DueDay, keyOf } from './due-day.ts';

/** The last day there is: what is known of the future is all in it. */
const LAST = '2199-12-31';

/**
 * What is due for these individuals and partners, from a day on. Between the days on which a period begins or is extended,
 * something is approved, or an edition takes effect, nothing of it moves: the line is run on those days alone. Partners
 * are asked about without their people, who move no anniversary.
 */
export function dueDays(program: Program, facts: Facts, from: string): DueDay[] {
  const first = program.editions[0]?.document.effectiveFrom ?? LAST;
  const start = from > first ? from : first;
  const editions = program.editions.map(({ document }) => document.effectiveFrom);
  const all: Facts = {
    individuals: facts.individuals,
    partners: facts.partners.map((partner) => ({ ...partner, affiliations: [], allocations: [], waivers: [] })),
  };
  const days = turningDays(evaluated(program, all, LAST), all);
  const moments = new Map<string, Facts>();
  const ask = (day: string, some: Facts) => {
    const known = moments.get(day) ?? { individuals: [], partners: [] };
    moments.set(day, {
      individuals: [...known.individuals, ...some.individuals],
      partners: [...known.partners, ...some.partners],
    });
  };
  const between = (own: readonly string[]) => [...new Set([start, ...own, ...editions])].filter((day) => day >= start);
  for (const individual of all.individuals) {
    for (const day of between(days.individuals.get(individual.id) ?? []))
      ask(day, { individuals: [individual], partners: [] });
  }
  for (const partner of all.partners) {
    for (const day of between(days.partners.get(partner.id) ?? [])) ask(day, { individuals: [], partners: [partner] });
  }
  const seen = [...moments.keys()].sort(byCodeUnit).map((day) => {
    const some = moments.get(day) ?? { individuals: [], partners: [] };
    return { day, some, due: dueOn(evaluated(program, some, day)) };
  });
  return joined(seen);
}

function evaluated(program: Program, facts: Facts, asOf: string): Evaluation {
  const day = Date.parse(`${asOf}T00:00:00Z`) / 86_400_000;
  const answer = evaluate({ program, asOf: day, allocate: 'given', ...facts });
  if (answer.ok) return answer.value;
  throw new Error(`What is due as of ${asOf} could not be evaluated: ${answer.faults[0]?.code}`);
}

/** By id the days on which something of it may move. */
function turningDays({ individuals }: Evaluation, { partners }: Facts) {
  return {
    individuals: new Map(
      individuals.map(({ id, awards }) => {
        const periods = awards.flatMap((award) => award.periods);
        return [id, periods.flatMap(({ validFrom, extensions }) => [validFrom, ...extensions.map(({ on }) => on)])];
      }),
    ),
    partners: new Map(partners.map(({ id, holdings }) => [id, (holdings ?? []).map(({ approvedOn }) => approvedOn)])),
  };
}

type Due = Omit<DueDay, 'from' | 'until'>;

/** What an answer says is due. */
function dueOn({ individuals, partners }: Evaluation): Due[] {
  return [
    ...individuals.flatMap(({ id, awards }) =>
      awards.flatMap(({ certification, validUntil, reminders }): Due[] => {
        if (validUntil === null) return [];
        const award = { individual: id, partner: '', subject: certification, about: validUntil };
        return [
          { ...award, kind: 'award-end', detail: '', dueOn: validUntil },
          ...reminders.map(({ kind, on }): Due => ({ ...award, kind: 'award-reminder', detail: kind, dueOn: on })),
        ];
      }),
    ),
    ...partners.flatMap(({ id, specializations, channelLevels }) => [
      ...specializations.flatMap(({ specialization, anniversary }) =>
        anniversaryOf(id, `specialization/${specialization}`, anniversary),
      ),
      ...channelLevels.flatMap(({ channelLevel, anniversary }) =>
        anniversaryOf(id, `channel-level/${channelLevel}`, anniversary),
      ),
    ]),
  ];
}

function anniversaryOf(partner: string, subject: string, anniversary: string | null): Due[] {
  if (anniversary === null) return [];
  return [
    { individual: '', partner, kind: 'anniversary', subject, detail: '', about: anniversary, dueOn: anniversary },
  ];
}

type Moment = { readonly day: string; readonly some: Facts; readonly due: readonly Due[] };

/** One entry for all of the days on which it stays the same. */
function joined(moments: readonly Moment[]): DueDay[] {
  const open = new Map<string, Map<string, DueDay>>();
  const closed: DueDay[] = [];
  for (const { day, some, due } of moments) {
    const byOwner = Map.groupBy(due, ownerOf);
    const asked = [
      ...some.individuals.map(({ id }) => ownerOf({ individual: id, partner: '' })),
      ...some.partners.map(({ id }) => ownerOf({ individual: '', partner: id })),
    ];
    for (const owner of asked) {
      const before = open.get(owner) ?? new Map<string, DueDay>();
      const now = new Map<string, DueDay>();
      for (const entry of byOwner.get(owner) ?? []) {
        const fresh: DueDay = { ...entry, from: day, until: undefined };
        const old = before.get(keyOf(fresh));
        now.set(keyOf(fresh), old?.dueOn === entry.dueOn && old.about === entry.about ? old : fresh);
      }
      for (const [key, old] of before) if (now.get(key) !== old) closed.push({ ...old, until: day });
      open.set(owner, now);
    }
  }
  return [...closed, ...[...open.values()].flatMap((entries) => [...entries.values()])];
}

function ownerOf({ individual, partner }: { readonly individual: string; readonly partner: string }): string {
  return JSON.stringify([individual, partner]);
}
