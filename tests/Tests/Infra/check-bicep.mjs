// Checks Bicep files for syntax: node check-bicep.mjs FILE...
// Prints file:line:column for each place the grammar can't read. Ends with 0 when there is none, 1 when there are, 2 when asked wrongly.
// A grammar knows no types: a misspelt property or a wrong API version passes here.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { Language, Parser } from 'web-tree-sitter';

const files = process.argv.slice(2);
if (files.length === 0) {
  console.error('Name at least one .bicep file.');
  process.exit(2);
}

const grammar = dirname(createRequire(import.meta.url).resolve('tree-sitter-bicep/package.json'));
await Parser.init();
const parser = new Parser();
parser.setLanguage(await Language.load(join(grammar, 'tree-sitter-bicep.wasm')));

let found = 0;
for (const file of files) {
  const text = readFileSync(file, 'utf8');
  const lines = text.split('\n');
  for (const node of broken(parser.parse(text).rootNode)) {
    const { row, column } = node.startPosition;
    const what = node.isMissing ? `MISSING ${node.type}` : 'ERROR';
    console.log(`${file}:${row + 1}:${column + 1}: ${what}: ${(lines[row] ?? '').trim()}`);
    found++;
  }
}
process.exit(found === 0 ? 0 : 1);

function* broken(node) {
  if (!node.hasError)
    return;
  if (node.isError || node.isMissing)
    yield node;
  for (const child of node.children)
    yield* broken(child);
}
