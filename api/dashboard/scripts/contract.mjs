// Writes generated/ from the contract: contract.ts, the types of every answer; acts.json, the acts with what
// their bodies take; figures.json, the names of figures from their dictionary; and kiem-chung.html, a page that verifies from anybody's own machine. A file that says the same
// already is left as it is.
import {mkdirSync, readFileSync, writeFileSync} from 'node:fs';
import {fileURLToPath} from 'node:url';
import openapiTS, {astToString} from 'openapi-typescript';
import {parse} from 'yaml';
import {actsOf} from './acts.mjs';
import {savedPage} from './saved.mjs';

const folder = new URL('../generated/', import.meta.url);
const contract = new URL('../../openapi.yaml', import.meta.url);
const dictionary = new URL('../../../docs/figures.md', import.meta.url);

/** The figures' names in both languages, as the dictionary has them. */
function figureNames(text) {
  const rows = [...text.matchAll(/^\| `([a-z_]+\.[a-z_0-9]+)` \| ([^|]+) \| ([^|]+) \|/gm)];
  return Object.fromEntries(rows.map(([, id, vi, en]) => [id, [vi.trim(), en.trim()]]));
}

function keep(name, text) {
  const file = new URL(name, folder);
  try {
    if (readFileSync(file, 'utf8') === text) return;
  } catch {
    // It is not there yet.
  }
  writeFileSync(file, text);
}

export async function writeContract() {
  mkdirSync(folder, {recursive: true});
  const types = astToString(await openapiTS(contract));
  keep('contract.ts', `// Made of api/openapi.yaml.\n${types}`);
  const acts = actsOf(parse(readFileSync(contract, 'utf8')));
  keep('acts.json', `[\n${acts.map((act) => JSON.stringify(act)).join(',\n')}\n]\n`);
  const figures = figureNames(readFileSync(dictionary, 'utf8'));
  const asked = /** @type {string[]} */ (parse(readFileSync(contract, 'utf8')).components.schemas.FigureId.enum);
  const nameless = asked.filter((id) => !(id in figures));
  if (nameless.length > 0) throw new Error(`docs/figures.md has no name for ${nameless}`);
  keep('kiem-chung.html', await savedPage());
  keep('figures.json', `${JSON.stringify(figures)}\n`);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await writeContract();
