// How much one opinion costs beside the words themselves, from its recorder to who closes it: keys and taps are counted, typed texts are not.
import assert from 'node:assert/strict';
import {after, before, test} from 'node:test';
import {Browser} from './browser.mjs';
import {choosePassword, foundedWard} from './server.mjs';

const kWard = 'sa-dec';
const kPassword = 'mot-mat-khau-du-dai';
const kPeople = {cchc: 'nguyen-thi-hoa', officer: 'nguyen-van-hai', chair: 'tran-thi-ngoc-anh', clerk: 'pham-thi-lan'};
const kOnTheSpot = 6;
const kTakenDown = 5;
const kClosed = 25;

let server;
let browser;
let reader;
let dialogue;
const people = {};

const today = () => new Date(Date.now() + 7 * 3_600_000).toISOString();
const dayText = (day) => day.split('-').reverse().join('/');

before(async () => {
  let links;
  ({server, links} = await foundedWard());
  browser = await Browser.launch();
  for (const [role, user] of Object.entries(kPeople)) {
    await choosePassword(server, links.find((each) => each.includes(`user=${user}&`)), kPassword);
    people[role] = await browser.open(server.address);
    await people[role].signIn(kWard, user, kPassword);
  }
  reader = people.cchc;
  await reader.goTo('/doi-thoai?viec=schedule');
  await reader.choose('Tân Mỹ');
  await reader.fill({date: dayText(today().slice(0, 10)), start: '00:01', 'venue.place': 'Văn phòng khóm Tân Mỹ'});
  dialogue = (await reader.submit()).id;
  await reader.goTo(`/doi-thoai/${dialogue}`);
  await reader.act('announce', {channels: 'Loa khóm'});
  await reader.act('open');
  await reader.goTo(`/doi-thoai/${dialogue}/ban-ghi`);
  await reader.page.locator('[name=speaker]').click();
}, {timeout: 300_000});

after(async () => {
  await browser?.close();
  await server?.stop();
});

/** A hand at a page: what it presses is counted, what it types is the text itself. */
function hand({page}) {
  let strokes = 0;
  const typed = [];
  return {
    get strokes() { return strokes; },
    typed,
    async type(text) {
      typed.push(text);
      await page.keyboard.type(text);
    },
    async press(key) {
      ++strokes;
      await page.keyboard.press(key);
    },
    async tap(selector, options) {
      ++strokes;
      await page.locator(selector, options).first().click();
    },
  };
}

/** Name, words and subject of an opinion, and its field; the first field has the focus already. */
async function takeDown(at, name) {
  await at.type(name);
  await at.tap('[name=words]');
  await at.type('Đèn tổ 4 tắt cả tháng nay.');
  await at.tap('[name=subject-0]');
  await at.type(`Đèn đường tổ 4 không sáng, ${name}`);
  await at.press('Alt+Digit3');
}

async function isRecorded(count) {
  await reader.page.waitForFunction((wanted) => document.querySelectorAll('.desk-list li').length === wanted, count);
}

test(`an opinion that is taken along costs at most ${kTakenDown} strokes beside its texts`, async () => {
  const at = hand(reader);
  await takeDown(at, 'Nguyễn Văn Thử');
  await at.press('Control+Enter');
  await isRecorded(1);
  assert.ok(at.strokes <= kTakenDown, `${at.strokes} strokes`);
});

test(`an opinion that is answered on the spot costs at most ${kOnTheSpot} strokes beside its texts`, async () => {
  const at = hand(reader);
  await takeDown(at, 'Lê Thị Mẫu');
  await at.press('F2');
  await at.tap('[name=said-0]');
  await at.type('Đã báo đội chiếu sáng, thay trong tuần.');
  await at.press('Control+Enter');
  await isRecorded(2);
  assert.ok(at.strokes <= kOnTheSpot, `${at.strokes} strokes`);
});

test('the next opinion begins empty, at the speaker’s name', async () => {
  const {page} = reader;
  assert.equal(await page.evaluate(() => document.activeElement?.getAttribute('name')), 'speaker');
  assert.equal(await page.inputValue('[name=words]'), '');
  reader.assertNoFaults();
});

const kName = 'Trần Thị Ví';
const kSubject = `Đèn đường tổ 4 không sáng, ${kName}`;

/** The matter's entry in the work of the person, at their first page: its form is open then and waits for the hand. */
async function opens(person, at, entry, act) {
  await person.goTo('/');
  await at.tap(entry, {hasText: kSubject});
  await person.page.waitForSelector(`form[data-act="issue/${act}"]`);
}

/** Recorded, the form gone and the page at rest: what the hand does next is done to what is shown then. */
async function records(person, at, act, key = 'Control+Enter') {
  await at.press(key);
  await person.page.waitForSelector(`form[data-act="issue/${act}"]`, {state: 'detached'});
  await person.settle();
}

/** The meeting's own acts, which no single opinion costs; and an earlier matter of the same field is given to somebody. */
async function endTheMeeting({cchc}) {
  await cchc.goTo(`/doi-thoai/${dialogue}`);
  await cchc.act('record-attendance', {residents: '32'});
  await cchc.act('skip-presentation', {reason: 'Buổi đầu tiên của khóm.'});
  await cchc.act('close', {end: today().slice(11, 16)});
  await cchc.act('sign-minutes');
  await cchc.goTo('/noi-dung?q=nguyen van thu');
  await cchc.page.locator('[data-row-link]').first().click();
  await cchc.act('classify', {}, ['kiến nghị']);
  await cchc.openAct('assign');
  await cchc.choose('Nguyễn Văn Hải – Công chức Địa chính');
  await cchc.submit();
}

test(`an opinion costs at most ${kClosed} strokes beside its texts until it is closed, and nothing is typed twice`, async () => {
  const {cchc, officer, chair, clerk} = people;
  const kEntry = '.work-list [data-row-link]';
  const hands = {cchc: hand(cchc), officer: hand(officer), chair: hand(chair), clerk: hand(clerk)};
  await takeDown(hands.cchc, kName);
  await hands.cchc.press('Control+Enter');
  await isRecorded(3);
  await hands.cchc.tap('button', {hasText: 'Đọc lại và xác nhận'});
  for (let left = 3; left > 0; --left) {
    await cchc.page.waitForSelector('.read-back form');
    await cchc.settle();
    // Those of the two before are theirs.
    await (left === 1 ? hands.cchc : cchc.page.keyboard).press('Control+Enter');
    await cchc.page.waitForFunction((count) => document.querySelectorAll('.desk-list button').length === count, left - 1);
  }
  await endTheMeeting(people);

  await opens(cchc, hands.cchc, kEntry, 'classify');
  await hands.cchc.tap('form.act-form label', {hasText: 'kiến nghị'});
  await records(cchc, hands.cchc, 'classify', 'Enter');
  await cchc.page.waitForSelector('form[data-act="issue/assign"]');
  await records(cchc, hands.cchc, 'assign');

  await opens(officer, hands.officer, kEntry, 'accept');
  await records(officer, hands.officer, 'accept');
  await hands.officer.tap('[data-act=draft-answer]');
  await hands.officer.tap('form.act-form label', {hasText: 'đã giải quyết xong'});
  await hands.officer.press('Tab');
  await hands.officer.type('Đã thay bóng và dây, đèn sáng từ tối qua.');
  await hands.officer.press('Tab');
  await hands.officer.type('Kế hoạch chiếu sáng công cộng năm nay');
  await records(officer, hands.officer, 'draft-answer');

  await opens(chair, hands.chair, '.board-waiting a', 'approve-answer');
  await records(chair, hands.chair, 'approve-answer');
  await opens(clerk, hands.clerk, kEntry, 'issue-notice');
  await records(clerk, hands.clerk, 'issue-notice');
  await opens(cchc, hands.cchc, kEntry, 'record-delivery');
  await hands.cchc.tap('form.act-form label', {hasText: 'ký tên'});
  await records(cchc, hands.cchc, 'record-delivery', 'Enter');
  await cchc.page.waitForSelector('form[data-act="issue/close"]');
  await records(cchc, hands.cchc, 'close');

  assert.match(await cchc.page.locator('.issue-tags').innerText(), /đã xong|đã đóng/);
  const strokes = Object.values(hands).reduce((sum, each) => sum + each.strokes, 0);
  assert.ok(strokes <= kClosed, `${strokes} strokes`);
  const typed = Object.values(hands).flatMap((each) => each.typed);
  assert.equal(new Set(typed).size, typed.length);
  for (const person of Object.values(people)) person.assertNoFaults();
});
