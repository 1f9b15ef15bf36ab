import type { IRegularForbiddenRuleType } from 'dependency-cruiser';
import { forbiddenByOrder, ORDER, pathPattern, TEST } from './order.ts';

const DOMAIN = '^packages/domain/(src|words|editions)/';
/** valibot wherever pnpm puts it, or by its name where it cannot be resolved. */
const VALIBOT = '(node_modules/valibot/|^valibot$)';

const order: IRegularForbiddenRuleType[] = Object.keys(ORDER).flatMap((folder) =>
  forbiddenByOrder(folder)
    .filter(({ below }) => below.length > 0)
    .map(({ entry, below }) => ({
      name: `order: ${folder}/${entry}`,
      comment: 'A folder imports from those above it only.',
      severity: 'error',
      from: { path: pathPattern(folder, [entry]), pathNot: TEST },
      to: { path: pathPattern(folder, below) },
    })),
);

const packages: IRegularForbiddenRuleType[] = [
  {
    name: 'domain: valibot and itself only',
    severity: 'error',
    from: { path: '^packages/domain/src/', pathNot: TEST },
    to: { pathNot: ['^packages/domain/src/', VALIBOT] },
  },
  {
    name: 'words: the domain and themselves only',
    severity: 'error',
    from: { path: '^packages/domain/words/', pathNot: TEST },
    to: { pathNot: '^packages/domain/(src|words)/' },
  },
  {
    name: 'editions: the domain and themselves only',
    severity: 'error',
    from: { path: '^packages/domain/editions/', pathNot: TEST },
    to: { pathNot: '^packages/domain/(src|editions)/' },
  },
  {
    name: 'packages: domain below everything',
    severity: 'error',
    from: { path: '^packages/domain/' },
    to: { path: '^(packages/data|apps)/' },
  },
  {
    name: 'packages: data knows the domain',
    severity: 'error',
    from: { path: '^packages/data/' },
    to: { path: '^apps/' },
  },
  {
    name: 'packages: api knows no dashboard',
    severity: 'error',
    from: { path: '^apps/api/' },
    to: { path: '^apps/dashboard/' },
  },
  {
    name: 'packages: dashboard knows the domain',
    comment: 'Of the API it may take the type of app.ts, which a typed client is made from; never code.',
    severity: 'error',
    from: { path: '^apps/dashboard/' },
    to: { path: '^(packages/data|apps/api)/', pathNot: String.raw`^apps/api/src/app\.ts$` },
  },
  {
    name: 'packages: no code of the api in the dashboard',
    severity: 'error',
    from: { path: '^apps/dashboard/' },
    to: { path: '^apps/api/', dependencyTypesNot: ['type-only'] },
  },
  {
    name: 'packages: the domain by its public names',
    comment: 'Other packages see what package.json exports: the three indexes and the conformance cases.',
    severity: 'error',
    from: { path: '^(packages/data|apps)/' },
    to: { path: DOMAIN, pathNot: String.raw`^packages/domain/(src|words|editions)/index\.ts$` },
  },
  {
    name: 'packages: no tooling in the product',
    severity: 'error',
    from: { path: '^(packages|apps)/[^/]+/(src|words|editions)/', pathNot: TEST },
    to: { path: '^tooling/' },
  },
  {
    name: 'components: props only',
    severity: 'error',
    from: { path: '^apps/dashboard/src/lib/components/', pathNot: TEST },
    to: { path: '^apps/dashboard/src/lib/state/' },
  },
];

const everywhere: IRegularForbiddenRuleType[] = [
  { name: 'no import cycles', severity: 'error', from: {}, to: { circular: true } },
  {
    name: 'no tests in code',
    severity: 'error',
    from: { path: '^(packages|apps)/[^/]+/(src|words|editions)/', pathNot: TEST },
    to: { path: TEST },
  },
  {
    name: 'every import leads somewhere',
    comment: 'What cannot be resolved cannot be judged. SvelteKit makes its own modules when it builds.',
    severity: 'error',
    from: {},
    to: { couldNotResolve: true, pathNot: String.raw`^(\$(app|env)/|\./\$types)` },
  },
];

/** Every rule about who may import whom, for dependency-cruiser; paths are relative to the repository's root. */
export const RULES: IRegularForbiddenRuleType[] = [...order, ...packages, ...everywhere];
