import type { Impact, ImpactExample, ImpactOnDay, Missing } from '../src/index.ts';
import { missingThing } from './en-awards.ts';
import { count, date, list, upper } from './en-grammar.ts';
import { missingPart } from './en-partners.ts';
import { verdict } from './en-scenarios.ts';
import type { Names } from './names.ts';

/** How many people are named in one sentence. */
const MOST_NAMED = 5;

/** What other editions change. */
export function impactSentences(names: Names) {
  return {
    summary: ({ partners: { loses, gains, unchanged } }: Impact): string =>
      `${upper(partners(loses.length, 'loses', 'lose'))}, ${partners(gains.length, 'gains', 'gain')}, ${partners(unchanged.length, 'stays as it is', 'stay as they are')}.`,
    subject: (entry: ImpactExample['of'][number]): string => {
      const name =
        'specialization' in entry ? names.specialization(entry.specialization) : names.channelLevel(entry.channelLevel);
      const day = entry.days.find(({ effect }) => effect === entry.effect);
      if (day === undefined) return `${name} is not there.`;
      const specialization = 'specialization' in entry ? { specialization: entry.specialization } : {};
      return [head(name, entry.effect, day), ...missing(day, { names, ...specialization }), ...people(day)].join(' ');
    },
  };
}

function partners(number: number, one: string, more: string): string {
  return `${count(number)} ${number === 1 ? `partner ${one}` : `partners ${more}`}`;
}

function head(name: string, effect: string, { on, before, after }: ImpactOnDay): string {
  if (effect === 'stays') return `${name} stays ${verdict(after)} on ${date(on)}.`;
  return `On ${date(on)} ${name} goes from ${verdict(before)} to ${verdict(after)}.`;
}

function missing(
  { missing: entries, effect }: ImpactOnDay,
  context: { readonly names: Names; readonly specialization?: string },
): readonly string[] {
  if (entries.length === 0) return [];
  const say = (entry: Missing): string =>
    'exam' in entry || 'certification' in entry || 'agreement' in entry
      ? missingThing(entry, { names: context.names, asOf: '' })
      : missingPart(entry, context);
  const verb = effect === 'gains' ? 'Missing before' : 'Missing then';
  return [`${verb}: ${list(entries.map(say))}.`];
}

function people({ noLonger, newly }: ImpactOnDay): readonly string[] {
  return [...counted(noLonger, 'no longer'), ...counted(newly, 'newly')];
}

function counted(entries: ImpactOnDay['noLonger'], how: string): readonly string[] {
  const ids = [...new Set(entries.map(({ individual }) => individual))];
  if (ids.length === 0) return [];
  const named = ids.length > MOST_NAMED ? [...ids.slice(0, MOST_NAMED), `${count(ids.length - MOST_NAMED)} more`] : ids;
  return [`${upper(how)} counted: ${list(named)}.`];
}
