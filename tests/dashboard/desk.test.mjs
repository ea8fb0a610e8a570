// The desk without network: a whole evening on two devices, one of which has none for half of it; a machine that goes out;
// a person who signs out with words unsent, and who comes after.
import assert from 'node:assert/strict';
import {after, before, test} from 'node:test';
import {Browser, kPhone} from './browser.mjs';
import {choosePassword, foundedWard} from './server.mjs';

const kWard = 'sa-dec';
const kPassword = 'mot-mat-khau-du-dai';
const kPeople = {admin: 'quan-tri', cchc: 'nguyen-thi-hoa', khom: 'vo-van-tu', clerk: 'pham-thi-lan'};
const kOpinions = 60;
const kFirstOffline = 16;
const kLastOffline = 45;

let server;
let browser;
let dialogue;
/** The official's PC and the khóm head's phone. */
let desk;
let phone;

const today = () => new Date(Date.now() + 7 * 3_600_000).toISOString();
const dayText = (day) => day.split('-').reverse().join('/');

async function deviceOf(user, options) {
  const reader = await browser.open(server.address, options);
  await reader.signIn(kWard, user, kPassword);
  return reader;
}

before(async () => {
  let links;
  ({server, links} = await foundedWard());
  browser = await Browser.launch();
  for (const user of Object.values(kPeople)) await choosePassword(server, links.find((each) => each.includes(`user=${user}&`)), kPassword);
  desk = await deviceOf(kPeople.cchc);
  await desk.goTo('/doi-thoai?viec=schedule');
  await desk.choose('Tân Mỹ');
  await desk.fill({date: dayText(today().slice(0, 10)), start: '00:01', 'venue.place': 'Văn phòng khóm Tân Mỹ'});
  dialogue = (await desk.submit()).id;
  await desk.goTo(`/doi-thoai/${dialogue}`);
  await desk.act('announce', {channels: 'Loa khóm'});
  await desk.act('open');
  phone = await deviceOf(kPeople.khom, {viewport: kPhone});
}, {timeout: 180_000});

after(async () => {
  await browser?.close();
  await server?.stop();
});

const toDesk = (reader) => reader.goTo(`/doi-thoai/${dialogue}/ban-ghi`);
const subjectOf = (n) => `Việc số ${n} của buổi tối`;

/** One opinion with the keyboard; every tenth is answered at once by who may. */
async function say(reader, n, answered = false) {
  const {page} = reader;
  const form = page.locator('.desk-form');
  await form.locator('[name=speaker]').fill(`Người Thử ${n}`);
  await form.locator('[name=words]').fill(`Lời nguyên văn của người thứ ${n}.`);
  await form.locator('[name=subject-0]').fill(subjectOf(n));
  await page.keyboard.press('Alt+Digit2');
  if (answered) {
    await page.keyboard.press('F2');
    await form.locator('[name=said-0]').fill('Đã báo đội sửa chữa.');
  }
  await page.keyboard.press('Control+Enter');
  await page.waitForFunction(() => document.querySelector('[name=words]')?.value === '');
}

/** Everything the browser holds on its disk, in every form in which a page can look at it. */
function diskOf(page) {
  return page.evaluate(async () => {
    const shown = async (value) => {
      if (value instanceof ArrayBuffer || ArrayBuffer.isView(value)) return new TextDecoder('utf-8').decode(value);
      if (value instanceof CryptoKey) return `key extractable=${value.extractable}`;
      if (Array.isArray(value)) return (await Promise.all(value.map(shown))).join(' ');
      if (value && typeof value === 'object') return (await Promise.all(Object.entries(value).map(async ([name, each]) => `${name}=${await shown(each)}`))).join(' ');
      return String(value);
    };
    const database = await new Promise((resolve) => {
      const request = indexedDB.open('langnghe');
      request.onsuccess = () => resolve(request.result);
    });
    const rows = (store) => new Promise((resolve) => {
      const request = database.transaction(store).objectStore(store).getAll();
      request.onsuccess = () => resolve(request.result);
    });
    const [keys, sealed] = [await rows('keys'), await rows('sealed')];
    const cached = [];
    for (const name of await caches.keys()) {
      const store = await caches.open(name);
      for (const request of await store.keys()) cached.push(new URL(request.url).pathname);
    }
    return {all: [await shown(keys), await shown(sealed), JSON.stringify(localStorage), JSON.stringify(sessionStorage)].join('\n'),
      open: keys.filter((each) => each.open).map((each) => each.owner), waiting: sealed.filter((each) => each.kind === 'waiting').length, cached};
  });
}

const waitForCount = (page, text) => page.waitForFunction((expected) => document.querySelector('.offline-strip')?.textContent?.includes(expected), text);
const nothingWaits = (page) => page.waitForFunction(() => !document.querySelector('.offline-strip')?.textContent?.includes('chờ gửi'), undefined, {timeout: 60_000});

test('the page can be installed, and keeps the files of its build alone', async () => {
  const {page} = desk;
  await page.evaluate(() => navigator.serviceWorker.ready);
  await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
  const manifest = await page.evaluate(async () => (await fetch(document.querySelector('link[rel=manifest]').href)).json());
  assert.equal(manifest.start_url, '/');
  assert.deepEqual(manifest.icons.map((each) => each.sizes), ['192x192', '512x512']);
  const {cached} = await diskOf(page);
  assert.ok(cached.includes('/') && cached.length > 20, `${cached.length} files`);
  assert.deepEqual(cached.filter((each) => each !== '/' && !each.startsWith('/assets/')), []);
});

test('an evening of sixty opinions on two devices, one without network for half of it: each is in the ledger once, in order', async () => {
  await toDesk(desk);
  await toDesk(phone);
  await phone.page.evaluate(() => navigator.serviceWorker.ready);
  let offline = 0;
  for (let n = 1; n <= kOpinions; ++n) {
    if (n === kFirstOffline) await phone.page.context().setOffline(true);
    if (n === (kFirstOffline + kLastOffline) / 2 + 0.5) {
      // In the middle of it the phone's page is loaded anew: the shell, what was typed, and what waits are all there.
      await phone.page.locator('[name=words]').fill('Đang gõ dở thì máy tắt');
      await phone.page.waitForTimeout(1000);
      await phone.page.reload();
      await phone.page.waitForSelector('.desk-form');
      assert.equal(await phone.page.locator('[name=words]').inputValue(), 'Đang gõ dở thì máy tắt');
      await waitForCount(phone.page, 'Ngoại tuyến');
      await waitForCount(phone.page, `${offline} việc chờ gửi`);
    }
    if (n === kLastOffline + 1) await phone.page.context().setOffline(false);
    await say(n % 2 ? desk : phone, n, n % 10 === 1);
    if (n % 2 === 0 && n >= kFirstOffline && n <= kLastOffline) offline += 1;
  }
  await nothingWaits(phone.page);
  await nothingWaits(desk.page);
  phone.forgetNetworkFaults();
  await toDesk(desk);
  await desk.page.waitForFunction((count) => document.querySelectorAll('.desk-list li').length === count, kOpinions);
  const heard = (await desk.page.locator('.desk-list li .grow').allInnerTexts()).map((each) => Number(/số (\d+)/.exec(each)[1]));
  assert.deepEqual([...heard].sort((a, b) => a - b), Array.from({length: kOpinions}, (_, at) => at + 1));
  for (const device of [0, 1]) {
    const mine = heard.filter((n) => n % 2 === device);
    assert.deepEqual(mine, [...mine].sort((a, b) => a - b), 'each device’s in the order in which they were taken down');
  }
  const answered = await desk.page.evaluate(async (ward) => (await (await fetch(`/api/v1/wards/${ward}/issues?limit=500`)).json())
    .items.filter((each) => each.phase === 'answered_on_the_spot').length, kWard);
  assert.equal(answered, kOpinions / 10);
});

test('what waits lies on the disk sealed, and nothing else of what was said', async () => {
  await phone.page.context().setOffline(true);
  await say(phone, 61);
  await phone.page.locator('[name=words]').fill('Lời đang gõ dở dang');
  await waitForCount(phone.page, '1 việc chờ gửi');
  await phone.page.waitForTimeout(1000);
  const {all, waiting, open} = await diskOf(phone.page);
  assert.equal(waiting, 1);
  assert.deepEqual(open, [`${kWard} ${kPeople.khom}`]);
  for (const word of ['Lời nguyên văn', 'Việc số', 'Người Thử', 'Lời đang gõ', 'extractable=true']) assert.ok(!all.includes(word), word);
});

test('who signs out with an act unsent is asked, and may leave it sealed', async () => {
  const {page} = phone;
  await page.locator('.account-button').click();
  await page.locator('.menu-item', {hasText: 'Đăng xuất'}).click();
  await page.waitForSelector('.leaving');
  assert.match(await page.locator('.leaving').innerText(), /Việc số 61/);
  await page.click('text=Đăng xuất, giữ niêm phong ở máy này');
  await page.waitForSelector('.sign-in');
  const {open, waiting, all} = await diskOf(page);
  assert.deepEqual(open, [], 'nobody’s key lies open');
  assert.equal(waiting, 1, 'and nothing is lost');
  assert.ok(!all.includes('Người Thử'));
});

test('another person who signs in sees nothing of it, and sends nothing of it', async () => {
  const {page} = phone;
  await page.context().setOffline(false);
  await phone.signIn(kWard, kPeople.cchc, kPassword);
  await toDesk(phone);
  assert.equal(await page.locator('.offline-strip').count(), 0);
  assert.equal(await page.locator('[name=words]').inputValue(), '');
  await page.waitForTimeout(1500);
  assert.equal(await page.locator('.desk-list li').count(), kOpinions);
  assert.equal((await diskOf(page)).waiting, 1);
  await page.locator('.account-button').click();
  await page.locator('.menu-item', {hasText: 'Đăng xuất'}).click();
  await page.waitForSelector('.sign-in');
});

test('its own person finds it again, and it is sent when they say so', async () => {
  const {page} = phone;
  await phone.signIn(kWard, kPeople.khom, kPassword);
  await toDesk(phone);
  assert.equal(await page.locator('[name=words]').inputValue(), 'Lời đang gõ dở dang');
  await waitForCount(page, 'của lần đăng nhập trước');
  await page.waitForTimeout(1500);
  assert.equal(await page.locator('.desk-list li').count(), kOpinions, 'not by itself');
  await page.click('text=Xem từng việc');
  await phone.picture('desk-waiting');
  await page.click('text=Đã xem, gửi các việc này');
  await nothingWaits(page);
  await page.locator('.waiting-list >> text=Đóng').click();
  await page.waitForFunction((count) => document.querySelectorAll('.desk-list li').length === count, kOpinions + 1);
});

test('after a password was changed, the former one opens what it sealed', async () => {
  const {page} = phone;
  await page.context().setOffline(true);
  await say(phone, 62);
  await waitForCount(page, '1 việc chờ gửi');
  await page.locator('.account-button').click();
  await page.locator('.menu-item', {hasText: 'Đăng xuất'}).click();
  await page.click('text=Đăng xuất, giữ niêm phong ở máy này');
  await page.waitForSelector('.sign-in');
  await page.context().setOffline(false);
  const admin = await deviceOf(kPeople.admin);
  await admin.goTo('/cai-dat/tai-khoan');
  await admin.page.locator('.pick-row-button', {hasText: 'Võ Văn Tư'}).click();
  await admin.act('make-sign-in-link');
  const link = await admin.page.getByLabel('Liên kết').inputValue();
  await choosePassword(server, link.slice(link.indexOf('#')), 'mat-khau-hoan-toan-moi');
  await admin.close();
  await phone.signIn(kWard, kPeople.khom, 'mat-khau-hoan-toan-moi');
  await waitForCount(page, 'niêm phong bằng mật khẩu cũ');
  await page.click('text=Xem từng việc');
  await page.fill('[name=former]', kPassword);
  await page.click('.waiting-list >> text="Mở"');
  await page.click('text=Đã xem, gửi các việc này');
  await nothingWaits(page);
});

test('an act that others overtook meanwhile is shown with what they did, and goes on when its person says so', async () => {
  const {page} = desk;
  await desk.goTo('/noi-dung?q=viec so 2 cua');
  await page.locator('[data-row-link]').first().click();
  await desk.settle();
  const issue = new URL(page.url()).pathname;
  const correct = async (reader, subject) => {
    await reader.openAct('correct');
    await reader.choose('trích yếu');
    await reader.fill({new_value: subject, reason: 'Ghi thiếu'});
  };
  await correct(desk, 'Tên ghi khi mất mạng');
  await page.context().setOffline(true);
  await desk.form.locator('button[type=submit]').click();
  await page.click('text=Giữ lại, có mạng thì gửi');
  await waitForCount(page, '1 việc chờ gửi');
  const other = await deviceOf(kPeople.cchc);
  await other.goTo(issue);
  await correct(other, 'Tên người khác ghi trước');
  await other.submit();
  await other.close();
  await page.context().setOffline(false);
  await waitForCount(page, 'không gửi được, cần xem');
  await page.click('text=Xem từng việc');
  assert.match(await page.locator('.waiting-row').innerText(), /Đính chính[\s\S]*Nguyễn Thị Hoa/);
  await page.click('text=Đã xem, ghi tiếp');
  await nothingWaits(page);
  await desk.goTo(issue);
  assert.match(await page.locator('h1').innerText(), /Tên ghi khi mất mạng/);
  desk.faults = desk.faults.filter((each) => !/status of 412/.test(each));
});

test('a refused opinion is put right, and the one that is being typed is there afterwards', async () => {
  const {page} = desk;
  const words = page.locator('[name=words]');
  await toDesk(desk);
  await page.route('**/record-opinion', (route) => route.fulfill({status: 422, contentType: 'application/problem+json', body: JSON.stringify({detail: 'Chưa ghi được'})}));
  await say(desk, 63);
  await page.waitForSelector('text=Lấy lại để sửa');
  await page.unroute('**/record-opinion');
  await words.fill('Lời của người sau');
  await page.click('text=Lấy lại để sửa');
  assert.equal(await words.inputValue(), 'Lời nguyên văn của người thứ 63.');
  await words.fill('Lời đã sửa của người thứ 63.');
  await page.waitForTimeout(1000);
  await page.reload();
  await page.waitForSelector('.desk-form');
  assert.equal(await words.inputValue(), 'Lời của người sau');
  await page.click('text=Lấy lại để sửa');
  assert.equal(await words.inputValue(), 'Lời đã sửa của người thứ 63.');
  await words.press('Control+Enter');
  await page.waitForFunction(() => document.querySelector('[name=words]')?.value === 'Lời của người sau');
  await nothingWaits(page);
  desk.faults = desk.faults.filter((each) => !/status of 422/.test(each));
});

test('no page broke its policy, met a script’s error or asked another host', () => {
  for (const reader of [desk, phone]) {
    reader.forgetNetworkFaults();
    reader.assertNoFaults();
  }
});
