/** What keeps a command from going on, told to the person who called it: the lines, then what the program in question printed. */
export class CannotGoOn extends Error {
  /** @param {...string} lines */
  constructor(...lines) {
    super(
      lines
        .map((line) => line.trimEnd())
        .filter(Boolean)
        .join('\n'),
    );
  }
}
