// Answers each line of its input with one line: the syntax tree of the Bicep text in that line, both as JSON.
import { createInterface } from 'node:readline';
import { Language, Parser } from 'web-tree-sitter';

await Parser.init();
const parser = new Parser();
parser.setLanguage(await Language.load(new URL('node_modules/tree-sitter-bicep/tree-sitter-bicep.wasm', import.meta.url).pathname));

// A node as [type, field, line, column, isNamed, text of a leaf or the children]. Missing tokens and errors keep their own types.
function describe(cursor) {
  const node = cursor.currentNode;
  const type = node.isMissing ? 'MISSING' : node.type;
  const children = [];
  if (cursor.gotoFirstChild()) {
    do {
      children.push(describe(cursor));
    } while (cursor.gotoNextSibling());
    cursor.gotoParent();
  }

  const { row, column } = node.startPosition;
  return [type, cursor.currentFieldName, row + 1, column + 1, node.isNamed, children.length > 0 ? children : node.text];
}

for await (const line of createInterface({ input: process.stdin })) {
  const tree = parser.parse(JSON.parse(line));
  const cursor = tree.walk();
  console.log(JSON.stringify(describe(cursor)));
  cursor.delete();
  tree.delete();
}
