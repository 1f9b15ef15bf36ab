import type { KnownProgram } from '../edition/known.ts';
import type { Node, Origin } from '../edition/node.ts';
import type { Budget } from '../explanation/budget.ts';
import type { Explanation } from '../explanation/explanation.ts';
import type { IndividualFacts } from '../record/schema.ts';
import { EVER, isMet } from './evidence.ts';
import { explained } from './explain.ts';
import { type History, historyOf } from './history.ts';
import type { Awards } from './period.ts';
import { replay } from './replay.ts';
import { Scene } from './scene.ts';

/** An individual on the program's day: what is known, and the awards that follow from it. */
export class Individual {
  readonly id: string;
  readonly history: History;
  /** The day with all awards, where passes of any time count. */
  readonly scene: Scene;
  readonly #program: KnownProgram;

  constructor(history: History, scene: Scene, program: KnownProgram) {
    this.id = history.id;
    this.history = history;
    this.scene = scene;
    this.#program = program;
  }

  /** All periods by certification. */
  get awards(): Awards {
    return this.scene.held.byId(this.#program.names.certifications);
  }

  /** Whether a requirement is met on this day, by passes and awards of any time. */
  meets(requirement: Node): boolean {
    return isMet(requirement, this.scene);
  }

  /** Why it is met, or what is missing. */
  explain(requirement: Node, origin: Origin): Explanation {
    return explained(requirement, this.scene, origin).explanation;
  }
}

export function individualOf(facts: IndividualFacts, program: KnownProgram, budget: Budget): Individual {
  const history = historyOf(facts, program);
  const held = replay(program, history, budget);
  return new Individual(history, new Scene(history, held, program.asOf, EVER, budget), program);
}
