import ts from 'typescript';

export interface SqlText {
  readonly text: string;
  readonly line: number;
}

/** Methods of Kysely's builder whose first argument names a table. */
const tableMethods =
  /^(selectFrom|insertInto|updateTable|deleteFrom|mergeInto|(inner|left|right|full|cross)Join\w*|from|using)$/;

/** Tags and functions that make SQL of their text. */
const sqlTags = /^(sql|sql\.raw|sql\.table|sql\.ref|sql\.id)$/;

/** Every piece of SQL in a TypeScript file: `sql` templates, raw SQL strings, tables named to the query builder, `.query(…)`. */
export function sqlTexts(path: string, text: string): SqlText[] {
  const source = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true);
  const found: SqlText[] = [];
  const keep = (node: ts.Node, sql: string) =>
    found.push({ text: sql, line: source.getLineAndCharacterOfPosition(node.getStart()).line + 1 });
  const visit = (node: ts.Node): void => {
    if (ts.isTaggedTemplateExpression(node) && sqlTags.test(node.tag.getText()))
      keep(node, templateText(node.template));
    if (ts.isCallExpression(node)) {
      const [first] = node.arguments;
      if (first && takesSql(node.expression)) keep(node, literalText(first));
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found.filter((piece) => piece.text !== '');
}

function takesSql(callee: ts.Expression): boolean {
  if (sqlTags.test(callee.getText())) return true;
  if (ts.isIdentifier(callee)) return callee.text === 'runScript';
  if (!ts.isPropertyAccessExpression(callee)) return false;
  return callee.name.text === 'query' || callee.name.text === 'raw' || tableMethods.test(callee.name.text);
}

function literalText(node: ts.Expression): string {
  if (ts.isStringLiteralLike(node)) return node.text;
  return ts.isTemplateExpression(node) ? templateText(node) : '';
}

/** The template with a blank `?` for each value. */
function templateText(template: ts.TemplateLiteral): string {
  if (ts.isNoSubstitutionTemplateLiteral(template)) return template.text;
  return template.head.text + template.templateSpans.map(({ literal }) => ` ? ${literal.text}`).join('');
}
