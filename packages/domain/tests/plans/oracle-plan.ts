/**
 * The fewest exams a second time, for tests alone: every set of sittings by size, on every day, with agreements accepted on
 * any one day or on none, each asked of the straight line. It knows nothing of how a plan is found.
 */
import { evaluate, parseRequest } from '../../src/index.ts';

type Sitting = { readonly individual: string; readonly exam: string; readonly on: string };
type Exam = { readonly id: string; readonly retake?: { readonly afterFail: string } };
export type Body = {
  readonly program: readonly { readonly exams: readonly Exam[]; readonly effectiveFrom: string }[];
  readonly asOf: string;
  readonly individuals: readonly {
    readonly id: string;
    readonly exams: readonly { readonly exam: string; readonly takenOn: string; readonly result: string }[];
    readonly agreements?: readonly { readonly agreement: string; readonly acceptedOn: string }[] | undefined;
  }[];
  readonly partners: readonly object[];
};

export type Search = {
  readonly body: Body;
  readonly by: string;
  readonly most: number;
  readonly agreements: readonly string[];
  /** Whether everything in the target is ready. */
  readonly isReady: (standing: NonNullable<ReturnType<typeof standingOf>>) => boolean;
};

/** The fewest sittings that make the target ready; undefined where it takes more than `most`. */
export function fewestByHand({ body, by, most, agreements, isReady }: Search): number | undefined {
  const days: string[] = [];
  for (
    let day = Temporal.PlainDate.from(body.asOf).add({ days: 1 });
    day.toString() <= by;
    day = day.add({ days: 1 })
  ) {
    days.push(day.toString());
  }
  const choices = body.individuals.flatMap(({ id, exams }) =>
    examsOf(body).flatMap((exam) =>
      days
        .filter((on) => listed(body, exam, on))
        .filter((on) =>
          exams.every(
            (entry) => entry.exam !== exam || entry.result === 'pass' || on >= waitOf(body, exam, entry.takenOn),
          ),
        )
        .map((on): Sitting => ({ individual: id, exam, on })),
    ),
  );
  const accepted: readonly (readonly string[])[] =
    agreements.length === 0 ? [[]] : [[], ...days.map((day) => [day]), days];
  const ready = (sittings: readonly Sitting[]): boolean =>
    accepted.some((on) => {
      const standing = standingOf({ ...body, asOf: by, individuals: carriedOut(body, sittings, agreements, on) });
      return standing !== undefined && isReady(standing);
    });
  for (let size = 0; size <= most; size += 1) {
    for (const sittings of subsets(choices, size)) if (ready(sittings)) return size;
  }
  return undefined;
}

function carriedOut(
  body: Body,
  sittings: readonly Sitting[],
  agreements: readonly string[],
  on: readonly string[],
): Body['individuals'] {
  return body.individuals.map((individual) => ({
    ...individual,
    exams: [
      ...individual.exams,
      ...sittings
        .filter((sitting) => sitting.individual === individual.id)
        .map((sitting) => ({ exam: sitting.exam, takenOn: sitting.on, result: 'pass' })),
    ],
    agreements: [
      ...(individual.agreements ?? []),
      ...on.flatMap((acceptedOn) => agreements.map((agreement) => ({ agreement, acceptedOn }))),
    ],
  }));
}

export function standingOf(body: object) {
  const question = parseRequest(body, new Map());
  if (!question.ok) throw new Error(JSON.stringify(question.faults));
  const answer = evaluate(question.value);
  if (!answer.ok) throw new Error(JSON.stringify(answer.faults));
  return answer.value.partners[0];
}

function examsOf({ program }: Body): readonly string[] {
  return [...new Set(program.flatMap(({ exams }) => exams.map(({ id }) => id)))];
}

/** The edition in force on the day lists the exam. */
function listed({ program }: Body, exam: string, day: string): boolean {
  return editionOn(program, day)?.exams.some(({ id }) => id === exam) === true;
}

/** The first day on which an exam may be sat again after a fail. */
function waitOf({ program, asOf }: Body, exam: string, failedOn: string): string {
  const entry = editionOn(program, asOf)?.exams.find(({ id }) => id === exam);
  return entry?.retake === undefined
    ? failedOn
    : Temporal.PlainDate.from(failedOn).add(Temporal.Duration.from(entry.retake.afterFail)).toString();
}

function editionOn(program: Body['program'], day: string) {
  return program
    .filter(({ effectiveFrom }) => effectiveFrom <= day)
    .sort((a, b) => (a.effectiveFrom < b.effectiveFrom ? -1 : 1))
    .at(-1);
}

function* subsets<T>(items: readonly T[], size: number, from = 0): Generator<readonly T[]> {
  if (size === 0) {
    yield [];
    return;
  }
  for (let index = from; index < items.length; index += 1) {
    for (const rest of subsets(items, size - 1, index + 1)) yield [items[index] as T, ...rest];
  }
}
