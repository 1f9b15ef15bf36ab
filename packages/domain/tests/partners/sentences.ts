import { type Edition, evaluate, type PartnerFacts, parseRequest } from '../../src/index.ts';
import { type ExplanationInWords, inWords, wordsOf } from '../../words/index.ts';
import { DAY, editionOf, type Headcounts, specialization } from './staff.ts';

/** A partner of one specialization, VPN/Security, beside another that takes people away. */
export type Setup = {
  readonly roles?: Headcounts;
  readonly specialization?: Partial<Edition['specializations'][number]>;
  readonly edition?: Partial<Edition>;
  /** For each individual the certifications that it holds. */
  readonly holds?: { readonly [person: string]: string };
  readonly facts?: Partial<PartnerFacts>;
  /** `a s1/fe` */
  readonly allocated?: readonly string[];
};

export const TWO = { maxJobRoles: 2, maxSpecializations: 2 };

/** Every sentence about the first specialization and the first level of a partner, indented by its depth. */
export function sentences(setup: Setup): { readonly specialization: string; readonly level: string } {
  const own = specialization('s1', setup.roles ?? {}, setup.specialization);
  const jobRoles = own.jobRoles.map((role) => ({ ...role, name: role.id === 'fe' ? 'Field engineer' : role.name }));
  const entries = [{ ...own, name: 'VPN/Security', jobRoles }, specialization('s2', { fe: 1, se: 1 })];
  const edition = editionOf(entries, { allocation: TWO, ...setup.edition });
  const ids = Object.keys(setup.holds ?? {});
  const question = {
    program: [edition],
    asOf: DAY,
    allocate: 'given',
    individuals: Object.entries(setup.holds ?? {}).map(([id, certifications]) => ({
      id,
      exams: [],
      awards: certifications
        .split(' ')
        .filter(Boolean)
        .map((certification) => ({ certification, validFrom: '2004-02-01' })),
    })),
    partners: [
      {
        id: 'p',
        affiliations: ids.map((individual) => ({ individual, from: '2004-01-01' })),
        allocations: (setup.allocated ?? []).map((text) => {
          const [individual = '', id = '', jobRole = ''] = text.split(/[ /]/);
          return { individual, specialization: id, jobRole };
        }),
        ...setup.facts,
      },
    ],
  };
  const request = parseRequest(question, new Map());
  if (!request.ok) throw new Error(JSON.stringify(request.faults));
  const answer = evaluate(request.value);
  const english = wordsOf('en');
  if (!answer.ok || english === undefined) throw new Error('No answer, or no words');
  const said = inWords(answer.value, request.value.program, english);
  if (!said.ok) throw new Error(JSON.stringify(said.faults));
  const [partner] = said.value.partners;
  const shown = (node: ExplanationInWords | undefined, depth = 0): readonly string[] =>
    node === undefined
      ? []
      : [`${'  '.repeat(depth)}${node.words}`, ...node.of.flatMap((part) => shown(part, depth + 1))];
  return {
    specialization: shown(partner?.specializations[0]?.explanation).join('\n'),
    level: shown(partner?.channelLevels[0]?.explanation).join('\n'),
  };
}
