import type {
  Acceptance,
  Bottleneck,
  Break,
  Change,
  Difference,
  Explanation,
  Fault,
  Happening,
  Impact,
  ImpactExample,
  Loss,
  Obstacle,
  Plan,
  PlanWay,
  Program,
  Repair,
  Scenario,
  ScenarioQuestion,
  SpecializationOutlook,
  Step,
} from '../src/index.ts';
import type { Names } from './names.ts';

/** What is said in one language. Rules and faults are structure; only here do they become sentences. */
export type Words = {
  /** The language's tag, `en`. */
  readonly language: string;
  /**
   * Says an explanation of the day `asOf` (`YYYY-MM-DD`) with the names that the program's editions give: a sentence for
   * each of its nodes.
   */
  readonly explain: (program: Program, asOf: string) => (explanation: Explanation) => ExplanationInWords;
  /** Who can fill the job roles of a bottleneck, and how many they can fill between them. */
  readonly bottleneck: (program: Program) => (bottleneck: Bottleneck) => string;
  /** What a scenario imagines and what comes of it, for a banner, and the parts of that; and each verdict that differs. */
  readonly scenario: (program: Pick<Program, 'editions'>) => {
    readonly banner: (question: ScenarioQuestion, totals: Scenario['totals']) => string;
    readonly change: (change: Change) => string;
    readonly effects: (totals: Scenario['totals']) => string;
    readonly difference: (difference: Difference) => string;
  };
  /** What other editions change, in numbers; and what they change for one specialization or level of an example. */
  readonly impact: (program: Pick<Program, 'editions'>) => {
    readonly summary: (impact: Impact) => string;
    readonly subject: (entry: ImpactExample['of'][number]) => string;
  };
  /** What a plan asks for, why, and why there is none. */
  readonly plan: (program: Program) => PlanSentences;
  /** What lies ahead: what happens, what breaks and why, what keeps it, and what falls if somebody leaves. */
  readonly forecast: (program: Program) => ForecastWords;
  /** What is wrong and what to do about it, for a fault of what was sent; its path is not repeated. */
  readonly fault: (fault: Fault) => string;
};

/** The sentences of a plan. */
export type PlanSentences = {
  /** The target and what it takes, for a banner. */
  readonly summary: (plan: Plan) => string;
  readonly way: (way: PlanWay) => string;
  readonly step: (step: Step) => string;
  readonly acceptance: (acceptance: Acceptance) => string;
  readonly obstacle: (obstacle: Obstacle) => string;
  /** What the edition before would have asked. */
  readonly before: (before: NonNullable<Plan['editionBefore']>) => string;
};

/** A specialization or level whose outlook is said. */
export type Outlooked = ({ readonly specialization: string } | { readonly channelLevel: string }) &
  Pick<SpecializationOutlook, 'holding'>;

/** One sentence or two for each thing that a forecast tells. */
export type ForecastWords = {
  readonly happening: (happening: Happening) => string;
  readonly breaks: (entry: Break, held: Outlooked, ifRenewed: boolean) => string;
  readonly repair: (repair: Repair, held: Outlooked) => string;
  readonly loss: (loss: Loss) => string;
};

/** An explanation that carries its sentence at every node. */
export type ExplanationInWords = Omit<Explanation, 'of'> & {
  readonly words: string;
  readonly of: readonly ExplanationInWords[];
};

/** Where a node of an explanation stands: in which specialization, and below which node. */
export type Context = {
  readonly names: Names;
  readonly asOf: string;
  readonly specialization?: string;
  readonly above?: Explanation;
};
