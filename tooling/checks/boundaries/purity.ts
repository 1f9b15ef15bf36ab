import ts from 'typescript';
import type { Rule } from './finding.ts';

const names = (text: string): ReadonlySet<string> => new Set(text.split(' '));

/** Names of the language or its platforms through which a clock, chance, a locale or the outside gets in. */
const IMPURE = new Map([
  ...['Date', 'Temporal', 'performance'].map((name) => [name, 'the day is passed in'] as const),
  ...['Intl'].map((name) => [name, 'a locale changes answers; the dashboard formats'] as const),
  ...['crypto', 'WeakRef', 'FinalizationRegistry'].map((name) => [name, 'chance'] as const),
  ...['setTimeout', 'setInterval', 'setImmediate', 'queueMicrotask'].map((name) => [name, 'a timer'] as const),
  ...['fetch', 'console', 'process', 'require', 'Buffer', 'XMLHttpRequest', 'WebSocket', 'Atomics'].map(
    (name) => [name, 'input or output'] as const,
  ),
  ...['globalThis', 'window', 'global', 'navigator', 'document'].map((name) => [name, 'everything outside'] as const),
  ...['eval', 'Function'].map((name) => [name, 'code from text'] as const),
]);

/** Methods that answer by the machine's locale, under whatever object they are called. */
const BY_LOCALE = /^(localeCompare|toLocale\w+)$/;

/** Everything in Math answers alike everywhere but for the last digit of these; chance apart. */
const MATH_THAT_DIFFERS = names(
  'random sin cos tan asin acos atan atan2 sinh cosh tanh asinh acosh atanh exp expm1 log log2 log10 log1p pow cbrt hypot',
);

/** Whether a name stands for a thing and not for a member of another thing (`facts.process`, `{ process: 1 }`). */
function standsAlone(node: ts.Identifier): boolean {
  const { parent } = node;
  if (ts.isPropertyAccessExpression(parent) || ts.isQualifiedName(parent)) {
    return node !== (ts.isPropertyAccessExpression(parent) ? parent.name : parent.right);
  }
  if (ts.isShorthandPropertyAssignment(parent)) return true;
  if (ts.isBindingElement(parent)) return node !== parent.propertyName;
  const isMember = ts.isPropertyAssignment(parent) || ts.isTypeElement(parent) || ts.isClassElement(parent);
  return !(isMember && parent.name === node);
}

const found = (rule: string, message: string) => ({ rule, message });

const impureName: Rule = (node, isGlobal) => {
  const why = ts.isIdentifier(node) ? IMPURE.get(node.text) : undefined;
  if (why === undefined || !ts.isIdentifier(node) || !standsAlone(node) || !isGlobal(node)) return undefined;
  return found('purity', `${node.text} (${why})`);
};

const impureMath: Rule = (node, isGlobal) => {
  if (!ts.isIdentifier(node) || node.text !== 'Math' || !standsAlone(node) || !isGlobal(node)) return undefined;
  const member = ts.isPropertyAccessExpression(node.parent) ? node.parent.name.text : undefined;
  if (member === undefined) return found('purity', 'Math used other than as Math.member');
  return MATH_THAT_DIFFERS.has(member) ? found('purity', `Math.${member} (not the same everywhere)`) : undefined;
};

const byLocale: Rule = (node) => {
  const isNamed = ts.isIdentifier(node) || (ts.isStringLiteral(node) && ts.isElementAccessExpression(node.parent));
  return isNamed && BY_LOCALE.test(node.text) ? found('purity', `${node.text} (the machine's locale)`) : undefined;
};

const outside: Rule = (node) => {
  if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) {
    return found('purity', 'a dynamic import');
  }
  if (ts.isMetaProperty(node) && node.keywordToken === ts.SyntaxKind.ImportKeyword) {
    return found('purity', 'import.meta');
  }
  const from = ts.isImportDeclaration(node) || ts.isExportDeclaration(node) ? node.moduleSpecifier : undefined;
  return from && ts.isStringLiteral(from) && from.text.startsWith('node:')
    ? found('purity', `${from.text} (input or output)`)
    : undefined;
};

/** No clock, no chance, no input or output, no locale: the same answer on every machine, on every day. */
export const PURITY: readonly Rule[] = [impureName, impureMath, byLocale, outside];
