import ts from 'typescript';
import type { Rule } from './finding.ts';

const CONTAINERS = new Set(['Map', 'Set', 'WeakMap', 'WeakSet', 'Array']);

/** A container that begins empty is there to be filled: `new Map()`, `[]`, `{}`. */
function beginsEmpty(value: ts.Expression): boolean {
  if (ts.isAsExpression(value) || ts.isSatisfiesExpression(value)) return beginsEmpty(value.expression);
  if (ts.isNewExpression(value)) return CONTAINERS.has(value.expression.getText()) && !value.arguments?.length;
  if (ts.isArrayLiteralExpression(value)) return value.elements.length === 0;
  return ts.isObjectLiteralExpression(value) && value.properties.length === 0;
}

/** State is passed in: no variable, counter or cache that belongs to the module, nor to a class as such. */
export const NO_MODULE_STATE: Rule = (node) => {
  const found = (message: string) => ({ rule: 'module state', message });
  if (ts.isPropertyDeclaration(node)) {
    const flags = ts.getCombinedModifierFlags(node);
    const isState = flags & ts.ModifierFlags.Static && !(flags & ts.ModifierFlags.Readonly);
    return isState ? found(`static ${node.name.getText()} can be changed by anybody`) : undefined;
  }
  if (!ts.isVariableDeclaration(node) || !ts.isSourceFile(node.parent.parent.parent)) return undefined;
  const name = node.name.getText();
  if (!(node.parent.flags & ts.NodeFlags.Const)) return found(`${name} belongs to the module and changes: pass it in`);
  return node.initializer && beginsEmpty(node.initializer)
    ? found(`${name} begins empty, to be filled later: pass it in`)
    : undefined;
};
