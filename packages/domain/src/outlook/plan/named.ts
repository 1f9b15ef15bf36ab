import { compare } from '../../calendar/compare.ts';
import { leavesOf, type Node } from '../../edition/node.ts';
import { type Budget, spend } from '../../explanation/budget.ts';
import type { Row } from './aim.ts';
import type { Span } from './sittings.ts';

/** The exams and agreements that can have a part in serving these rows, over certifications that others require. */
export function namedBy(rows: readonly Row[], spans: readonly Span[], budget: Budget) {
  const exams = new Set<string>();
  const certifications = new Set<string>();
  const agreements = new Set<string>();
  const read = (node: Node): void => {
    for (const leaf of leavesOf(node)) {
      spend(budget, 1, '');
      if (leaf.rule === 'exam') exams.add(leaf.exam);
      else certifications.add(leaf.certification);
    }
  };
  for (const { places } of rows) read(places.requires);
  // The set grows while it is gone through.
  for (const id of certifications) {
    for (const { edition } of spans) {
      const entry = edition.certifications.get(id);
      if (entry !== undefined) {
        read(entry.requires);
        read(entry.recertification.requires);
        for (const agreement of entry.recertification.agreements) agreements.add(agreement);
      }
      for (const [exam, extensions] of edition.extensions) {
        spend(budget, extensions.length, '');
        if (extensions.some((extension) => extension.certifications.includes(id))) exams.add(exam);
      }
    }
  }
  return { exams: [...exams].sort(compare), agreements: [...agreements].sort(compare) };
}
