import type {
  Difference,
  Evaluation,
  Impact,
  ImpactQuestion,
  Program,
  Result,
  Scenario,
  ScenarioQuestion,
} from '../src/index.ts';
import { type InWords, inWords, MOST_CHARACTERS, tooManyWords } from './in-words.ts';
import type { Words } from './words.ts';

/** A scenario in words: a banner, and a sentence at every explanation, bottleneck and difference. */
export type ScenarioInWords = InWords<Evaluation> &
  Pick<Scenario, 'without' | 'totals' | 'imagined'> & {
    readonly words: string;
    readonly differences: readonly (Difference & { readonly words: string })[];
  };

/** The same answer with its sentences; refused with `too-many-words` as `inWords` is. */
export function scenarioInWords(scenario: Scenario, question: ScenarioQuestion, words: Words): Result<ScenarioInWords> {
  const { program, imagined } = question;
  const evaluation = inWords(scenario, knownBy(imagined.program, imagined.asOf), words);
  if (!evaluation.ok) return evaluation;
  // What only one of the two programs knows is named by it.
  const both = [...knownBy(program, question.asOf).editions, ...knownBy(imagined.program, imagined.asOf).editions];
  const say = words.scenario({ editions: both });
  const differences = scenario.differences.map((entry) => ({ ...entry, words: say.difference(entry) }));
  if (charactersIn(differences) > MOST_CHARACTERS) return tooManyWords(scenario.asOf);
  const { without, totals } = scenario;
  return {
    ok: true,
    value: { words: say.banner(question, totals), ...evaluation.value, without, differences, totals },
  };
}

/** An impact in words: a summary, and a sentence at each specialization and level of its examples. */
export function impactInWords(impact: Impact, { program, after, days }: ImpactQuestion, words: Words) {
  const last = days.at(-1) ?? Number.NEGATIVE_INFINITY;
  const editions = [...knownBy(program, last).editions, ...knownBy(after, last).editions];
  const say = words.impact({ editions });
  const spoken = (examples: Impact['examples']['loses']) =>
    examples.map((example) => ({
      ...example,
      of: example.of.map((entry) => ({ ...entry, words: say.subject(entry) })),
    }));
  const { loses, gains, unchanged } = impact.examples;
  const examples = { loses: spoken(loses), gains: spoken(gains), unchanged: spoken(unchanged) };
  if (charactersIn(Object.values(examples).flatMap((list) => list.flatMap(({ of }) => of))) > MOST_CHARACTERS) {
    return tooManyWords(impact.days[0]?.on ?? '');
  }
  return { ok: true as const, value: { words: say.summary(impact), ...impact, examples } };
}

/** A later edition may name things anew; on that day nobody had heard of it. */
function knownBy(program: Program, day: number): Program {
  return { ...program, editions: program.editions.filter(({ effectiveFrom }) => effectiveFrom <= day) };
}

function charactersIn(entries: readonly { readonly words: string }[]): number {
  return entries.reduce((sum, { words }) => sum + words.length, 0);
}
