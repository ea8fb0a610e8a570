// The bytes that a reader waits for, as they are sent: docs/decisions/0019-dashboard.md.
import assert from 'node:assert/strict';
import {readFileSync, readdirSync} from 'node:fs';
import path from 'node:path';
import {test} from 'node:test';

const kFolder = process.env.LANGNGHE_DASHBOARD_BUILD ?? path.resolve(import.meta.dirname, '../../build/release/api/dashboard');
const kKb = 1000;
const kLibraries = 190 * kKb;
const kOwnShell = 75 * kKb;
const kPage = 60 * kKb;
const kResidents = 20 * kKb;
const kFonts = 50 * kKb;

const manifest = JSON.parse(readFileSync(path.join(kFolder, '../dashboard-manifest.json'), 'utf8'));
const packed = (file) => {
  try {
    return readFileSync(path.join(kFolder, `${file}.gz`)).length;
  } catch {
    return readFileSync(path.join(kFolder, file)).length;
  }
};

/** A chunk with everything it needs before it can run. */
function withImports(name, found = new Set()) {
  if (!found.has(name)) {
    found.add(name);
    for (const each of manifest[name].imports ?? []) withImports(each, found);
  }
  return found;
}

const shell = withImports('index.html');
const isLibrary = (name) => manifest[name].name === 'libraries';
const sum = (numbers) => numbers.reduce((all, each) => all + each, 0);
const sizeOf = (names) => sum(names.map((name) => packed(manifest[name].file) + sum((manifest[name].css ?? []).map(packed))));

test('the libraries of the shell', () => {
  const size = sizeOf([...shell].filter(isLibrary));
  assert.ok(size > 0 && size <= kLibraries, `${size} of ${kLibraries}`);
});

test('our own part of the shell, Vietnamese words and styles with it', () => {
  const size = sizeOf([...shell].filter((name) => !isLibrary(name)));
  assert.ok(size <= kOwnShell, `${size} of ${kOwnShell}`);
});

test('the residents’ pages, styles and both languages with them, and nothing of the officials’', () => {
  const names = [...withImports('tra-cuu.html')];
  const size = sizeOf(names);
  assert.ok(size <= kResidents, `${size} of ${kResidents}`);
  assert.ok(!names.some(isLibrary), 'no framework is loaded');
});

test('every page, beyond what is there already', () => {
  const pages = Object.keys(manifest).filter((name) => name.startsWith('src/pages/') && manifest[name].isDynamicEntry);
  assert.ok(pages.length >= 18, pages.join(' '));
  for (const page of pages) {
    const size = sizeOf([...withImports(page)].filter((name) => !shell.has(name)));
    assert.ok(size <= kPage, `${page}: ${size} of ${kPage}`);
  }
});

test('the fonts', () => {
  const fonts = readdirSync(path.join(kFolder, 'assets')).filter((name) => name.endsWith('.woff2'));
  assert.equal(fonts.length, 2);
  const size = sum(fonts.map((name) => readFileSync(path.join(kFolder, 'assets', name)).length));
  assert.ok(size <= kFonts * 1.02, `${size} of ${kFonts}`);
});

test('nothing newer than the oldest browsers of a ward is used', () => {
  for (const name of readdirSync(path.join(kFolder, 'assets')).filter((each) => each.endsWith('.js'))) {
    const text = readFileSync(path.join(kFolder, 'assets', name), 'utf8');
    for (const method of ['.toSorted(', '.toReversed(', '.toSpliced(', 'Promise.withResolvers', 'Object.groupBy', 'URL.canParse(']) {
      assert.ok(!text.includes(method), `${name} uses ${method}`);
    }
  }
});

test('the service worker keeps the files that are there, and no other', () => {
  const worker = readFileSync(path.join(kFolder, 'sw.js'), 'utf8');
  const kept = [...worker.matchAll(/"\/assets\/([^"]+)"/g)].map(([, name]) => name);
  assert.ok(kept.length > 20);
  const there = new Set(readdirSync(path.join(kFolder, 'assets')));
  assert.deepEqual(kept.filter((name) => !there.has(name)), []);
});
