import { assembleReleasePlan } from '@changesets/assemble-release-plan';
import { readConfig } from '@changesets/config';
import { readChangesets } from '@changesets/read';
import type { Config, NewChangeset, Packages } from '@changesets/types';
import { getPackages } from '@manypkg/get-packages';

/** The four packages that are released together, with one version. */
export const PRODUCT = ['@standing/api', '@standing/dashboard', '@standing/data', '@standing/domain'];

/** What is wrong with the configuration of releases or with the changesets; asks neither git nor a registry. */
export async function releaseFaults(root: string): Promise<string[]> {
  // Both come from one set of packages, but are typed by two versions of manypkg.
  const packages = (await getPackages(root)) as unknown as Packages;
  const { config, errors, warnings } = await readConfig(root, packages);
  if (!config) return errors.map((error) => `.changeset/config.json: ${error}`);
  try {
    return [...warnings, ...planFaults(packages, config, await readChangesets(root))];
  } catch (error) {
    return [`.changeset: ${error instanceof Error ? error.message : String(error)}`];
  }
}

/** What is wrong with the plan that the changesets make. @throws when a changeset names a package that is not there */
export function planFaults(packages: Packages, config: Config, changesets: NewChangeset[]): string[] {
  const groups = config.fixed.map((group) => [...group].sort().join(', '));
  const product = PRODUCT.join(', ');
  const versions = new Set(
    packages.packages
      .filter(({ packageJson }) => PRODUCT.includes(packageJson.name))
      .map((one) => one.packageJson.version),
  );
  const releases = assembleReleasePlan(changesets, packages, config, undefined).releases;
  const released = releases.filter(({ type }) => type !== 'none').map(({ name }) => name);
  const left = released.length > 0 ? PRODUCT.filter((name) => !released.includes(name)) : [];
  return [
    ...(groups.length === 1 && groups[0] === product
      ? []
      : [`.changeset/config.json: "fixed" must be one group of ${product}`]),
    ...(versions.size === 1 ? [] : [`the packages have several versions: ${[...versions].join(', ')}`]),
    ...left.map((name) => `.changeset: the next release leaves out ${name}`),
  ];
}
