import { defineConfig } from 'vitest/config';

// Packages are consumed from source: the condition stands first in each package's exports.
const conditions = ['standing-source', 'module', 'node', 'development|production', 'import', 'default'];

const project = (name: string, root: string, include: string[], more = {}) => ({
  extends: true as const,
  test: { name, root, include, ...more },
});

export default defineConfig({
  resolve: { conditions },
  ssr: { resolve: { conditions } },
  test: {
    projects: [
      project('domain', 'packages/domain', ['{src,words,editions,tests}/**/*.test.ts']),
      // It waits for disks, which are slow on a busy machine.
      project('data', 'packages/data', ['{src,tests}/**/*.test.ts'], { testTimeout: 60_000 }),
      project('api', 'apps/api', ['{src,tests}/**/*.test.ts']),
      project('dashboard', 'apps/dashboard', ['src/**/*.test.ts']),
      // Some of it starts programs and reads whole source trees, which takes long on a busy machine.
      project('tooling', 'tooling', ['**/*.test.ts'], { testTimeout: 60_000, hookTimeout: 60_000 }),
    ],
  },
});
