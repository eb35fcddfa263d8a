// Makes the files that pages load: node make.mjs FOLDER
// FOLDER holds node_modules; site.css and return.js are written into it, and the same compressed with gzip and brotli.
import { writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';

const folder = process.argv[2];
if (!folder) {
  console.error('Name the folder that holds node_modules.');
  process.exit(2);
}

const packages = createRequire(pathToFileURL(join(folder, 'package.json')));
const source = (file) => fileURLToPath(new URL(`../${file}`, import.meta.url));

const { css } = packages('sass').compile(source('Styles/site.scss'), { loadPaths: [join(folder, 'node_modules')], style: 'compressed', charset: false });
write('site.css', css);

const { outputFiles } = await packages('esbuild-wasm').build({
  entryPoints: [source('Scripts/return.js')], bundle: true, minify: true, format: 'esm', target: 'es2021', legalComments: 'none', write: false, logLevel: 'warning',
});
write('return.js', outputFiles[0].text);

function write(name, text) {
  const bytes = Buffer.from(text, 'utf8');
  writeFileSync(join(folder, name), bytes);
  writeFileSync(join(folder, `${name}.gz`), gzipSync(bytes, { level: constants.Z_BEST_COMPRESSION }));
  writeFileSync(join(folder, `${name}.br`), brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length } }));
}
