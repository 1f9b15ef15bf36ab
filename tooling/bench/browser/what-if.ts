import type { OpenPartner } from '@standing/domain/source/tests/optimum/partner.ts';
import { largeQuestion } from '@standing/domain/source/tests/partners/large-partners.ts';
import type { Question } from '@standing/domain/source/tests/partners/oracle-scene.ts';
import { type Figures, figuresOf } from '../race/figures.ts';
import { withChromium } from './chromium.ts';
import { bundled } from './size.ts';

/** A partner of so many individuals and twenty specializations, of which each could fill a few job roles. */
export function whatIf(people: number): Question {
  return largeQuestion({ people, specializations: 20, seed: 7, ability: 1, given: 60, allocate: 'best' });
}

/**
 * Milliseconds, in a real Chromium, from "this individual leaves" to the whole new answer: one round for each of so many
 * individuals, after two for warming up.
 */
export async function leavingInChromium(question: Question, rounds: number): Promise<Figures> {
  const content = await bundled('src/index.ts', ['evaluate', 'parseRequest'], 'iife');
  return withChromium(async (browser) => {
    const page = await browser.newPage();
    await page.addScriptTag({ content });
    const times = await page.evaluate(
      ([asked, count]) => {
        type Domain = typeof import('@standing/domain');
        const { standing } = globalThis as unknown as { standing: Domain };
        const parsed = standing.parseRequest(asked, new Map());
        if (!parsed.ok) throw new Error(JSON.stringify(parsed.faults.slice(0, 3)));
        const request = parsed.value;
        const took: number[] = [];
        for (let round = 0; round < count + 2; round += 1) {
          const gone = request.individuals[round]?.id;
          const since = performance.now();
          const partners = request.partners.map(({ affiliations, ...rest }) => ({
            ...rest,
            affiliations: affiliations.filter(({ individual }) => individual !== gone),
          }));
          const answer = standing.evaluate({ ...request, partners });
          took.push(performance.now() - since);
          if (!answer.ok) throw new Error(JSON.stringify(answer.faults));
        }
        return took.slice(2);
      },
      [question, rounds] as const,
    );
    return figuresOf(times);
  });
}

/** The same for the best allocation alone, from what each individual could fill. */
export async function allocatedInChromium(partner: OpenPartner, rounds: number): Promise<Figures> {
  const content = await bundled('../../tooling/bench/browser/allocation-in-page.ts', ['roundsOf'], 'iife');
  return withChromium(async (browser) => {
    const page = await browser.newPage();
    await page.addScriptTag({ content });
    const times = await page.evaluate(
      ([asked, count]) => {
        type Page = typeof import('./allocation-in-page.ts');
        const { standing } = globalThis as unknown as { standing: Page };
        return standing.roundsOf(asked, count + 2).slice(2);
      },
      [partner, rounds] as const,
    );
    return figuresOf(times);
  });
}
