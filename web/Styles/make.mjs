// Makes the files that pages load: node make.mjs FOLDER
// FOLDER holds node_modules; site.css is written into it, and the same compressed with gzip and brotli.
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';

const folder = process.argv[2];
if (!folder) {
  console.error('Name the folder that holds node_modules.');
  process.exit(2);
}

const sass = createRequire(pathToFileURL(join(folder, 'package.json')))('sass');
const source = fileURLToPath(new URL('site.scss', import.meta.url));
const { css } = sass.compile(source, { loadPaths: [join(folder, 'node_modules')], style: 'compressed', charset: false });

const bytes = Buffer.from(css, 'utf8');
write('site.css', bytes);
write('site.css.gz', gzipSync(bytes, { level: constants.Z_BEST_COMPRESSION }));
write('site.css.br', brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length } }));

function write(name, content) {
  writeFileSync(join(folder, name), content);
}
