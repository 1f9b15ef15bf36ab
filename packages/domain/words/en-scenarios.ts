import type { Change, Difference, Scenario, ScenarioQuestion, Tally } from '../src/index.ts';
import { count, date, inSentence, list, plural } from './en-grammar.ts';
import type { Names } from './names.ts';

/** How many changes a banner names; of more it says how many. */
const MOST_CHANGES = 3;

/** What a scenario imagines, and what differs. */
export function scenarioSentences(names: Names) {
  return {
    /** `Imagined: Ana leaves p1 · 2 of 3 specializations fall` */
    banner: (question: ScenarioQuestion, totals: Scenario['totals']): string => {
      const imagined = [...conditions(question), ...changesOf(question, names)];
      if (imagined.length === 0) return 'Nothing is imagined.';
      return `Imagined: ${list(imagined)} · ${effectsOf(totals)}`;
    },
    change: (change: Change): string => changeSentence(change, names),
    effects: effectsOf,
    difference: (difference: Difference): string => differenceSentence(difference, names),
  };
}

/** Another day, other editions, another way to allocate. */
function conditions({ imagined, asOf, program, allocate }: ScenarioQuestion): readonly string[] {
  return [
    ...(imagined.asOf === asOf ? [] : ['another day']),
    ...(imagined.program === program ? [] : ['other editions']),
    ...(imagined.allocate === allocate ? [] : [`the ${imagined.allocate} allocation`]),
  ];
}

function changesOf({ changes }: ScenarioQuestion, names: Names): readonly string[] {
  const said = changes.slice(0, MOST_CHANGES).map((change) => changeSentence(change, names));
  const more = changes.length - said.length;
  return more === 0 ? said : [...said, plural(more, 'more change')];
}

function changeSentence(change: Change, names: Names): string {
  const on = 'on' in change && change.on !== undefined ? ` on ${date(change.on)}` : '';
  switch (change.kind) {
    case 'leaves':
      return `${change.individual} leaves${change.partner === undefined ? '' : ` ${change.partner}`}${on}`;
    case 'joins':
      return `${change.individual} joins ${change.partner}${on}`;
    case 'passes':
      return `${change.individual} passes ${names.exam(change.exam)}${on}`;
    case 'accepts':
      return `${change.individual} accepts the ${names.agreement(change.agreement)}${on}`;
    case 'waives':
      return `${plural(change.places, 'place')} of ${inSentence(names.jobRole(change.jobRole, change.specialization))} in ${names.specialization(change.specialization)} at ${change.partner} ${change.places === 1 ? 'is' : 'are'} waived`;
    case 'allocates':
      return `${change.partner} allocates otherwise`;
  }
}

/** `2 of 3 specializations fall · one more level is met` */
function effectsOf({ specializations, channelLevels }: Scenario['totals']): string {
  const parts = [...effects(specializations, 'specialization'), ...effects(channelLevels, 'level')];
  return parts.length === 0 ? 'nothing falls' : parts.join(' · ');
}

function effects({ without, fall, rise }: Tally, noun: string): readonly string[] {
  const fallen = `${fall} of ${without} ${noun}${without === 1 ? '' : 's'} ${fall === 1 ? 'falls' : 'fall'}`;
  const risen = `${count(rise)} more ${noun}${rise === 1 ? ' is' : 's are'} met`;
  return [...(fall === 0 ? [] : [fallen]), ...(rise === 0 ? [] : [risen])];
}

function differenceSentence(difference: Difference, names: Names): string {
  if ('certification' in difference) {
    const { individual, certification, from, to } = difference;
    return `${individual}: ${names.certification(certification)} goes from ${award(from)} to ${award(to)}.`;
  }
  if ('allocation' in difference) {
    const { individual, specialization, jobRole } = difference.allocation;
    const place = `${inSentence(names.jobRole(jobRole, specialization))} in ${names.specialization(specialization)}`;
    return `${difference.partner}: ${individual} ${difference.to === null ? 'no longer fills' : 'fills'} ${place}.`;
  }
  const name =
    'specialization' in difference
      ? names.specialization(difference.specialization)
      : names.channelLevel(difference.channelLevel);
  return `${difference.partner}: ${name} goes from ${verdict(difference.from)} to ${verdict(difference.to)}.`;
}

function award(state: { readonly status: string; readonly validUntil: string | null } | null): string {
  if (state === null) return 'nothing';
  const { status, validUntil } = state;
  if (status === 'in-progress') return 'in progress';
  if (validUntil === null) return `${status} without an end`;
  return status === 'active' ? `active until ${date(validUntil)}` : `${status} since ${date(validUntil)}`;
}

const HOLDINGS: { readonly [holding: string]: string } = {
  none: 'not held',
  held: 'held',
  'in-renewal': 'in renewal',
  lapsed: 'lapsed',
};

/** `held and ready`; a specialization that is not ready says whether it could be. */
export function verdict(
  state: { readonly holding: string; readonly readiness: string; readonly possible?: boolean } | null,
): string {
  if (state === null) return 'not in the edition';
  const ready =
    state.readiness === 'met' ? 'ready' : state.possible === true ? 'not ready, though possible' : 'not ready';
  return `${HOLDINGS[state.holding] ?? state.holding} and ${ready}`;
}
