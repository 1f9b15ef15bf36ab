import type { Outcome } from './counts.ts';
import type { Part } from './parts.ts';

type Ordered = Pick<Part, 'name' | 'after' | 'needs'>;

/**
 * Runs every part once, at most `width` at a time, each after those that it waits for; `run` is told which of the parts
 * that it needs have failed. Begins no more parts once `isStopped`.
 * @throws when parts wait for each other or for one that there is not
 */
export async function runAll<P extends Ordered>(
  parts: readonly P[],
  width: number,
  run: (part: P, broken: string[]) => Promise<Outcome>,
  isStopped: () => boolean = () => false,
): Promise<Map<string, Outcome>> {
  const ended = new Map<string, Outcome>();
  const running = new Map<string, Promise<void>>();
  const waiting = [...parts];
  const isReady = ({ after, needs }: Ordered) => [...after, ...needs].every((name) => ended.has(name));

  while (running.size > 0 || (waiting.length > 0 && !isStopped())) {
    const at = running.size < width && !isStopped() ? waiting.findIndex(isReady) : -1;
    const [part] = at < 0 ? [] : waiting.splice(at, 1);
    if (part) {
      const broken = part.needs.filter((name) => ended.get(name)?.failed);
      running.set(
        part.name,
        run(part, broken).then((result) => {
          ended.set(part.name, result);
          running.delete(part.name);
        }),
      );
    } else if (running.size > 0) {
      await Promise.race(running.values());
    } else {
      throw new Error(`These parts wait for each other: ${waiting.map(({ name }) => name).join(', ')}`);
    }
  }
  return ended;
}
