import { adversarial, allocation } from './allocation.ts';
import { awards } from './awards.ts';
import { browser } from './browser.ts';
import { exact } from './exact.ts';
import { plan } from './plan.ts';
import { program } from './program.ts';
import type { Row } from './row.ts';
import { writes } from './writes.ts';

/** In the order of the table. */
export const ROWS: readonly Row[] = [exact, allocation, adversarial, plan, awards, program, writes, browser];
