import { type Day, readDay } from '../calendar/day.ts';
import { type Period, readPeriod } from '../calendar/period.ts';
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

/** A certification as one edition has it, ready for the replay. */
export type CompiledCertification = {
  readonly id: string;
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
};

export type CompiledExtension = {
  readonly id: string;
  /** In the edition's order. */
  readonly certifications: readonly string[];
  readonly by: Period;
  readonly countedFrom: 'exam' | 'current-end';
};

/** An edition with its days and periods read and its certifications put in the order in which they can complete. */
export type CompiledEdition = {
  readonly document: Edition;
  readonly effectiveFrom: Day;
  readonly certifications: ReadonlyMap<string, CompiledCertification>;
  /** Those that others require first. */
  readonly completionOrder: readonly CompiledCertification[];
  /** For each exam, and each certification, the positions in that order of those that name it. */
  readonly namedBy: {
    readonly exams: ReadonlyMap<string, readonly number[]>;
    readonly certifications: ReadonlyMap<string, readonly number[]>;
  };
  /** The position of each exam in the edition. */
  readonly exams: ReadonlyMap<string, number>;
  /** For each exam what it prolongs, in the edition's order. */
  readonly extensions: ReadonlyMap<string, readonly CompiledExtension[]>;
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

export function compileEdition(document: Edition): CompiledEdition {
  const certifications = new Map(document.certifications.map((entry) => [entry.id, compileCertification(entry)]));
  const order = completionOrder(certifications);
  return {
    document,
    effectiveFrom: readDay(document.effectiveFrom),
    certifications,
    completionOrder: order,
    namedBy: namedBy(order),
    exams: new Map(document.exams.map((exam, index) => [exam.id, index])),
    extensions: compileExtensions(document),
    days: turningDays(certifications),
    ages: agesOf(certifications),
    certificate: document.certificate.arrives.map(readPeriod) as [Period, Period],
    reminders: document.reminders.award.map(readPeriod),
    specializations: new Map(document.specializations.map((entry) => [entry.id, compileSpecialization(entry)])),
    channelLevels: new Map(document.channelLevels.map((entry) => [entry.id, compileChannelLevel(entry)])),
    limits: compileLimits(document.allocation),
    exclusive: document.affiliation?.exclusive ?? false,
  };
}

function compileCertification(entry: Certification): CompiledCertification {
  const origin = originOf(entry);
  const requires = compileRequirement(entry.requires);
  const again = entry.recertification;
  const againOrigin = again === undefined ? origin : originOf(again, origin);
  return {
    id: entry.id,
    introducedOn: entry.introducedOn === undefined ? Number.NEGATIVE_INFINITY : readDay(entry.introducedOn),
    requires,
    validity: entry.validity === undefined ? undefined : readPeriod(entry.validity),
    agreements: entry.agreements ?? [],
    origin,
    recertification: {
      requires: again?.requires === undefined ? requires : compileRequirement(again.requires),
      agreements: again?.agreements ?? [],
      countedFrom: again?.countedFrom ?? 'exam',
      gracePeriod: again?.gracePeriod === undefined ? undefined : readPeriod(again.gracePeriod),
      origin: again?.requires === undefined ? origin : againOrigin,
      agreementOrigin: againOrigin,
    },
    exams: leavesOf(requires).filter((leaf) => leaf.rule === 'exam'),
  };
}

function nodesOf({ requires, recertification }: CompiledCertification): readonly Node[] {
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

function namedBy(order: readonly CompiledCertification[]): CompiledEdition['namedBy'] {
  const exams = new Map<string, number[]>();
  const certifications = new Map<string, number[]>();
  for (const [position, certification] of order.entries()) {
    for (const leaf of nodesOf(certification).flatMap(leavesOf)) {
      const [names, id] = leaf.rule === 'exam' ? [exams, leaf.exam] : [certifications, leaf.certification];
      const known = names.get(id);
      if (known === undefined) names.set(id, [position]);
      else if (known.at(-1) !== position) known.push(position);
    }
  }
  return { exams, certifications };
}

function compileExtensions(document: Edition): ReadonlyMap<string, readonly CompiledExtension[]> {
  const technical = new Map(document.exams.map((exam) => [exam.id, exam.technical]));
  const byExam = new Map<string, CompiledExtension[]>();
  for (const entry of document.extensions) {
    const prolonged = new Set(entry.certifications);
    const extension: CompiledExtension = {
      id: entry.id,
      certifications: document.certifications.flatMap(({ id }) => (prolonged.has(id) ? [id] : [])),
      by: readPeriod(entry.by),
      countedFrom: entry.countedFrom,
    };
    const exams = entry.exams;
    const named =
      'of' in exams
        ? document.certifications
            .filter(({ kind }) => kind === exams.of)
            .flatMap((certification) => [certification.requires, certification.recertification?.requires ?? []].flat())
            .flatMap((requirement) => leavesOf(compileRequirement(requirement)))
            .flatMap((leaf) =>
              leaf.rule === 'exam' && technical.get(leaf.exam) === exams.technical ? [leaf.exam] : [],
            )
        : exams;
    for (const exam of new Set(named)) {
      const others = byExam.get(exam);
      if (others === undefined) byExam.set(exam, [extension]);
      else others.push(extension);
    }
  }
  return byExam;
}

/**
 * A window that closes can complete an award too: where an exam was chosen as evidence whose award would be over by now,
 * another way that needs no exam takes its place.
 */
function turningDays(certifications: ReadonlyMap<string, CompiledCertification>): readonly Day[] {
  const days = new Set<Day>();
  for (const certification of certifications.values()) {
    days.add(certification.introducedOn);
    for (const { accepted } of examLeavesOf(certification)) days.add(accepted.from).add(accepted.until);
  }
  return [...days].filter(Number.isFinite).sort((a, b) => a - b);
}

function agesOf(certifications: ReadonlyMap<string, CompiledCertification>): ReadonlyMap<string, readonly Period[]> {
  const ages = new Map<string, Map<string, Period>>();
  for (const { exam, within } of [...certifications.values()].flatMap(examLeavesOf)) {
    if (within === undefined) continue;
    const known = ages.get(exam) ?? new Map<string, Period>();
    ages.set(exam, known.set(within.text, within));
  }
  return new Map([...ages].map(([exam, known]) => [exam, [...known.values()]]));
}

function examLeavesOf(certification: CompiledCertification): readonly ExamNode[] {
  return nodesOf(certification)
    .flatMap(leavesOf)
    .filter((leaf) => leaf.rule === 'exam');
}
