import ts from 'typescript';
import type { Rule } from './finding.ts';

/** Stands for what a template puts in: nobody knows it here, but it is read as a word. */
const HOLE = '\u{FFFC}';

/**
 * Text reads like prose when a space joins a word of two letters or more to another word, to something put in, or to the
 * end of the piece, as in 'passed on', `passed ${day}` and 'passed ' + day. Ids, codes, keys, formats and single words do
 * not; a single word that is shown to people ("Expired") is prose all the same, and this cannot see it.
 */
const WORD = String.raw`[\p{L}\p{N}'’]*\p{L}{2}[\p{L}\p{N}'’,.:;!?)]*`;
const PROSE = new RegExp(String.raw`${WORD}\s+([(\p{L}${HOLE}]|$)|(^|[\p{L}${HOLE}])\s+\p{L}{2}`, 'u');

/** The text of a string or template, with a hole for each thing put in. */
function textOf(node: ts.Node): string | undefined {
  if (ts.isStringLiteral(node) || ts.isNoSubstitutionTemplateLiteral(node)) return node.text;
  if (ts.isTemplateExpression(node)) {
    return node.head.text + node.templateSpans.map((span) => HOLE + span.literal.text).join('');
  }
  return undefined;
}

/** Whether a class is made from an error: `class OutOfSteps extends Error`. */
function extendsError(node: ts.Node): boolean {
  const parents = ts.isClassLike(node) ? (node.heritageClauses ?? []).flatMap(({ types }) => [...types]) : [];
  return parents.some(({ expression }) => /Error$/.test(expression.getText()));
}

/** Broken machinery may say so in words: `throw new RangeError('…')`, or `super('…')` in an error of our own. */
function isThrown(node: ts.Node): boolean {
  for (let at = node; at.parent && !ts.isStatement(at); at = at.parent) {
    if (ts.isNewExpression(at) && ts.isThrowStatement(at.parent) && /Error$/.test(at.expression.getText())) return true;
    const isSuper = ts.isCallExpression(at) && at.expression.kind === ts.SyntaxKind.SuperKeyword;
    if (isSuper && ts.findAncestor(at, extendsError)) return true;
  }
  return false;
}

/** No sentence in the domain's source: explanations are structure, and sentences are made of them in `words`. */
export const PROSE_FREE: Rule = (node) => {
  const text = textOf(node);
  if (text === undefined || !PROSE.test(text) || isThrown(node)) return undefined;
  return { rule: 'prose', message: `"${text.replaceAll(HOLE, '…')}" reads like a sentence: it belongs in words/` };
};
