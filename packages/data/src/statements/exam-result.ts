import { individualKind, type Kind } from './kind.ts';

/** A result of a proctored sitting; the testing center or an operator writes it. */
export type ExamResult = {
  readonly kind: 'exam-result';
  readonly individual: string;
  readonly id: string;
  readonly exam: string;
  readonly takenOn: string;
  readonly result: 'pass' | 'fail';
};

export const examResults: Kind<ExamResult> = individualKind('exam-result', 'exam_results', {
  day: 'taken_on',
  row: (fact) => ({
    individual_id: fact.individual,
    id: fact.id,
    exam: fact.exam,
    taken_on: fact.takenOn,
    result: fact.result,
  }),
  fact: (row) => ({
    kind: 'exam-result',
    individual: row.individual_id,
    id: row.id,
    exam: row.exam,
    takenOn: row.taken_on,
    result: row.result,
  }),
});
