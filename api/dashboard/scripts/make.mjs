// make.mjs OUT CPP: builds the page into OUT and writes CPP, which holds its files in the binary, each
// as it is and, where that is smaller, compressed once and for all.
import {mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {brotliCompressSync, constants, gzipSync} from 'node:zlib';
import {build} from 'vite';
import {writeContract} from './contract.mjs';

const [out, cpp] = process.argv.slice(2).map((each) => path.resolve(each));
if (!cpp) throw new Error('make.mjs OUT CPP');

function filesBelow(folder) {
  return readdirSync(folder, {withFileTypes: true, recursive: true})
    .filter((each) => each.isFile())
    .map((each) => path.relative(folder, path.join(each.parentPath, each.name)))
    .sort();
}

/** The pages, the two files that stand at the root because they speak for all of it, and what lies in assets/. */
function servedName(file) {
  const atRoot = file in places || ['sw.js', 'manifest.webmanifest'].includes(file);
  if (!atRoot && path.dirname(file) !== 'assets') throw new Error(`${file} has no address`);
  return file;
}

function compressed(file, ending, compress) {
  const bytes = readFileSync(file);
  const smaller = compress(bytes);
  if (smaller.length > bytes.length * 0.95) return null;
  writeFileSync(`${file}${ending}`, smaller);
  return `${file}${ending}`;
}

const brotli = (bytes) => brotliCompressSync(bytes, {params: {
  [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length}});
const gzip = (bytes) => gzipSync(bytes, {level: 9});

process.chdir(path.resolve(import.meta.dirname, '..'));
process.env.LANGNGHE_DASHBOARD_OUT = out;
process.env.NODE_ENV = 'production';
await writeContract();
await build({logLevel: 'warn'});
// The build's own list of what belongs together; a test of bytes reads it, nobody serves it.
const manifest = readFileSync(path.join(out, 'manifest.json'));
rmSync(path.join(out, 'manifest.json'));

const places = JSON.parse(readFileSync('src/app/places.json', 'utf8'));
const placeRows = Object.entries(places).flatMap(([page, firsts]) => firsts.map((first) => `      {"${first}", "${page}"},\n`));
const blocks = [];
const rows = filesBelow(out).map((name, index) => {
  const file = path.join(out, name);
  const forms = [file, compressed(file, '.gz', gzip), compressed(file, '.br', brotli)];
  const views = forms.map((form, nth) => {
    if (!form) return '{}';
    const symbol = `embedded_dashboard_${index}_${nth}`;
    blocks.push(`asm(".section .rodata\\n"
    "${symbol}_begin: .incbin \\"${form}\\"\\n"
    "${symbol}_end: .byte 0\\n"
    ".previous\\n");
extern "C" const char ${symbol}_begin[];
extern "C" const char ${symbol}_end[];
`);
    return `view(${symbol}_begin, ${symbol}_end)`;
  });
  return `      {"${servedName(name)}", ${views.join(', ')}},\n`;
});
writeFileSync(path.join(out, '..', 'dashboard-manifest.json'), manifest);
mkdirSync(path.dirname(cpp), {recursive: true});
writeFileSync(cpp, `// Made by api/dashboard/scripts/make.mjs.
#include "bytes/embedded_files.hpp"

#include <array>

${blocks.join('')}
namespace {

std::string_view view(const char* begin, const char* end) {
  return {begin, static_cast<std::size_t>(end - begin)};
}

}  // namespace

std::span<const langnghe::api::Embedded> langnghe::api::embedded_dashboard() {
  static const std::array<langnghe::api::Embedded, ${rows.length}> kFiles{{
${rows.join('')}  }};
  return kFiles;
}

std::span<const langnghe::api::PagePlace> langnghe::api::embedded_places() {
  static const std::array<langnghe::api::PagePlace, ${placeRows.length}> kPlaces{{
${placeRows.join('')}  }};
  return kPlaces;
}
`);
