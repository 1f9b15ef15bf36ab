/**
 * The public names of `@standing/domain`: read a program's editions and a question, evaluate it. Everything is a pure
 * function of its arguments; days are texts `YYYY-MM-DD` outside and whole numbers inside; an end is the first day
 * outside. Shapes and meaning are those of the contract (`README.md` says where it stands).
 */

export type {
  AwardStanding,
  AwardStatus,
  AwardVerdict,
  ExtensionEntry,
  IndividualStanding,
  IndividualVerdicts,
  PeriodEntry,
  UnrecognizedFact,
} from './award/standing.ts';
/** What is wrong with what was sent, and either a value or all that is wrong. */
export type { Fault, Result } from './edition/fault.ts';
/** Reads the editions of one program: `parseProgram([edition, …])`; all faults at once, each with its path. */
export { type Program, parseProgram } from './edition/program.ts';
export type { Basis, Edition } from './edition/schema.ts';
/**
 * The straight line: where everybody asked about stands, with reasons, or for whole programs without; refused only when
 * it costs too much work.
 */
export { type Evaluation, evaluate, type Verdicts, verdictsOf } from './evaluate.ts';
export type { Evidence, Explanation, Missing, Rule, Subject } from './explanation/explanation.ts';
/** Hypothetical facts on top of a record, evaluated as usual and marked as imagined: the body of `POST /v1/scenarios`. */
export type { Change } from './outlook/change.ts';
export type { Difference } from './outlook/difference.ts';
/** What lies ahead if nothing new happens, and the reader of the body of `POST /v1/forecasts`. */
export { forecast } from './outlook/forecast/forecast.ts';
export type {
  Break,
  ChannelLevelOutlook,
  DayChange,
  Forecast,
  Happening,
  Loss,
  PartnerForecast,
  Repair,
  SpecializationOutlook,
} from './outlook/forecast/outlook.ts';
export { type ForecastRequest, parseForecast } from './outlook/forecast/question.ts';
/** One program's editions against others over many partners: the body of `POST /v1/impacts`. */
export { type Affected, type Impact, impactOf } from './outlook/impact.ts';
export type { ImpactOnDay, ImpactSubject } from './outlook/impact-detail.ts';
export type { ImpactExample } from './outlook/impact-examples.ts';
export { type ImpactQuestion, parseImpact } from './outlook/impact-question.ts';
export type { Imagined } from './outlook/mark.ts';
export type { Obstacle } from './outlook/plan/obstacles.ts';
/** The fewest exams with which a target of a partner is true by a day, proven, with alternatives. */
export { type Plan, type PlanWay, plan } from './outlook/plan/plan.ts';
/** Reads the body of `POST /v1/plans`: an evaluation's question with `plan`. */
export { type PlanRequest, parsePlanRequest } from './outlook/plan/question.ts';
export type { Acceptance, Purpose, Step } from './outlook/plan/steps.ts';
export { type Scenario, scenarioOf, type Tally } from './outlook/scenario.ts';
export { parseScenario, type ScenarioQuestion } from './outlook/scenario-question.ts';
/** Reads the body of `POST /v1/evaluations`; the second argument has the programs that may be named by id. */
export { type EvaluationRequest, type Facts, parseRequest } from './record/request.ts';
export type { IndividualFacts, PartnerFacts } from './record/schema.ts';
/** Who could fill which job role at a partner, why others cannot, and which limit keeps somebody from one. */
export { type Hindrance, type Post, type Staffing, staffingOf } from './standing/staffing.ts';
export type {
  Allocation,
  Bottleneck,
  ChannelLevelStanding,
  ChannelLevelVerdict,
  Holding,
  PartnerStanding,
  PartnerVerdicts,
  Readiness,
  SpecializationStanding,
  SpecializationVerdict,
} from './standing/standing.ts';
