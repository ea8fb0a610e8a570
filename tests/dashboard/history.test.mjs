// The ledger looked through by its readers: sought by type, actor and day, seen in lanes, taken away as a bundle, and verified
// by their own machine, with and without the ward's server.
import assert from 'node:assert/strict';
import {mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import path from 'node:path';
import {after, before, test} from 'node:test';
import {pathToFileURL} from 'node:url';
import {Browser} from './browser.mjs';
import {demonstration} from './server.mjs';

const kWard = 'sa-dec-hom-nay';
const kIssue = 'i-0010';

let server;
let browser;
let reader;
let page;
const folder = mkdtempSync(path.join(tmpdir(), 'langnghe-bundle-'));
const bundle = path.join(folder, 'goi.txt');

before(async () => {
  let passwords;
  ({server, passwords} = await demonstration());
  browser = await Browser.launch();
  reader = await browser.open(server.address);
  await reader.signIn(kWard, 'supervisor', passwords.get(`${kWard} supervisor`));
  ({page} = reader);
}, {timeout: 300_000});

after(async () => {
  await browser?.close();
  await server?.stop();
  rmSync(folder, {recursive: true, force: true});
});

async function download(press, to) {
  const coming = page.waitForEvent('download');
  await press();
  await (await coming).saveAs(to);
}

test('the ledger is sought by type, actor, khóm and day; the address shows the same to whoever is sent it', async () => {
  await reader.goTo('/so-cai');
  await page.waitForFunction(() => document.querySelectorAll('.ledger-row [aria-expanded]').length === 50);
  await page.selectOption('select[name=loai]', 'issue.classified');
  await page.waitForFunction(() => new Set([...document.querySelectorAll('.ledger-what strong')].map((each) => each.textContent)).size === 1);
  const types = await page.locator('.ledger-what strong').allInnerTexts();
  assert.ok(types.length > 5 && new Set(types).size === 1, types.join());
  await page.selectOption('select[name=ai]', 'role:cchc_officer');
  await reader.settle();
  assert.match(page.url(), /loai=issue\.classified/);
  await reader.goTo('/so-cai?loai=issue.classified&tu=2020-01-01&den-ngay=2020-01-02');
  await page.waitForSelector('text=Không có bản ghi nào hợp bộ lọc');
});

test('lanes show who acted when, and of an act what brought it about and what it led to', async () => {
  await reader.goTo(`/noi-dung/${kIssue}/lich-su?kieu=lanes`);
  const dots = await page.locator('.lane-dot').count();
  assert.ok(dots > 3);
  assert.ok(await page.locator('.lanes tbody tr').count() > 1);
  await page.locator('.lane-dot').first().click();
  assert.match(await page.locator('.lane-detail').innerText(), /Vì[\s\S]*Dẫn tới/);
  await reader.picture('history-lanes');
  await reader.goTo(`/noi-dung/${kIssue}/lich-su`);
  await reader.picture('history-story');
  await reader.goTo('/so-cai?kieu=lanes');
  await reader.picture('ledger-lanes');
});

test('what is shown is taken away as a bundle, and verified here', async () => {
  await reader.goTo('/xac-minh');
  await page.click('text=Giữ đầu sổ hiện nay');
  await page.waitForSelector('text=/bản ghi, gốc/');
  await reader.goTo(`/noi-dung/${kIssue}/lich-su`);
  await download(() => page.click('[data-export]'), bundle);
  await page.waitForSelector('text=/Đã xuất \\d+ bản ghi/');
  await reader.goTo('/xac-minh');
  await page.setInputFiles('input[type=file]', bundle);
  await page.waitForSelector('text=đều tự chứng minh');
  await page.waitForSelector('text=Khớp với sổ.');
  await reader.picture('proof-bundle');
});

/** The same bundle with one letter of one record changed. */
function tampered() {
  const text = readFileSync(bundle, 'utf8');
  const extra = /extra (\S+)/.exec(text)[1];
  const record = Buffer.from(extra, 'base64').toString('utf8');
  const file = path.join(folder, 'goi-sua.txt');
  writeFileSync(file, text.replace(extra, Buffer.from(record.replace('"type"', '"tYpe"')).toString('base64')));
  return file;
}

test('a bundle in which a letter was changed does not hold', async () => {
  await reader.goTo('/xac-minh');
  await page.setInputFiles('input[type=file]', tampered());
  await page.waitForSelector('text=KHÔNG KHỚP');
});

test('a page that was saved verifies from a file, with no server at all', async () => {
  await reader.goTo('/xac-minh');
  const saved = path.join(folder, 'kiem-chung.html');
  await download(() => page.click('text=Tải trang kiểm chứng'), saved);
  const key = await page.evaluate((ward) => JSON.parse(localStorage.getItem(`head ${ward}`)).key, kWard);
  const alone = await browser.open(pathToFileURL(saved).href);
  await alone.page.context().setOffline(true);
  await alone.page.goto(pathToFileURL(saved).href);
  await alone.page.fill('#key', key);
  for (const [file, said] of [[bundle, /Khớp với sổ|ledger/], [tampered(), /KHÔNG KHỚP|NOT/]]) {
    await alone.page.fill('#text', readFileSync(file, 'utf8'));
    await alone.page.click('button');
    assert.match(await alone.page.locator('section strong').innerText(), said);
  }
  await alone.picture('proof-saved');
  await alone.close();
});

test('without network the page itself verifies with the key of the head that is kept', async () => {
  await page.evaluate(() => navigator.serviceWorker.ready);
  await reader.goTo('/xac-minh');
  await page.context().setOffline(true);
  await page.reload();
  await page.waitForSelector('input[type=file]', {state: 'attached'});
  await page.setInputFiles('input[type=file]', bundle);
  await page.waitForSelector('text=Không có mạng: dùng khóa');
  await page.waitForSelector('text=Khớp với sổ.');
  await page.context().setOffline(false);
  reader.forgetNetworkFaults();
});

test('no page broke its policy, met a script’s error or asked another host', () => reader.assertNoFaults());
