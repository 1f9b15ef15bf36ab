import type { Explanation, Missing } from '../src/index.ts';
import { count, inSentence, list, plural, upper } from './en-grammar.ts';
import { whose } from './whose.ts';
import type { Context } from './words.ts';

/** What to say at a node about a partner's specializations and levels; undefined where the node is about something else. */
export function partnerSentence(node: Explanation, context: Context): string | undefined {
  const { names, above } = context;
  const needed = node.needed ?? 0;
  const have = node.have ?? 0;
  switch (node.rule) {
    case 'specialization': {
      const name = nameOf(node, context);
      return above?.rule === 'specializations' ? `${name} is held.` : verdict(name, node, context);
    }
    case 'channel-level':
      return verdict(nameOf(node, context), node, context);
    case 'job-role':
      if (above?.rule === 'job-role') return candidate(node);
      return `Needs ${plural(needed, nameOf(node, context))}; ${isOrAre(have)} allocated${waived(node)}.`;
    case 'waiver':
      return `${upper(plural(have, 'place'))} ${have === 1 ? 'is' : 'are'} waived: nobody has to fill ${have === 1 ? 'it' : 'them'}.`;
    case 'presence':
      return `Needs ${plural(needed, 'individual')} at the partner with ${names.presence(idOf(node), context.specialization)}; ${have === 0 ? 'nobody has it' : have === 1 ? 'one has it' : `${count(have)} have it`}.`;
    case 'personnel':
      return `Needs ${plural(needed, nameOf(node, context))}; ${have === 0 ? 'none counts' : have === 1 ? 'one counts' : `${count(have)} count`}.`;
    case 'specializations':
      return `Needs ${plural(needed, 'specialization')} that ${needed === 1 ? 'is' : 'are'} held; ${isOrAre(have)}.`;
    case 'points':
      return `Needs ${plural(needed, 'point')} from specializations that are held; there ${have === 1 ? 'is' : 'are'} ${count(have)}.`;
    default:
      return undefined;
  }
}

function verdict(name: string, node: Explanation, context: Context): string {
  if (node.met) return `${name} would be met today.`;
  if (node.missing.length === 0) return `${name} would not be met today: nothing could make it met.`;
  const missing = node.missing.map((entry) => missingPart(entry, context));
  const [first] = node.missing;
  const one = missing.length === 1 && first !== undefined && amountOf(first) === 1;
  return `${name} would not be met today: ${list(missing)} ${one ? 'is' : 'are'} missing.`;
}

function amountOf(entry: Missing): number {
  return 'places' in entry ? entry.places : 'points' in entry ? entry.points : 1;
}

export function missingPart(
  entry: Missing,
  { names, specialization }: Pick<Context, 'names' | 'specialization'>,
): string {
  if ('specialization' in entry) return `the specialization ${names.specialization(entry.specialization)}`;
  if ('points' in entry) return plural(entry.points, 'point');
  if ('jobRole' in entry) return plural(entry.places, inSentence(names.jobRole(entry.jobRole, specialization)));
  if ('presence' in entry) return `${count(entry.places)} with ${names.presence(entry.presence, specialization)}`;
  if ('personnel' in entry) return plural(entry.places, spaced(entry.personnel));
  return '';
}

/** Who could fill an open place, and what keeps them from it. */
function candidate(node: Explanation): string {
  const person = whose(node) ?? 'Somebody';
  if (node.met)
    return node.by.length === 0
      ? `${person} could fill the place and is free.`
      : `${person} could fill the place and has a free job role.`;
  return `${person} could fill the place but already fills ${plural(node.by.length, 'job role')}.`;
}

function waived({ of }: Explanation): string {
  const places = of.find(({ rule }) => rule === 'waiver')?.have ?? 0;
  return places === 0 ? '' : ` or waived`;
}

function isOrAre(have: number): string {
  return have === 0 ? 'none is' : have === 1 ? 'one is' : `${count(have)} are`;
}

function idOf({ subject }: Explanation): string {
  return subject === undefined ? '' : (Object.values(subject)[0] ?? '');
}

function nameOf(node: Explanation, { names, specialization }: Context): string {
  const id = idOf(node);
  switch (node.rule) {
    case 'specialization':
      return names.specialization(id);
    case 'channel-level':
      return names.channelLevel(id);
    case 'job-role':
      return inSentence(names.jobRole(id, specialization));
    default:
      return spaced(id);
  }
}

/** A line of personnel has an id only; it is written to be read. */
function spaced(id: string): string {
  return id.replaceAll('-', ' ');
}
