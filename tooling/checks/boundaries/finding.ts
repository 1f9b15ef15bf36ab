import ts from 'typescript';

/** Something that a file must not hold: the rule, where (counted from 1), and what to do instead. */
export type Finding = { rule: string; line: number; column: number; message: string };

/** Whether a name is declared nowhere in the file, so that it means something of the language or the platform. */
export type IsGlobal = (name: ts.Identifier) => boolean;

/** What looks at one node and may find something wrong with it. */
export type Rule = (node: ts.Node, isGlobal: IsGlobal) => { rule: string; message: string } | undefined;

const OPTIONS: ts.CompilerOptions = {
  // Without the library and other files, whatever a name can be resolved to stands in this file.
  noLib: true,
  noResolve: true,
  moduleDetection: ts.ModuleDetectionKind.Force,
  target: ts.ScriptTarget.ESNext,
  types: [],
};

/** Reads one TypeScript text as a program of its own, for the names' sake. */
function parse(text: string): { source: ts.SourceFile; isGlobal: IsGlobal } {
  const name = 'source.ts';
  const source = ts.createSourceFile(name, text, ts.ScriptTarget.ESNext, true);
  const host: ts.CompilerHost = {
    fileExists: (path) => path === name,
    getCanonicalFileName: (path) => path,
    getCurrentDirectory: () => '',
    getDefaultLibFileName: () => '',
    getNewLine: () => '\n',
    getSourceFile: (path) => (path === name ? source : undefined),
    readFile: () => undefined,
    useCaseSensitiveFileNames: () => true,
    writeFile: () => undefined,
  };
  const checker = ts.createProgram([name], OPTIONS, host).getTypeChecker();
  const isGlobal = (node: ts.Identifier) => {
    const symbol = ts.isShorthandPropertyAssignment(node.parent)
      ? checker.getShorthandAssignmentValueSymbol(node.parent)
      : checker.getSymbolAtLocation(node);
    return !symbol?.declarations?.length;
  };
  return { source, isGlobal };
}

/** Everything that the rules find in a TypeScript text, in its order. */
export function findIn(text: string, rules: readonly Rule[]): Finding[] {
  const { source, isGlobal } = parse(text);
  const findings: Finding[] = [];
  const visit = (node: ts.Node): void => {
    for (const rule of rules) {
      const found = rule(node, isGlobal);
      if (!found) continue;
      const { line, character } = source.getLineAndCharacterOfPosition(node.getStart(source));
      findings.push({ ...found, line: line + 1, column: character + 1 });
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return findings;
}
