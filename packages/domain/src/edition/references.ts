import { circles } from './circles.ts';
import { at, type Fault, MAX_FAULTS, shown } from './fault.ts';
import { MAX_DEPTH } from './requirement.ts';

/** How many of its parts an edition may have; each is counted before anything is read. */
export const BOUNDS = { certifications: 500, specializations: 200, requirementNodes: 10_000 } as const;

type Loose = { readonly [key: string]: unknown };
type Entry = { readonly entry: Loose; readonly path: string };

/**
 * What is wrong between the entries of an edition: ids that nothing defines or that are defined twice, certifications
 * that require each other in a circle, too many parts. It reads the document as it was sent and passes over what has
 * not the right form, so that these faults are named together with those of the form.
 */
export function references(document: unknown, base: string): readonly Fault[] {
  if (!isLoose(document)) return [];
  const faults: Fault[] = [];
  const add = (fault: Fault): void => {
    if (faults.length < MAX_FAULTS) faults.push(fault);
  };
  const list = (owner: Loose, key: string, path: string): Entry[] =>
    (Array.isArray(owner[key]) ? (owner[key] as unknown[]) : []).flatMap((entry, index) =>
      isLoose(entry) ? [{ entry, path: at(at(path, key), index) }] : [],
    );
  const define = (entries: readonly Entry[]): ReadonlySet<string> => {
    const ids = new Set<string>();
    for (const { entry, path } of entries) {
      if (typeof entry['id'] !== 'string') continue;
      if (ids.has(entry['id'])) add({ path: at(path, 'id'), code: 'defined-twice', received: shown(entry['id']) });
      ids.add(entry['id']);
    }
    return ids;
  };
  const name = (ids: ReadonlySet<string>, kind: string, value: unknown, path: string): void => {
    if (typeof value === 'string' && !ids.has(value)) {
      add({ path, code: 'undefined', expected: kind, received: shown(value) });
    }
  };
  const nameAll = (ids: ReadonlySet<string>, kind: string, values: unknown, path: string): void => {
    if (Array.isArray(values)) for (const [index, value] of values.entries()) name(ids, kind, value, at(path, index));
  };

  const top = (key: string): Entry[] => list(document, key, base);
  const exams = top('exams');
  const agreements = top('agreements');
  const certifications = top('certifications');
  const extensions = top('extensions');
  const specializations = top('specializations');
  const channelLevels = top('channelLevels');
  const documents = top('documents');
  const interpretations = top('interpretations');
  for (const [key, entries] of [
    ['certifications', certifications],
    ['specializations', specializations],
  ] as const) {
    if (entries.length > BOUNDS[key]) add({ path: at(base, key), code: 'too-many', expected: String(BOUNDS[key]) });
  }

  const examIds = define(exams);
  const agreementIds = define(agreements);
  const certificationIds = define(certifications);
  const specializationIds = define(specializations);
  const documentIds = define(documents);
  for (const entries of [extensions, channelLevels, interpretations]) define(entries);

  let nodes = 0;
  /** The certifications that a requirement names, anywhere in it. */
  const readRequirement = (value: unknown, path: string, depth = 1): readonly string[] => {
    if (!isLoose(value) || depth > MAX_DEPTH) return [];
    nodes += 1;
    if (nodes > BOUNDS.requirementNodes) return [];
    name(examIds, 'exam', value['exam'], at(path, 'exam'));
    name(certificationIds, 'certification', value['certification'], at(path, 'certification'));
    const below = ['allOf', 'anyOf', 'of'].flatMap((key) =>
      Array.isArray(value[key])
        ? (value[key] as unknown[]).flatMap((part, index) => readRequirement(part, at(at(path, key), index), depth + 1))
        : [],
    );
    return typeof value['certification'] === 'string' ? [value['certification'], ...below] : below;
  };
  const readCites = ({ entry, path }: Entry): void => {
    if (!Array.isArray(entry['cites'])) return;
    for (const [index, cite] of entry['cites'].entries()) {
      if (typeof cite === 'string') name(documentIds, 'document', cite.split('#')[0], at(at(path, 'cites'), index));
    }
  };

  const required = new Map<string, { readonly names: readonly string[]; readonly path: string }>();
  for (const { entry, path } of certifications) {
    nameAll(agreementIds, 'agreement', entry['agreements'], at(path, 'agreements'));
    const names = [...readRequirement(entry['requires'], at(path, 'requires'))];
    const again = entry['recertification'];
    if (isLoose(again)) {
      const place = at(path, 'recertification');
      nameAll(agreementIds, 'agreement', again['agreements'], at(place, 'agreements'));
      names.push(...readRequirement(again['requires'], at(place, 'requires')));
      readCites({ entry: again, path: place });
    }
    if (typeof entry['id'] === 'string') required.set(entry['id'], { names, path });
  }
  for (const circle of circles(required)) {
    const path = required.get(circle[0] ?? '')?.path ?? base;
    add({ path: at(path, 'requires'), code: 'circle', received: shown(circle.join(' ')) });
  }
  for (const { entry, path } of extensions) {
    nameAll(examIds, 'exam', entry['exams'], at(path, 'exams'));
    nameAll(certificationIds, 'certification', entry['certifications'], at(path, 'certifications'));
  }
  for (const { entry, path } of specializations) {
    for (const key of ['jobRoles', 'presence']) {
      const places = list(entry, key, path);
      define(places);
      for (const place of places) {
        readRequirement(place.entry['requires'], at(place.path, 'requires'));
        readCites(place);
      }
    }
  }
  for (const { entry, path } of channelLevels) {
    const lines = list(entry, 'personnel', path);
    define(lines);
    for (const line of lines) {
      readRequirement(line.entry['requires'], at(line.path, 'requires'));
      readCites(line);
    }
    const counted = entry['specializations'];
    if (isLoose(counted)) {
      nameAll(specializationIds, 'specialization', counted['of'], at(at(path, 'specializations'), 'of'));
    }
  }
  const single = ['allocation', 'affiliation', 'reminders', 'certificate'].flatMap((key) => {
    const entry = document[key];
    return isLoose(entry) ? [{ entry, path: at(base, key) }] : [];
  });
  for (const { entry, path } of single)
    nameAll(specializationIds, 'specialization', entry['exempt'], at(path, 'exempt'));
  const entries = [
    exams,
    agreements,
    certifications,
    extensions,
    specializations,
    channelLevels,
    documents,
    interpretations,
  ];
  for (const entry of [...entries.flat(), ...single]) readCites(entry);
  if (nodes > BOUNDS.requirementNodes) {
    add({ path: base, code: 'too-many-nodes', expected: String(BOUNDS.requirementNodes) });
  }
  return faults;
}

function isLoose(value: unknown): value is Loose {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
