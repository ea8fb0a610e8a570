// The residents' pages: a case by the code of a slip, a khóm's page, the slip and the poster on paper.
import assert from 'node:assert/strict';
import {after, before, test} from 'node:test';
import {Browser, kDesktop, kPhone} from './browser.mjs';
import {Client} from './client.mjs';
import {demonstration} from './server.mjs';

const kWard = 'sa-dec-hom-nay';
const kMillimetre = 72 / 25.4;

let server;
let browser;
let officer;
const cases = {};

/** An issue in that phase with its code and the last digits of the phone that was given. */
async function caseIn(phase) {
  const {items} = await officer.get('issues?limit=200');
  for (const {id} of items.filter((each) => each.phase === phase)) {
    const issue = await officer.get(`issues/${id}?purpose=${encodeURIComponent('Tra giúp')}`);
    const phone = issue.opinion?.resident?.phone;
    if (typeof phone === 'string') return {...issue, digits: phone.replace(/\D/g, '').slice(-4)};
  }
  throw new Error(`nothing is ${phase}`);
}

before(async () => {
  const made = await demonstration();
  server = made.server;
  officer = await Client.signIn(server.address, kWard, 'cchc_officer', made.passwords.get(`${kWard} cchc_officer`));
  const {policy, today, versions} = await officer.get('settings');
  const {version, ...rules} = policy;
  await officer.act('policy/adopt-policy', {...rules, valid_from: today, basis: 'Công khai trả lời', publish_answers: true}, versions.policy);
  for (const phase of ['closed', 'answer_drafted', 'answered_on_the_spot']) cases[phase] = await caseIn(phase);
  browser = await Browser.launch();
}, {timeout: 180_000});

after(async () => {
  await browser?.close();
  await server?.stop();
});

async function lookUp(reader, {case_code: code, digits}) {
  await reader.page.goto('about:blank');
  await reader.goTo(`/tra-cuu#${code}`);
  assert.equal(await reader.page.inputValue('#code'), code);
  await reader.page.fill('#digits', digits);
  await reader.page.click('form button');
  await reader.page.waitForSelector('.steps, .trouble');
}

test('who scans the code of a slip sees who has the case, until when, and the answer', async () => {
  const reader = await browser.open(server.address, {viewport: kPhone});
  const {page} = reader;
  const addresses = [];
  page.on('request', (request) => addresses.push(request.url().split('#')[0] + JSON.stringify(request.headers())));
  await lookUp(reader, cases.answer_drafted);
  const open = await page.locator('main').innerText();
  assert.match(open, new RegExp(cases.answer_drafted.subject));
  assert.match(open, new RegExp(`${cases.answer_drafted.unit} đang giữ`));
  assert.match(open, /Hạn trả lời: \S+ \S+ \d\d\/\d\d\/2026 \((?:còn|trễ) \d+ ngày làm việc\)/);
  await reader.picture('tra-cuu-dang-giai-quyet-360');
  await lookUp(reader, cases.closed);
  const answered = await page.locator('main').innerText();
  assert.match(answered, /Thông báo số .*TB-UBND ngày/);
  assert.ok(answered.includes(cases.closed.answer.text.trim().slice(0, 40)));
  await reader.picture('tra-cuu-da-tra-loi-360');
  for (const address of addresses) {
    for (const {case_code: code} of Object.values(cases)) assert.ok(!address.includes(code) && !address.includes(code.replaceAll('-', '')), address);
  }
  reader.assertNoFaults();
  await reader.close();
});

test('a wrong code, wrong digits and no digits look alike', async () => {
  const reader = await browser.open(server.address, {viewport: kPhone});
  const {case_code: code, digits} = cases.closed;
  const wrong = digits === '0000' ? '1111' : '0000';
  const seen = [];
  for (const tried of [{case_code: code, digits: wrong}, {case_code: code, digits: ''}, {case_code: '22222-22222-X', digits}]) {
    await lookUp(reader, tried);
    seen.push(await reader.page.locator('main').innerHTML());
  }
  assert.match(seen[0], /Không tìm thấy/);
  assert.deepEqual(seen, [seen[0], seen[0], seen[0]]);
  await reader.page.locator('#code').fill('');
  await reader.page.click('form button');
  assert.match(await reader.page.locator('[role=alert]').innerText(), /nhập mã/);
  reader.faults = reader.faults.filter((each) => !/status of (?:404|422)/.test(each));
  reader.assertNoFaults();
  await reader.close();
});

test('the holder of the code says whether it is solved, asks for another look, withdraws', async () => {
  const reader = await browser.open(server.address, {viewport: kPhone});
  const {page} = reader;
  await lookUp(reader, cases.closed);
  if (await page.locator('summary', {hasText: 'Nói lại'}).count()) await page.click('summary:has-text("Nói lại")');
  await page.click('text=Chưa xong');
  await page.waitForSelector('.done-note');
  assert.match(await page.locator('.acts').innerText(), /Bà\/ông đã nói: chưa xong/);
  await page.click('summary:has-text("Yêu cầu xem lại")');
  await page.click('text=Gửi yêu cầu xem lại');
  assert.match(await page.locator('details[open] [role=alert]').innerText(), /chọn một lý do/);
  await page.check('input[value=came_back]');
  await page.click('text=Gửi yêu cầu xem lại');
  await page.waitForFunction(() => !document.querySelector('input[value=came_back]'));
  const asked = await officer.get(`issues/${cases.closed.id}`);
  assert.equal(asked.verdict, 'dissatisfied');
  assert.ok(asked.reopen_requested);
  await lookUp(reader, cases.answer_drafted);
  await page.click('summary:has-text("Rút ý kiến")');
  await page.check('input[value=solved]');
  await page.click('text=Rút ý kiến này');
  await page.waitForFunction(() => !document.querySelector('input[value=solved]'));
  assert.equal((await officer.get(`issues/${cases.answer_drafted.id}`)).phase, 'withdrawn');
  reader.assertNoFaults();
  await reader.close();
});

test('the khóm’s page has the next dialogue, numbers, promises and answers without a name', async () => {
  const reader = await browser.open(server.address, {viewport: kPhone});
  await reader.goTo(`/khom/${kWard}/${cases.closed.khom}`);
  const text = await reader.page.locator('main').innerText();
  for (const part of ['Buổi đối thoại tới', 'Trong 12 tháng qua', 'Phường đã hứa', 'Phường đã trả lời']) assert.ok(text.includes(part), part);
  assert.ok(await reader.page.locator('.answers li').count() >= 5);
  await reader.picture('khom-360');
  await reader.goTo(`/khom/${kWard}/khong-co`);
  assert.match(await reader.page.locator('main').innerText(), /Không có trang này/);
  reader.faults = reader.faults.filter((each) => !/status of 404/.test(each));
  reader.assertNoFaults();
  await reader.close();
});

/** Width and height of the first page, in millimetres, and how many there are. */
async function sheet(page) {
  const pdf = (await page.pdf({preferCSSPageSize: true, printBackground: true})).toString('latin1');
  const [, width, height] = /\/MediaBox\s*\[\s*0 0 ([\d.]+) ([\d.]+)/.exec(pdf);
  return [Math.round(width / kMillimetre), Math.round(height / kMillimetre), pdf.match(/\/Type\s*\/Page\b/g).length];
}

test('the slip is one A6 sheet and the poster one of A3, each with its code to scan', async () => {
  const reader = await browser.open(server.address);
  const {page} = reader;
  await lookUp(reader, cases.answered_on_the_spot);
  await page.click('text=In phiếu A6');
  assert.equal(await page.locator('.slip .qr path').count(), 1);
  assert.deepEqual(await sheet(page), [105, 148, 1]);
  await reader.print('phieu-a6');
  await reader.goTo(`/khom/${kWard}/${cases.closed.khom}/ap-phich`);
  await page.waitForSelector('.poster .qr path');
  assert.deepEqual(await sheet(page), [297, 420, 1]);
  await reader.print('ap-phich-a3');
  reader.assertNoFaults();
  await reader.close();
});

test('axe finds nothing, in both languages, in each state, with colours forced', async () => {
  const reader = await browser.open(server.address, {viewport: kPhone, judged: true});
  const {page} = reader;
  for (const language of ['Tiếng Việt', 'English']) {
    await reader.goTo('/tra-cuu');
    if (await page.locator('.language', {hasText: language}).count()) await page.click('.language');
    await page.click('form button');
    assert.deepEqual(await reader.violations(), [], `${language}: nothing typed`);
    await lookUp(reader, cases.answered_on_the_spot);
    for (const summary of await page.locator('summary').all()) await summary.click();
    assert.deepEqual(await reader.violations(), [], `${language}: a case`);
    await page.emulateMedia({forcedColors: 'active'});
    assert.deepEqual(await reader.violations(), [], `${language}: colours forced`);
    await page.emulateMedia({forcedColors: 'none'});
    for (const place of [`/khom/${kWard}/${cases.closed.khom}`, `/khom/${kWard}/${cases.closed.khom}/ap-phich`]) {
      await reader.goTo(place);
      assert.deepEqual(await reader.violations(), [], `${language} ${place}`);
    }
  }
  await reader.close();
});

test('the largest print at 320 pixels does not scroll sideways', async () => {
  const reader = await browser.open(server.address, {viewport: {width: 320, height: 640}});
  const {page} = reader;
  await reader.goTo('/tra-cuu');
  await page.click('.size-largest');
  assert.ok(await reader.sidewaysBy() <= 0, 'look-up');
  await lookUp(reader, cases.answered_on_the_spot);
  assert.ok(await reader.sidewaysBy() <= 0, 'case');
  for (const place of [`/khom/${kWard}/${cases.closed.khom}`, `/khom/${kWard}/${cases.closed.khom}/ap-phich`]) {
    await reader.goTo(place);
    assert.ok(await reader.sidewaysBy() <= 0, place);
  }
  reader.assertNoFaults();
  await reader.close();
});

test('who guesses waits, and is told how long', async () => {
  const reader = await browser.open(server.address, {viewport: kDesktop});
  const {page} = reader;
  const wrong = cases.closed.digits === '0000' ? '1111' : '0000';
  for (let tries = 0; tries < 30; ++tries) {
    await lookUp(reader, {...cases.closed, digits: wrong});
    if (/Xin chờ \d+ phút/.test(await page.locator('.trouble').innerText())) break;
  }
  assert.match(await page.locator('.trouble').innerText(), /Đã thử nhiều lần\. Xin chờ \d+ phút/);
  await reader.close();
});
