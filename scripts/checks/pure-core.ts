import ts from 'typescript';
import type { Problem } from './problem.ts';
import { isTest, sourceFiles } from './source-files.ts';

/** Names of the outside world that need no import; `Date` is judged apart, for parsing a date is pure. */
const impureNames = new Set([
  'process',
  'globalThis',
  'fetch',
  'crypto',
  'performance',
  'console',
  'setTimeout',
  'setInterval',
  'setImmediate',
  'queueMicrotask',
  'localStorage',
  'window',
  'document',
  'Temporal',
]);

/**
 * Finds clocks, random numbers and other doors to the outside world in core/ folders and the kernel: `now` and
 * new ids come in as parameters there, so that a decision can be repeated.
 */
export function checkPureCore(root: string): Problem[] {
  return sourceFiles(root, ['src/kernel/**/*.ts', 'src/modules/*/core/**/*.ts'])
    .filter(({ path }) => !isTest(path))
    .flatMap(({ path, text }) => {
      const source = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true);
      return impurities(source).map((node) => {
        const { line } = source.getLineAndCharacterOfPosition(node.getStart());
        return `pure-core: ${path}:${line + 1} uses ${node.getText()}; take it as a parameter`;
      });
    });
}

function impurities(source: ts.SourceFile): ts.Node[] {
  const found: ts.Node[] = [];
  const visit = (node: ts.Node): void => {
    if (isImpure(node)) found.push(node);
    else ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

function isImpure(node: ts.Node): boolean {
  if (ts.isNewExpression(node)) return node.expression.getText() === 'Date' && !node.arguments?.length;
  if (ts.isCallExpression(node) && ts.isIdentifier(node.expression)) {
    const { text } = node.expression;
    return text === 'Date' || isOutside(node.expression);
  }
  if (ts.isPropertyAccessExpression(node)) {
    if (['Date.now', 'Math.random'].includes(node.getText())) return true;
    return ts.isIdentifier(node.expression) && isOutside(node.expression);
  }
  return false;
}

/** A name declared in the file itself (a parameter called `document`) is not the global of that name. */
function isOutside(name: ts.Identifier): boolean {
  if (!impureNames.has(name.text)) return false;
  for (let scope: ts.Node | undefined = name.parent; scope; scope = scope.parent)
    if (declares(scope, name.text)) return false;
  return true;
}

function declares(scope: ts.Node, name: string): boolean {
  if (ts.isFunctionLike(scope)) return scope.parameters.some((parameter) => binds(parameter.name, name));
  if (ts.isForOfStatement(scope) && ts.isVariableDeclarationList(scope.initializer))
    return scope.initializer.declarations.some((declaration) => binds(declaration.name, name));
  if (!ts.isBlock(scope) && !ts.isSourceFile(scope)) return false;
  return scope.statements.some(
    (statement) =>
      (ts.isVariableStatement(statement) &&
        statement.declarationList.declarations.some((declaration) => binds(declaration.name, name))) ||
      (ts.isFunctionDeclaration(statement) && statement.name?.text === name),
  );
}

function binds(pattern: ts.BindingName, name: string): boolean {
  if (ts.isIdentifier(pattern)) return pattern.text === name;
  return pattern.elements.some((element) => ts.isBindingElement(element) && binds(element.name, name));
}
