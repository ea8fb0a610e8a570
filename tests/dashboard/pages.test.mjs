// Every page as its readers see it, in both languages and three widths: axe finds nothing, the page does not scroll
// sideways, nothing in it is a code name.
import assert from 'node:assert/strict';
import {after, before, test} from 'node:test';
import {Browser, kDesktop, kPhone, kScaled} from './browser.mjs';
import {demonstration} from './server.mjs';

const kWard = 'sa-dec-hom-nay';
const kPages = {
  cchc_officer: ['/', '/noi-dung', '/noi-dung?xem=all', '/noi-dung/i-0038', '/noi-dung/i-0038?viec=correct', '/noi-dung/i-0038/lich-su', '/doi-thoai',
    '/doi-thoai?kieu=month', '/doi-thoai?viec=schedule', '/doi-thoai/d-b-04', '/doi-thoai/d-b-04/chuan-bi', '/ke-hoach/2026', '/loi-hua', '/bao-cao', '/bao-cao/calendar/2026-Q3?so=time.first_reply_on_time', '/so-van-ban/2026', '/so-cai',
    '/xac-minh?so=3', '/cai-dat/phuong', '/cai-dat/khom', '/cai-dat/can-bo', '/cai-dat/thoi-han?viec=adopt-policy', '/cai-dat/lich-nghi', '/cai-dat/mau-van-ban', '/tai-khoan', '/noi-dung?luc=2026-10-01', '/noi-dung?luc=2026-10-01&doi-chieu=2026-11-01', '/noi-dung/i-0010?luc=2026-10-01&doi-chieu=1', '/bao-cao/calendar/2026-Q3?luc=2026-09-01&doi-chieu=1', '/bang', '/bang/khong-co'],
  chair: ['/', '/duyet', '/giam-sat'],
  officer_land: ['/', '/noi-dung?xem=mine'],
  khom_head: ['/', '/doi-thoai'],
  clerk: ['/'],
  supervisor: ['/', '/giam-sat?viec=recommend'],
  home_affairs: ['/', '/cac-phuong?he=cchc', '/bao-cao', '/bao-cao/cchc/2026-Q3'],
  admin: ['/', '/may-chu', '/cai-dat/khom?viec=merge-khoms'],
};
/** Codes that people have other words for; ids such as `i-0038` and an account's own name are no codes. */
const kCodes = /\b(?:undefined|null|NaN|\[object Object\]|[a-z]+_[a-z_]{3,})\b/;

let server;
let browser;
let passwords;

before(async () => {
  ({server, passwords} = await demonstration());
  browser = await Browser.launch();
}, {timeout: 180_000});

after(async () => {
  await browser?.close();
  await server?.stop();
});

async function readerOf(user, viewport, judged) {
  const reader = await browser.open(server.address, {viewport, judged});
  await reader.signIn(kWard, user, passwords.get(`${kWard} ${user}`));
  return reader;
}

/** The words of the page; accounts are known by their names for signing in, and records are shown as they are. */
function wordsOf(page) {
  return page.evaluate(() => [...document.querySelectorAll('main')].map((main) => {
    const copy = main.cloneNode(true);
    for (const each of copy.querySelectorAll('pre, .account-name, .print-foot, .ledger-what .soft, script')) each.remove();
    return copy.textContent;
  }).join(' '));
}

for (const [user, places] of Object.entries(kPages)) {
  test(`${user}: axe finds nothing, in Vietnamese and English`, async () => {
    const reader = await readerOf(user, kDesktop, true);
    for (const language of ['vi', 'en']) {
      await reader.page.evaluate((to) => localStorage.setItem('langnghe', JSON.stringify({...JSON.parse(localStorage.getItem('langnghe')), language: to})), language);
      for (const place of places) {
        await reader.goTo(place);
        assert.deepEqual(await reader.violations(), [], `${language} ${place}`);
        assert.equal(await reader.page.evaluate(() => document.documentElement.lang), language);
        assert.doesNotMatch(await wordsOf(reader.page), kCodes, `${language} ${place}`);
        if (language === 'vi') await reader.picture(`${user}${place.replace(/\W+/g, '-')}-${kDesktop.width}`);
      }
    }
    await reader.close();
  });

  test(`${user}: fits a phone and a scaled screen, under the page's policy`, async () => {
    for (const viewport of [kPhone, kScaled]) {
      const reader = await readerOf(user, viewport, false);
      for (const place of places) {
        await reader.goTo(place);
        assert.ok(await reader.sidewaysBy() <= 0, `${place} scrolls sideways at ${viewport.width}`);
        await reader.picture(`${user}${place.replace(/\W+/g, '-')}-${viewport.width}`);
      }
      reader.assertNoFaults();
      await reader.close();
    }
  });
}

test('open windows: calendar, list to choose from, palette, keys, menus have no fault either', async () => {
  const reader = await readerOf('cchc_officer', kDesktop, true);
  const {page} = reader;
  await reader.goTo('/noi-dung/i-0038?viec=link');
  await page.locator('.pick-button').first().click();
  await page.waitForSelector('.pick-popover .option');
  assert.deepEqual(await reader.violations(), [], 'a list to choose from');
  await page.keyboard.press('Escape');
  await reader.goTo('/noi-dung?luc=2026-10-01');
  await page.locator('.day-button').click();
  await page.waitForSelector('.calendar');
  assert.deepEqual(await reader.violations(), [], 'calendar');
  await page.keyboard.press('Escape');
  await reader.goTo('/noi-dung');
  await page.keyboard.press('Control+k');
  await page.waitForSelector('.palette-entry');
  assert.deepEqual(await reader.violations(), [], 'palette');
  await page.keyboard.press('Escape');
  await page.waitForSelector('.palette-list', {state: 'detached'});
  await page.locator('body').press('?');
  await page.waitForSelector('.keys-help');
  assert.deepEqual(await reader.violations(), [], 'keys');
  await page.keyboard.press('Escape');
  await page.locator('.account-button').click();
  await page.waitForSelector('.menu');
  assert.deepEqual(await reader.violations(), [], 'menu');
  await reader.close();
});

test('with text twice as large and at 320 pixels nothing scrolls sideways', async () => {
  const reader = await readerOf('cchc_officer', {width: 320, height: 640}, false);
  for (const place of ['/', '/noi-dung', '/noi-dung/i-0038', '/bang', '/ke-hoach/2026', '/doi-thoai/d-b-04']) {
    await reader.goTo(place);
    assert.ok(await reader.sidewaysBy() <= 0, `${place} at 320`);
  }
  await reader.page.setViewportSize({width: 683, height: 384});
  for (const place of ['/', '/noi-dung', '/noi-dung/i-0038', '/bang']) {
    await reader.goTo(place);
    assert.ok(await reader.sidewaysBy() <= 0, `${place} at 200 %`);
  }
  await reader.close();
});

test('lists are walked by keys, and a place is reached by two', async () => {
  const reader = await readerOf('cchc_officer', kDesktop, false);
  const {page} = reader;
  await reader.goTo('/noi-dung?xem=all');
  await page.locator('body').press('j');
  await page.keyboard.press('j');
  const second = await page.evaluate(() => document.activeElement?.closest('tr')?.dataset.index);
  assert.equal(second, '1');
  await page.keyboard.press('k');
  await page.keyboard.press('Enter');
  await page.waitForURL(/\/noi-dung\/i-/);
  await page.locator('body').press('g');
  await page.keyboard.press('d');
  await page.waitForURL(/\/doi-thoai$/);
  await page.keyboard.press('Control+k');
  await page.locator('.palette-field input').fill('ke hoach');
  await page.keyboard.press('Enter');
  await page.waitForURL(/\/ke-hoach/);
  await reader.goTo('/noi-dung?xem=all');
  await page.locator('body').press('/');
  await page.keyboard.type('bong den');
  await page.waitForFunction(() => document.querySelectorAll('.data tbody tr').length > 0 && document.querySelector('.data tbody tr')?.textContent?.includes('Bóng đèn'));
  assert.match(page.url(), /q=bong/);
  reader.assertNoFaults();
  await reader.close();
});
