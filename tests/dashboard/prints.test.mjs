// The paper twin of a page: A4, without buttons, with what was filtered, the moment and the ledger's position in words.
import assert from 'node:assert/strict';
import {after, before, test} from 'node:test';
import {Browser} from './browser.mjs';
import {demonstration} from './server.mjs';

const kWard = 'sa-dec-hom-nay';
const kA4 = [595, 842];

let server;
let browser;
let reader;

before(async () => {
  const made = await demonstration();
  server = made.server;
  browser = await Browser.launch();
  reader = await browser.open(server.address);
  await reader.signIn(kWard, 'cchc_officer', made.passwords.get(`${kWard} cchc_officer`));
}, {timeout: 300_000});

after(async () => {
  await browser?.close();
  await server?.stop();
});

/** The print of a page: the sheets' sizes in points, and the words. */
async function paperOf(place) {
  const {page} = reader;
  await reader.goTo(place);
  const pdf = (await page.pdf({preferCSSPageSize: true, printBackground: true})).toString('latin1');
  const sheets = [...pdf.matchAll(/\/MediaBox\s*\[\s*0 0 ([\d.]+) ([\d.]+)/g)].map((each) => [Math.round(each[1]), Math.round(each[2])]);
  await page.emulateMedia({media: 'print'});
  const text = await page.locator('body').innerText();
  // A figure's name leads to what is behind it and is printed as its name.
  const buttons = await page.locator('main button:not(.figure-link):visible, .asof button:visible').count();
  await page.emulateMedia({media: null});
  return {sheets, text, buttons};
}

const kPages = {board: '/bang', list: '/noi-dung?xem=all&khom=tan-my', issue: '/noi-dung/i-0038', history: '/noi-dung/i-0038/lich-su', report: '/bao-cao/calendar/2026-Q3'};

for (const [name, place] of Object.entries(kPages)) {
  test(`${name}: A4 with the ledger's position and the time, and nothing to press`, async () => {
    const {sheets, text, buttons} = await paperOf(place);
    for (const sheet of sheets) assert.deepEqual(sheet, kA4);
    assert.match(text, /sổ cái: \d+ bản ghi · in lúc \d\d\/\d\d\/\d{4}/);
    assert.equal(buttons, 0);
    await reader.print(`in-${name}-a4`);
  });
}

test('a list says how its rows were chosen, in words', async () => {
  assert.match((await paperOf(kPages.list)).text, /Lọc: Tất cả · Khóm Tân Mỹ/);
});

test('a page of the past says of which moment it is', async () => {
  assert.match((await paperOf('/noi-dung?luc=2026-10-01')).text, /Như lúc 01\/10\/2026 · /);
});

test('the board is two sheets at most', async () => {
  assert.ok((await paperOf(kPages.board)).sheets.length <= 2);
});
