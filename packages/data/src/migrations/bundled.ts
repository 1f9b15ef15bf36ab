import recordings from './0001_recordings.sql';
import individuals from './0002_individuals.sql';
import partners from './0003_partners.sql';
import corrections from './0004_corrections.sql';
import operations from './0005_operations.sql';
import imports from './0006_imports.sql';
import dueDays from './0007_due_days.sql';
import retention from './0008_retention.sql';
import type { Migration } from './migration.ts';

/**
 * The same files for workerd and the browser, where there is no folder to read: only for programs that are bundled. A
 * test holds that it is all of them.
 */
export const MIGRATIONS: readonly Migration[] = [
  { name: '0001_recordings', sql: recordings },
  { name: '0002_individuals', sql: individuals },
  { name: '0003_partners', sql: partners },
  { name: '0004_corrections', sql: corrections },
  { name: '0005_operations', sql: operations },
  { name: '0006_imports', sql: imports },
  { name: '0007_due_days', sql: dueDays },
  { name: '0008_retention', sql: retention },
];
