/**
 * The circles in which certifications require each other, each from the certification in it that was entered first.
 * `required` has for each certification the ids that it names; ids that it does not define itself are passed over.
 */
export function circles(
  required: ReadonlyMap<string, { readonly names: readonly string[] }>,
): readonly (readonly string[])[] {
  const found: string[][] = [];
  const state = new Map<string, 'open' | 'done'>();
  // Depth first with a stack of our own: a chain of 500 certifications must not depend on the machine's stack.
  for (const start of required.keys()) {
    const path: { readonly id: string; readonly names: readonly string[]; next: number }[] = [];
    const enter = (id: string): void => {
      state.set(id, 'open');
      path.push({ id, names: required.get(id)?.names ?? [], next: 0 });
    };
    if (!state.has(start)) enter(start);
    for (let top = path.at(-1); top !== undefined; top = path.at(-1)) {
      const name = top.names[top.next];
      top.next += 1;
      if (name === undefined) {
        state.set(top.id, 'done');
        path.pop();
      } else if (!state.has(name) && required.has(name)) enter(name);
      else if (state.get(name) === 'open') {
        found.push(path.slice(path.findIndex((step) => step.id === name)).map((step) => step.id));
      }
    }
  }
  return found;
}
