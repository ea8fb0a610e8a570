// pictures.mjs FROM TO: the pictures that the tests kept in FROM, small enough for docs: as WebP, a page that is longer than
// kLongest cut there. Writes TO/README.md, which shows each page in its three widths.
import {mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {Browser} from './browser.mjs';

const kLongest = 2000;
const kQuality = 0.4;
const kWidths = [1366, 1093, 360];
const kShown = {1366: 420, 1093: 340, 360: 110};

const [from, to] = process.argv.slice(2);
if (!to) throw new Error('pictures.mjs FROM TO');

/** Drawn by the browser itself, which knows WebP. */
async function small(page, png) {
  const data = await page.evaluate(async ({source, longest, quality}) => {
    const image = new Image();
    image.src = source;
    await image.decode();
    const canvas = document.createElement('canvas');
    canvas.width = image.width;
    canvas.height = Math.min(image.height, longest);
    canvas.getContext('2d').drawImage(image, 0, 0);
    return canvas.toDataURL('image/webp', quality);
  }, {source: `data:image/png;base64,${png.toString('base64')}`, longest: kLongest, quality: kQuality});
  return Buffer.from(data.split(',')[1], 'base64');
}

/** `cchc_officer` and `noi-dung-xem-all` of `cchc_officer-noi-dung-xem-all`; the first page of an account has no place. */
function partsOf(name) {
  const [, user, place] = /^([a-z_]+)-(.*)$/.exec(name);
  return [user, place.replace(/^-|-$/g, '')];
}

const names = [...new Set(readdirSync(from).flatMap((each) => /^([a-z_]+-.*)-(?:1366|1093|360)\.png$/.exec(each)?.[1] ?? []))]
  .filter((name) => kWidths.every((width) => statSync(path.join(from, `${name}-${width}.png`), {throwIfNoEntry: false})));
rmSync(to, {recursive: true, force: true});
mkdirSync(to, {recursive: true});
const browser = await Browser.launch();
const page = await browser.chromium.newPage();
const rows = [];
for (const name of names) {
  const [user, place] = partsOf(name);
  const file = `${user}${place === '' ? '' : `-${place}`}`;
  const cells = [];
  for (const width of kWidths) {
    writeFileSync(path.join(to, `${file}-${width}.webp`), await small(page, readFileSync(path.join(from, `${name}-${width}.png`))));
    cells.push(`<a href="${file}-${width}.webp"><img src="${file}-${width}.webp" width="${kShown[width]}" alt="${file}, ${width}"></a>`);
  }
  rows.push(`| \`${user}\` ${place} | ${cells.join(' | ')} |`);
}
await browser.close();
writeFileSync(path.join(to, 'README.md'), `# Mọi trang, ba bề rộng / Every page at three widths

Chụp từ bản trình diễn khi chạy kiểm thử; do \`tests/dashboard/pictures.mjs\` thu nhỏ. Trang dài được cắt ở ${kLongest} điểm.
Taken of the demonstration by the tests and made small by \`tests/dashboard/pictures.mjs\`. A long page is cut at ${kLongest} pixels.

| Trang / Page | 1366 | 1093 | 360 |
|---|---|---|---|
${rows.join('\n')}
`);
