// One contender in a process of its own: `node child.ts <module> <limit>`, spoken to by messages.
import type { Contender, Open, Order, Reply, Timing } from './contender.ts';

const [, , module = '', limit = '10'] = process.argv;
const say = (reply: Reply): void => void process.send?.(reply);

try {
  const { open } = (await import(module)) as { readonly open: Open<unknown> };
  const contender = await open(Number(limit));
  // One order after another: what is asked while a run goes on waits for its end.
  let last = Promise.resolve();
  process.on('message', (order: Order) => {
    last = last.then(() => carryOut(contender, order)).then(say, (error) => say({ failed: String(error) }));
  });
  say({ ready: true });
} catch (error) {
  say({ failed: error instanceof Error ? error.message : String(error) });
  process.disconnect?.();
}

async function carryOut(contender: Contender<unknown>, order: Order): Promise<Reply> {
  if ('take' in order) {
    contender.take(order.take);
    return { ready: true };
  }
  return { timing: await timed(contender, order.atLeast, order.atMost) };
}

async function timed({ run }: Contender<unknown>, atLeast: number, atMost: number): Promise<Timing> {
  let [runs, whole, solving] = [0, 0, 0];
  let answer: (() => string) | undefined;
  let proven = true;
  const cpu = process.cpuUsage();
  do {
    const since = performance.now();
    const made = run();
    // A contender that does not wait is not made to: a turn of the loop costs more than a small instance.
    const work = made instanceof Promise ? await made : made;
    const took = performance.now() - since;
    runs += 1;
    whole += took;
    solving += work.solving ?? took;
    answer = work.answer;
    proven = work.proven ?? true;
  } while (whole < atLeast && runs < atMost && answer !== undefined);
  const { user, system } = process.cpuUsage(cpu);
  return {
    ...{ runs, whole: whole / runs, solving: solving / runs, cpu: (user + system) / 1000 / runs },
    ...{ peak: process.resourceUsage().maxRSS / 1024, answer: answer?.(), proven },
  };
}
