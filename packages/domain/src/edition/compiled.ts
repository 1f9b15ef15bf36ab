import { type Day, readDay } from '../calendar/day.ts';
import { type Period, readPeriod } from '../calendar/period.ts';
import { type Counts, countsOf, NAMED, type ProgramNames } from './names.ts';
import { compileRequirement, type ExamNode, leavesOf, type Node, type Origin, originOf } from './node.ts';
import {
  type CompiledChannelLevel,
  type CompiledSpecialization,
  compileChannelLevel,
  compileLimits,
  compileSpecialization,
  type Limits,
} from './places.ts';
import type { Certification, Edition } from './schema.ts';
import { type ByNumber, restsOnAwards, type Touched, touchedOf } from './touched.ts';

/** A certification as one edition has it, ready for the replay. */
export type CompiledCertification = {
  readonly id: string;
  /** Among the program's names. */
  readonly number: number;
  readonly introducedOn: Day;
  readonly requires: Node;
  readonly validity: Period | undefined;
  /** What the certificate waits for. */
  readonly agreements: readonly string[];
  readonly origin: Origin;
  readonly recertification: {
    readonly requires: Node;
    readonly agreements: readonly string[];
    readonly countedFrom: 'exam' | 'previous-end';
    readonly gracePeriod: Period | undefined;
    /** Of the requirement, and of the agreements that recertifying asks for. */
    readonly origin: Origin;
    readonly agreementOrigin: Origin;
  };
  /** The exams that the requirement for the first award names, each with its own windows. */
  readonly exams: readonly ExamNode[];
  /** Whether awards alone can meet the requirement for the first award. */
  readonly restsOnAwards: boolean;
  /** Days, ascending, on which it can come to completion by the rules alone: it is introduced, a window opens or closes. */
  readonly turns: readonly Day[];
};

export type CompiledExtension = {
  readonly id: string;
  /** In the edition's order. */
  readonly certifications: readonly string[];
  /** The same among the program's names. */
  readonly numbers: readonly number[];
  readonly by: Period;
  readonly countedFrom: 'exam' | 'current-end';
};

/** What the passes of an exam prolong; `place` is that of the exam in the edition. */
export type Prolonging = {
  readonly exam: string;
  readonly place: number;
  readonly extensions: readonly CompiledExtension[];
};

/** An edition with its days and periods read and its certifications put in the order in which they can complete. */
export type CompiledEdition = {
  readonly document: Edition;
  readonly effectiveFrom: Day;
  readonly certifications: ReadonlyMap<string, CompiledCertification>;
  /** Those that others require first. */
  readonly completionOrder: readonly CompiledCertification[];
  /** Which of them a fact can bring to completion. */
  readonly touched: Touched;
  /** How many of the program's names this edition and those before it know. */
  readonly counts: Counts;
  /** The position of each exam in the edition. */
  readonly exams: ReadonlyMap<string, number>;
  /** For each exam what it prolongs, in the edition's order. */
  readonly extensions: ReadonlyMap<string, readonly CompiledExtension[]>;
  /** The same by the exam's number. */
  readonly prolonging: ByNumber<Prolonging>;
  /** Days on which something can change without a fact: certifications introduced, windows that open or close. */
  readonly days: readonly Day[];
  /** How old a pass may be where a certification names the exam; each age once. */
  readonly ages: ReadonlyMap<string, readonly Period[]>;
  readonly certificate: readonly [Period, Period];
  readonly reminders: readonly Period[];
  /** In the edition's order, as are the levels. */
  readonly specializations: ReadonlyMap<string, CompiledSpecialization>;
  readonly channelLevels: ReadonlyMap<string, CompiledChannelLevel>;
  readonly limits: Limits;
  /** Whether an individual counts for one partner only. */
  readonly exclusive: boolean;
};

/** `names` are the program's, with those of the editions before this one; its own are added. */
export function compileEdition(document: Edition, names: ProgramNames): CompiledEdition {
  for (const kind of NAMED) for (const { id } of document[kind]) names[kind].add(id);
  const certifications = new Map(
    document.certifications.map((entry) => [entry.id, compileCertification(entry, names)]),
  );
  const order = completionOrder(certifications);
  const extensions = compileExtensions(document, certifications);
  return {
    document,
    effectiveFrom: readDay(document.effectiveFrom),
    certifications,
    completionOrder: order,
    touched: touchedOf(order),
    counts: countsOf(names),
    exams: new Map(document.exams.map(({ id }, index) => [id, index])),
    extensions,
    prolonging: byNumber(document, extensions, names),
    days: turningDays(certifications),
    ages: agesOf(certifications),
    certificate: document.certificate.arrives.map(readPeriod) as [Period, Period],
    reminders: document.reminders.award.map(readPeriod),
    specializations: new Map(document.specializations.map((entry) => [entry.id, compileSpecialization(entry, names)])),
    channelLevels: new Map(document.channelLevels.map((entry) => [entry.id, compileChannelLevel(entry, names)])),
    limits: compileLimits(document.allocation),
    exclusive: document.affiliation?.exclusive ?? false,
  };
}

function compileCertification(entry: Certification, names: ProgramNames): CompiledCertification {
  const origin = originOf(entry);
  const requires = compileRequirement(entry.requires, names);
  const again = entry.recertification;
  const againOrigin = again === undefined ? origin : originOf(again, origin);
  const anew = again?.requires === undefined ? requires : compileRequirement(again.requires, names);
  const introducedOn = entry.introducedOn === undefined ? Number.NEGATIVE_INFINITY : readDay(entry.introducedOn);
  const alone = restsOnAwards(requires);
  return {
    id: entry.id,
    number: names.certifications.add(entry.id),
    introducedOn,
    requires,
    validity: entry.validity === undefined ? undefined : readPeriod(entry.validity),
    agreements: entry.agreements ?? [],
    origin,
    recertification: {
      requires: anew,
      agreements: again?.agreements ?? [],
      countedFrom: again?.countedFrom ?? 'exam',
      gracePeriod: again?.gracePeriod === undefined ? undefined : readPeriod(again.gracePeriod),
      origin: again?.requires === undefined ? origin : againOrigin,
      agreementOrigin: againOrigin,
    },
    exams: examsOf(requires),
    restsOnAwards: alone,
    turns: finite([
      introducedOn,
      ...[requires, anew].flatMap(examsOf).map(({ accepted }) => accepted.from),
      ...(alone ? examsOf(requires).map(({ accepted }) => accepted.until) : []),
    ]),
  };
}

function examsOf(node: Node): readonly ExamNode[] {
  return leavesOf(node).filter((leaf) => leaf.rule === 'exam');
}

/** Each day once, ascending. */
function finite(days: readonly Day[]): readonly Day[] {
  return [...new Set(days)].filter(Number.isFinite).sort((a, b) => a - b);
}

export function nodesOf({ requires, recertification }: CompiledCertification): readonly Node[] {
  return recertification.requires === requires ? [requires] : [requires, recertification.requires];
}

function completionOrder(certifications: ReadonlyMap<string, CompiledCertification>): readonly CompiledCertification[] {
  const order: CompiledCertification[] = [];
  const seen = new Set<string>();
  // The schema refuses circles and allows 500 certifications, so the depth of this is bounded.
  const visit = (certification: CompiledCertification): void => {
    if (seen.has(certification.id)) return;
    seen.add(certification.id);
    for (const leaf of nodesOf(certification).flatMap(leavesOf)) {
      const required = leaf.rule === 'certification' ? certifications.get(leaf.certification) : undefined;
      if (required !== undefined) visit(required);
    }
    order.push(certification);
  };
  for (const certification of certifications.values()) visit(certification);
  return order;
}

function compileExtensions(
  document: Edition,
  certifications: ReadonlyMap<string, CompiledCertification>,
): ReadonlyMap<string, readonly CompiledExtension[]> {
  const technical = new Map(document.exams.map((exam) => [exam.id, exam.technical]));
  const byExam = new Map<string, CompiledExtension[]>();
  for (const entry of document.extensions) {
    const ids = new Set(entry.certifications);
    const prolonged = [...certifications.values()].filter(({ id }) => ids.has(id));
    const extension: CompiledExtension = {
      id: entry.id,
      certifications: prolonged.map(({ id }) => id),
      numbers: prolonged.map(({ number }) => number),
      by: readPeriod(entry.by),
      countedFrom: entry.countedFrom,
    };
    const exams = entry.exams;
    const named =
      'of' in exams
        ? document.certifications
            .filter(({ kind }) => kind === exams.of)
            .flatMap(({ id }) => nodesOf(certifications.get(id) as CompiledCertification).flatMap(examsOf))
            .flatMap(({ exam }) => (technical.get(exam) === exams.technical ? [exam] : []))
        : exams;
    for (const exam of new Set(named)) {
      const others = byExam.get(exam);
      if (others === undefined) byExam.set(exam, [extension]);
      else others.push(extension);
    }
  }
  return byExam;
}

function byNumber(
  document: Edition,
  extensions: ReadonlyMap<string, readonly CompiledExtension[]>,
  names: ProgramNames,
): ByNumber<Prolonging> {
  const prolonging: Prolonging[] = [];
  for (const [place, { id }] of document.exams.entries()) {
    const own = extensions.get(id);
    if (own !== undefined) prolonging[names.exams.add(id)] = { exam: id, place, extensions: own };
  }
  return prolonging;
}

/**
 * A window that closes can complete an award too: where an exam was chosen as evidence whose award would be over by now,
 * another way that needs no exam takes its place.
 */
function turningDays(certifications: ReadonlyMap<string, CompiledCertification>): readonly Day[] {
  const all = [...certifications.values()];
  const windows = all.flatMap(nodesOf).flatMap(examsOf);
  return finite([
    ...all.map(({ introducedOn }) => introducedOn),
    ...windows.flatMap(({ accepted }) => [accepted.from, accepted.until]),
  ]);
}

function agesOf(certifications: ReadonlyMap<string, CompiledCertification>): ReadonlyMap<string, readonly Period[]> {
  const ages = new Map<string, Map<string, Period>>();
  for (const { exam, within } of [...certifications.values()].flatMap(nodesOf).flatMap(examsOf)) {
    if (within === undefined) continue;
    const known = ages.get(exam) ?? new Map<string, Period>();
    ages.set(exam, known.set(within.text, within));
  }
  return new Map([...ages].map(([exam, known]) => [exam, [...known.values()]]));
}
