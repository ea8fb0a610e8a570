// Changes appear without reload, through one stream for all tabs of a browser; and a form that others overtook is merged
// field by field.
import assert from 'node:assert/strict';
import {after, before, test} from 'node:test';
import {Browser, Reader} from './browser.mjs';
import {choosePassword, foundedWard} from './server.mjs';

const kWard = 'sa-dec';
const kPassword = 'mot-mat-khau-du-dai';
const kPeople = {cchc: 'nguyen-thi-hoa', chair: 'tran-thi-ngoc-anh', officer: 'nguyen-van-hai'};
/** A change is on the screen within a second; the rest is for a busy machine. */
const kSoonMs = 5000;

let server;
let browser;
let writer;
let watcher;
let issue;
/** How often the watcher's browser asked for a stream. */
const streams = [];

const today = () => new Date(Date.now() + 7 * 3_600_000).toISOString().slice(0, 10);
const dayText = (day) => day.split('-').reverse().join('/');

async function record(subject) {
  await writer.goTo('/noi-dung');
  await writer.openAct('record');
  await writer.choose('Tân Mỹ');
  await writer.fill({received: dayText(today()), subject, words: `Xin phường xem: ${subject}`, 'speaker.name': 'Người Thử'});
  await writer.pick('Lĩnh vực', 'thoat nuoc');
  return (await writer.submit()).id;
}

const shows = (page, text, timeout = kSoonMs) => page.waitForFunction((expected) => document.querySelector('main')?.textContent?.includes(expected), text, {timeout});

before(async () => {
  let links;
  ({server, links} = await foundedWard());
  browser = await Browser.launch();
  for (const user of Object.values(kPeople)) await choosePassword(server, links.find((each) => each.includes(`user=${user}&`)), kPassword);
  writer = await browser.open(server.address);
  await writer.signIn(kWard, kPeople.cchc, kPassword);
  watcher = await browser.open(server.address);
  watcher.page.context().on('request', (request) => { if (/\/live(\?|$)/.test(request.url())) streams.push(request.url()); });
  await watcher.signIn(kWard, kPeople.chair, kPassword);
}, {timeout: 180_000});

after(async () => {
  await browser?.close();
  await server?.stop();
});

test('what one records the other sees, without reload', async () => {
  await watcher.goTo('/noi-dung');
  issue = await record('Cống hẻm 5 nghẹt');
  await shows(watcher.page, 'Cống hẻm 5 nghẹt');
  await watcher.goTo(`/noi-dung/${issue}`);
  await writer.goTo(`/noi-dung/${issue}`);
  await writer.act('classify', {}, ['phản ánh', 'đơn giản']);
  await shows(watcher.page, 'chờ giao');
});

test('seven tabs of a browser share one stream, and are all alive', async () => {
  const tabs = [];
  for (let n = 0; n < 6; ++n) {
    const page = await watcher.page.context().newPage();
    const tab = new Reader(page, server.address);
    await tab.goTo('/noi-dung');
    tabs.push(tab);
  }
  assert.equal(new Set(streams).size > 0, true);
  const before_ = streams.length;
  await record('Đèn hẻm 6 không sáng');
  for (const tab of tabs) await shows(tab.page, 'Đèn hẻm 6 không sáng');
  assert.equal(streams.length, before_, 'nobody opened another stream');
  // The tab that leads is left; another one takes over, at the position at which it was.
  await watcher.page.goto('about:blank');
  for (let end = Date.now() + kSoonMs; streams.length === before_ && Date.now() < end;) await new Promise((resolve) => { setTimeout(resolve, 50); });
  assert.equal(streams.length, before_ + 1);
  assert.match(streams.at(-1), /after=\d+/);
  await record('Xin nối dây điện hẻm 7');
  for (const tab of tabs) await shows(tab.page, 'Xin nối dây điện hẻm 7');
  for (const tab of tabs) await tab.page.close();
});

test('what happened while the network was away appears when it is back', async () => {
  await watcher.goTo('/noi-dung');
  await watcher.page.context().setOffline(true);
  await record('Rác đầu hẻm 8');
  await watcher.page.context().setOffline(false);
  await shows(watcher.page, 'Rác đầu hẻm 8', 15_000);
  watcher.forgetNetworkFaults();
});

test('a form that others overtook is merged field by field', async () => {
  await writer.goTo(`/noi-dung/${issue}`);
  await writer.openAct('assign');
  await writer.choose('Nguyễn Văn Hải – Công chức Địa chính');
  await writer.submit();
  const officer = await browser.open(server.address);
  await officer.signIn(kWard, kPeople.officer, kPassword);
  const second = await browser.open(server.address);
  await second.signIn(kWard, kPeople.officer, kPassword);
  await officer.goTo(`/noi-dung/${issue}`);
  await officer.act('accept');
  await officer.act('draft-answer', {text: 'Bản đầu.', legal_basis: 'Kế hoạch năm'}, ['đã giải quyết xong']);
  await second.goTo(`/noi-dung/${issue}`);
  await officer.openAct('draft-answer');
  await second.openAct('draft-answer');
  await officer.fill({text: 'Tôi viết ở máy bàn.'});
  await second.fill({text: 'Tôi viết ở điện thoại.', legal_basis: 'Quyết định mới'});
  await second.submit();
  // The first form's page knows of it by now; the form itself keeps to what its person saw.
  await shows(officer.page, 'Tôi viết ở điện thoại.');
  await officer.form.locator('button[type=submit]').click();
  await officer.page.waitForSelector('.merge');
  const said = await officer.page.locator('.form-summary').innerText();
  assert.match(said, /Căn cứ/, 'what only the other changed is taken');
  assert.match(said, /Tôi viết ở máy bàn[\s\S]*Tôi viết ở điện thoại/);
  await officer.picture('live-merge');
  await officer.page.click('text=Đã xem, ghi tiếp');
  assert.equal(await officer.form.locator('[name=text]').inputValue(), 'Tôi viết ở máy bàn.');
  assert.equal(await officer.form.locator('[name=legal_basis]').inputValue(), 'Quyết định mới');
  await officer.submit();
  // Typed, left, and taken up again after somebody else acted: it follows from what its person saw then.
  await officer.openAct('draft-answer');
  await officer.fill({text: 'Tôi viết dở rồi tắt máy.'});
  await officer.page.waitForTimeout(1000);
  await officer.page.goto('about:blank');
  await second.goTo(`/noi-dung/${issue}`);
  await second.act('draft-answer', {legal_basis: 'Quyết định sau cùng'});
  await officer.goTo(`/noi-dung/${issue}`);
  await officer.openAct('draft-answer');
  assert.equal(await officer.form.locator('[name=text]').inputValue(), 'Tôi viết dở rồi tắt máy.');
  await officer.form.locator('button[type=submit]').click();
  await officer.page.click('text=Đã xem, ghi tiếp');
  assert.equal(await officer.form.locator('[name=text]').inputValue(), 'Tôi viết dở rồi tắt máy.');
  assert.equal(await officer.form.locator('[name=legal_basis]').inputValue(), 'Quyết định sau cùng');
  await officer.submit();
  officer.faults = officer.faults.filter((each) => !/status of 412/.test(each));
  officer.assertNoFaults();
});

test('no page broke its policy or met a script’s error', () => {
  for (const reader of [writer, watcher]) reader.assertNoFaults();
});
