import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { filesOf } from './files.ts';
import { type Finding, findIn, type Rule } from './finding.ts';
import { NO_MODULE_STATE } from './module-state.ts';
import { TEST } from './order.ts';
import { PROSE_FREE } from './prose.ts';
import { PURITY } from './purity.ts';

/** Which files a rule binds, and the rules. Tests are exempt: they hold the domain against a clock and a locale. */
const BINDING: readonly { patterns: string[]; rules: readonly Rule[] }[] = [
  { patterns: ['packages/domain/{src,words,editions}/**/*.ts'], rules: PURITY },
  { patterns: ['packages/domain/src/**/*.ts'], rules: [PROSE_FREE] },
  { patterns: ['packages/domain/src/**/*.ts', 'apps/api/src/**/*.ts'], rules: [NO_MODULE_STATE] },
];

/** What stands in the files under `root` that must not, and how many files were read. */
export function findInCode(root: string): { findings: (Finding & { file: string })[]; files: number } {
  const read = new Set<string>();
  const findings = BINDING.flatMap(({ patterns, rules }) =>
    filesOf(root, patterns)
      .filter((file) => !new RegExp(TEST).test(file))
      .flatMap((file) => {
        read.add(file);
        return findIn(readFileSync(join(root, file), 'utf8'), rules).map((finding) => ({ file, ...finding }));
      }),
  );
  return { findings, files: read.size };
}
