// How much one opinion costs its recorder beside the words themselves: keys and clicks are counted, typed texts are not.
import assert from 'node:assert/strict';
import {after, before, test} from 'node:test';
import {Browser} from './browser.mjs';
import {choosePassword, foundedWard} from './server.mjs';

const kWard = 'sa-dec';
const kPassword = 'mot-mat-khau-du-dai';
const kOfficer = 'nguyen-thi-hoa';
const kOnTheSpot = 6;
const kToBeSettled = 5;

let server;
let browser;
let reader;

const today = () => new Date(Date.now() + 7 * 3_600_000).toISOString();
const dayText = (day) => day.split('-').reverse().join('/');

before(async () => {
  let links;
  ({server, links} = await foundedWard());
  browser = await Browser.launch();
  await choosePassword(server, links.find((each) => each.includes(`user=${kOfficer}&`)), kPassword);
  reader = await browser.open(server.address);
  await reader.signIn(kWard, kOfficer, kPassword);
  await reader.goTo('/doi-thoai?viec=schedule');
  await reader.choose('Tân Mỹ');
  await reader.fill({date: dayText(today().slice(0, 10)), start: '00:01', 'venue.place': 'Văn phòng khóm Tân Mỹ'});
  const {id} = await reader.submit();
  await reader.goTo(`/doi-thoai/${id}`);
  await reader.act('announce', {channels: 'Loa khóm'});
  await reader.act('open');
  await reader.goTo(`/doi-thoai/${id}/ban-ghi`);
  await reader.page.locator('[name=speaker]').click();
}, {timeout: 300_000});

after(async () => {
  await browser?.close();
  await server?.stop();
});

/** A hand at the desk: what it presses is counted, what it types is the text itself. */
function hand({page}) {
  let strokes = 0;
  return {
    get strokes() { return strokes; },
    type: (text) => page.keyboard.type(text),
    async press(key) {
      ++strokes;
      await page.keyboard.press(key);
    },
    async tap(selector) {
      ++strokes;
      await page.locator(selector).click();
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

test(`an opinion that is taken along costs at most ${kToBeSettled} strokes beside its texts`, async () => {
  const at = hand(reader);
  await takeDown(at, 'Nguyễn Văn Thử');
  await at.press('Control+Enter');
  await isRecorded(1);
  assert.ok(at.strokes <= kToBeSettled, `${at.strokes} strokes`);
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

test('nothing is typed twice: the next opinion begins empty, at the speaker’s name', async () => {
  const {page} = reader;
  assert.equal(await page.evaluate(() => document.activeElement?.getAttribute('name')), 'speaker');
  assert.equal(await page.inputValue('[name=words]'), '');
  reader.assertNoFaults();
});
