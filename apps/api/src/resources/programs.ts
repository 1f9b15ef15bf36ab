import { Hono } from 'hono';
import { type Env, refuse } from '../problem.ts';
import type { Programs } from '../programs.ts';

/** The published programs: which there are, and each edition whole. */
export function programsResource(programs: Programs) {
  return new Hono<Env>()
    .get('/', (c) => c.json({ programs: [...programs].map(([id, { editions }]) => listed(id, editions)) }, revalidated))
    .get('/:program/editions/:edition', (c) => {
      const { program, edition } = c.req.param();
      const document = programs.get(program)?.editions.find((each) => each.edition === edition);
      if (document !== undefined) return c.json(document, revalidated);
      return refuse(c, { problem: 'notFound', detail: 'No such edition is published here; see GET /v1/programs.' });
    });
}

// An edition keeps its id where a fact that was assumed is put right before it is released; asking costs a 304.
const revalidated = { headers: { 'Cache-Control': 'public, no-cache' } };

function listed(
  id: string,
  editions: readonly { readonly edition: string; readonly name: string; readonly effectiveFrom: string }[],
) {
  return {
    id,
    editions: editions.map(({ edition, name, effectiveFrom }) => {
      const href = `/v1/programs/${encodeURIComponent(id)}/editions/${encodeURIComponent(edition)}`;
      return { edition, name, effectiveFrom, href };
    }),
  };
}
