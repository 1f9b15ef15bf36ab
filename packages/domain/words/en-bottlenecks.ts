import type { Bottleneck } from '../src/index.ts';
import { count, inSentence, list, plural } from './en-grammar.ts';
import type { Names } from './names.ts';

/** How many individuals are named; of more their number is said. */
const MOST_NAMED = 5;

/** `These three places (…) can only be filled by these two people (…), who have one free job role between them.` */
export function bottleneckSentence(names: Names): (bottleneck: Bottleneck) => string {
  return ({ specialization, jobRoles, needed, available, individuals }) => {
    const roles = jobRoles.map((entry) => {
      const name = inSentence(names.jobRole(entry.jobRole, entry.specialization));
      return entry.specialization === specialization
        ? name
        : `${name} in ${names.specialization(entry.specialization)}`;
    });
    const one = needed === 1;
    const places = `${one ? 'This' : 'These'} ${one ? 'place' : `${count(needed)} places`} in ${names.specialization(specialization)} (${list(roles)})`;
    const [first] = individuals;
    if (first === undefined) return `${places} can be filled by nobody.`;
    if (individuals.length === 1) {
      return `${places} can only be filled by ${first}, who has ${free(available)} for ${one ? 'it' : 'them'}.`;
    }
    const some = individuals.length <= MOST_NAMED ? ` (${list(individuals)})` : '';
    return `${places} can only be filled by these ${plural(individuals.length, 'individual')}${some}, who have ${free(available)} for ${one ? 'it' : 'them'} between them.`;
  };
}

function free(available: number): string {
  return available === 0 ? 'no free job role' : plural(available, 'free job role');
}
