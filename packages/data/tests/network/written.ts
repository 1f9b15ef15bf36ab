import type { Database } from '../../src/port/database.ts';
import { type Fact, insertFacts } from '../../src/statements/kinds.ts';
import { insertRecording } from '../../src/statements/recording.ts';
import type { Member } from './network.ts';

/** So many facts are written in one batch. */
const BATCH = 10_000;
const RECORDING = { recordedAt: '2006-01-01T00:00:00.000Z', author: 'operator-1', source: 'operator' } as const;

/**
 * Writes a network into an empty ledger by the statements that `append` uses, many recordings in one batch: what takes
 * `append` hours is written in minutes. `written` hears of every batch how many partners there are by now.
 */
export async function writeNetwork(
  database: Database,
  members: Iterable<Member>,
  written: (partners: number) => void = () => undefined,
): Promise<void> {
  let waiting: Member[] = [];
  let [facts, partners] = [0, 0];
  // Whoever works at a partner has worked at the one before it, or nowhere.
  let before = new Set<string>();
  const write = async (): Promise<void> => {
    const ours = waiting.map(factsOf);
    const statements = [
      insertRecording(RECORDING),
      ...insertFacts(ours.flatMap(({ program }) => program)),
      ...waiting.flatMap(({ partner }, at) => [
        insertRecording({ ...RECORDING, partner: partner.id }),
        ...insertFacts(ours[at]?.partner ?? []),
      ]),
    ];
    const outcome = await database.batch(statements);
    if (!outcome.ok) throw new Error(`The network was refused: ${JSON.stringify(outcome.refusal)}`);
    partners += waiting.length;
    [waiting, facts] = [[], 0];
    written(partners);
  };
  for (const member of members) {
    const fresh = member.individuals.filter(({ id }) => !before.has(id));
    before = new Set(member.individuals.map(({ id }) => id));
    waiting.push({ partner: member.partner, individuals: fresh });
    facts += member.individuals.reduce((sum, { exams }) => sum + exams.length + 3, 0);
    if (facts >= BATCH) await write();
  }
  if (waiting.length > 0) await write();
}

/** The facts of the contract as the ledger takes them: those of the program's book and those of the partner's. */
function factsOf({ partner, individuals }: Member): { readonly program: Fact[]; readonly partner: Fact[] } {
  return {
    program: individuals.flatMap(({ id, exams, agreements = [] }): Fact[] => [
      { kind: 'registration', individual: id, id: 'r', registeredOn: exams[0]?.takenOn ?? '1999-06-01' },
      ...exams.map((exam, at): Fact => ({ ...exam, kind: 'exam-result', individual: id, id: exam.id ?? `r${at}` })),
      ...agreements.map((each, at): Fact => ({ ...each, kind: 'agreement', individual: id, id: `a${at}` })),
    ]),
    partner: [
      ...partner.affiliations.map(
        (each, at): Fact => ({ ...each, kind: 'affiliation', partner: partner.id, id: `a${at}` }),
      ),
      ...(partner.holdings ?? []).map(
        (each, at) => ({ ...each, kind: 'holding', partner: partner.id, id: `h${at}` }) as Fact,
      ),
      ...(partner.renewals ?? []).map(
        (each, at) => ({ ...each, kind: 'renewal', partner: partner.id, id: `r${at}` }) as Fact,
      ),
    ],
  };
}
