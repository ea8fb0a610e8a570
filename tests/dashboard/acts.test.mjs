// The acts beside the one chain: settings, accounts, people's data, matters that take another way. Each by its form.
import assert from 'node:assert/strict';
import {after, before, test} from 'node:test';
import {Browser} from './browser.mjs';
import {choosePassword, foundedWard} from './server.mjs';

const kWard = 'sa-dec';
const kPassword = 'mot-mat-khau-du-dai';
const kPeople = {admin: 'quan-tri', chair: 'tran-thi-ngoc-anh', cchc: 'nguyen-thi-hoa', clerk: 'pham-thi-lan', officer: 'nguyen-van-hai', supervisor: 'ho-thi-thu'};

let server;
let browser;
const people = {};
const issues = [];

const today = () => new Date(Date.now() + 7 * 3_600_000).toISOString().slice(0, 10);
const dayText = (day) => day.split('-').reverse().join('/');
const inDays = (days) => dayText(new Date(Date.now() + (days * 24 + 7) * 3_600_000).toISOString().slice(0, 10));

before(async () => {
  let links;
  ({server, links} = await foundedWard());
  browser = await Browser.launch();
  for (const [role, user] of Object.entries(kPeople)) {
    await choosePassword(server, links.find((each) => each.includes(`user=${user}&`)), kPassword);
    people[role] = await browser.open(server.address);
    await people[role].signIn(kWard, user, kPassword);
  }
}, {timeout: 180_000});

after(async () => {
  await browser?.close();
  await server?.stop();
});

test('khóm are added, renamed, merged and closed', async () => {
  const {admin} = people;
  await admin.goTo('/cai-dat/khom');
  for (const name of ['Tân Hiệp', 'Tân Thuận', 'Tân Thạnh']) await admin.act('add-khom', {name, valid_from: dayText(today())});
  await admin.openAct('rename-khom');
  await admin.choose('Tân Hiệp');
  await admin.fill({name: 'Tân Hiệp 1', valid_from: inDays(1)});
  await admin.submit();
  await admin.openAct('merge-khoms');
  await admin.form.locator('.picks').getByLabel('Tân Thuận').check();
  await admin.form.locator('.picks').getByLabel('Tân Thạnh').check();
  await admin.fill({name: 'Tân Thuận Thạnh', valid_from: inDays(1), basis: 'Nghị quyết 12/NQ-HĐND'});
  const merged = await admin.submit();
  assert.ok(merged.position > 0);
  await admin.openAct('close-khom');
  await admin.choose('Sa Nhiên');
  await admin.fill({last_day: inDays(30), reason: 'Sáp nhập'});
  await admin.submit();
  assert.match(await admin.page.locator('.column-main').innerText(), /Tân Thuận Thạnh/);
});

test('officials come and go, and signing is delegated', async () => {
  const {admin, chair} = people;
  await admin.goTo('/cai-dat/can-bo');
  await admin.act('appoint-official', {name: 'Lý Thị Thử', position: 'Chuyên viên', unit: 'Phòng Kinh tế', valid_from: dayText(today())});
  await chair.goTo('/cai-dat/can-bo');
  await chair.openAct('delegate-signing');
  await chair.pick('Người ủy quyền', 'ngoc anh');
  await chair.pick('Người được ủy quyền', 'hoa');
  await chair.choose('TL. (thừa lệnh)');
  await chair.fill({documents: 'TB', document: '07/GUQ-UBND', date: dayText(today()), valid_from: dayText(today()), last_day: inDays(60)});
  await chair.submit();
  await chair.openAct('revoke-delegation');
  await chair.form.locator('.choice input').first().check();
  await chair.fill({last_day: inDays(10), reason: 'Đổi phân công'});
  await chair.submit();
  await admin.goTo('/cai-dat/can-bo');
  await admin.openAct('record-official-left');
  await admin.pick('Cán bộ', 'ly thi thu');
  await admin.fill({last_day: inDays(5)});
  await admin.submit();
});

test('route, numbering, wording, calendar and time limits are adopted, each as a new version of what is in force', async () => {
  const {admin, cchc} = people;
  await admin.goTo('/cai-dat/phuong');
  await admin.act('adopt-report-route', {valid_from: inDays(1)});
  await admin.act('adopt-numbering', {valid_from: inDays(1)}, ['một dãy số chung']);
  await cchc.goTo('/cai-dat/mau-van-ban');
  await cchc.act('adopt-template', {type: 'TB', valid_from: dayText(today()), text: 'Ủy ban nhân dân phường thông báo …', basis: 'QĐ 12/QĐ-UBND'});
  await cchc.goTo('/cai-dat/lich-nghi');
  await cchc.act('adopt-calendar', {basis: 'Công văn mới'});
  await cchc.goTo('/cai-dat/thoi-han');
  await cchc.act('adopt-policy', {valid_from: inDays(1), basis: 'QĐ 15/QĐ-UBND', extension_days_max: '10'});
  assert.match(await cchc.page.locator('.page-head, .column-main').last().innerText(), /ngày làm việc/);
});

test('an account is made, given a role and a link, locked and opened again', async () => {
  const {admin} = people;
  const {page} = admin;
  await admin.goTo('/cai-dat/tai-khoan');
  await page.click('[data-act="register"]');
  await page.getByLabel('Tài khoản').last().fill('can bo moi');
  await page.click('text=Tiếp tục');
  await admin.fill({display_name: 'Cán Bộ Mới'});
  await admin.submit();
  await page.locator('.pick-row-button', {hasText: 'Cán Bộ Mới'}).click();
  await admin.openAct('grant-role');
  await admin.pick('Vai trò', 'cong chuc');
  await admin.submit();
  await admin.act('make-sign-in-link');
  assert.match(await page.getByLabel('Liên kết').inputValue(), /#\/sign-in-link\?ward=sa-dec&user=can-bo-moi&code=/);
  await admin.act('disable', {reason: 'Nghỉ phép'});
  await admin.act('enable', {reason: 'Đi làm lại'});
});

test('one changes one’s own password, and is told so, however late the page hears elsewhere that its sign-in is over', async () => {
  const {page} = people.clerk;
  await people.clerk.goTo('/tai-khoan');
  await page.route('**/sa-dec/session', async (route) => {
    await new Promise((resolve) => { setTimeout(resolve, 1500); });
    await route.continue();
  });
  await people.clerk.act('set-password', {password: 'mat-khau-moi-du-dai', old_password: kPassword});
  await page.waitForSelector('text=Đã đặt mật khẩu');
  await people.clerk.settle();
  assert.match(await page.locator('#notice').innerText(), /Đã đặt mật khẩu/);
  assert.equal(new URL(page.url()).pathname, '/');
  await page.unroute('**/sa-dec/session');
  await people.clerk.signIn(kWard, kPeople.clerk, 'mat-khau-moi-du-dai');
});

test('matters are recorded at the reception, corrected, linked, split, merged and taken apart', async () => {
  const {cchc} = people;
  for (const subject of ['Cống hẻm 5 nghẹt', 'Cống hẻm 6 nghẹt', 'Đường và đèn hẻm 7', 'Xin nối dây điện hạ thế']) {
    await cchc.goTo('/noi-dung');
    await cchc.openAct('record');
    await cchc.choose('Tân Mỹ');
    await cchc.fill({received: dayText(today()), subject, words: `Xin phường xem: ${subject}`, 'speaker.name': 'Người Thử'});
    await cchc.pick('Lĩnh vực', 'thoat nuoc');
    issues.push((await cchc.submit()).id);
  }
  const [first, second, third] = issues;
  await cchc.goTo(`/noi-dung/${first}`);
  await cchc.act('classify', {}, ['phản ánh', 'đơn giản']);
  await cchc.openAct('correct');
  await cchc.choose('trích yếu');
  await cchc.fill({new_value: 'Cống hẻm 5 nghẹt, nước tràn', reason: 'Ghi thiếu'});
  await cchc.submit();
  assert.match(await cchc.page.locator('h1').innerText(), /nước tràn/);
  await cchc.openAct('link');
  await cchc.pick('Nội dung kia', 'hem 6');
  await cchc.choose('liên quan');
  await cchc.fill({reason: 'Cùng tuyến'});
  await cchc.submit();
  await cchc.goTo(`/noi-dung/${second}`);
  await cchc.act('classify', {}, ['phản ánh', 'đơn giản']);
  await cchc.openAct('merge');
  await cchc.pick('Gộp vào nội dung', 'hem 5');
  await cchc.fill({reason: 'Cùng một cống'});
  await cchc.submit();
  await cchc.act('unmerge', {reason: 'Hai đoạn khác nhau'});
  await cchc.goTo(`/noi-dung/${third}`);
  await cchc.openAct('split');
  await cchc.form.locator('[name="parts.subject"]').nth(0).fill('Đường hẻm 7');
  await cchc.form.locator('[name="parts.subject"]').nth(1).fill('Đèn hẻm 7');
  await cchc.fill({reason: 'Hai việc của hai bộ phận'});
  await cchc.submit();
  assert.match(await cchc.page.locator('.issue-tags').innerText(), /đã tách/);
});

test('what is not the ward’s is forwarded and followed until it is told', async () => {
  const {cchc, clerk} = people;
  const id = issues[3];
  await cchc.goTo(`/noi-dung/${id}`);
  await cchc.act('classify', {}, ['kiến nghị', 'phức tạp']);
  await cchc.act('forward', {body: 'Điện lực Sa Đéc', document: '03/UBND', asked: 'Kéo dây hạ thế', resident_told: true});
  await clerk.goTo(`/noi-dung/${id}`);
  await clerk.act('acknowledge-forward', {document: '88/ĐLSĐ'});
  await clerk.act('record-external-result', {document: '99/ĐLSĐ', summary: 'Kéo dây trong quý tới'});
  await clerk.act('tell-external-result', {recipient: 'Người Thử'}, ['trao tận tay', 'ký tên']);
  assert.match(await clerk.page.locator('.issue-tags').innerText(), /đã báo kết quả/);
});

test('the clock is paused with a ground and runs again; a promise is made, moved and kept', async () => {
  const {chair, cchc, officer} = people;
  const id = issues[0];
  await chair.goTo(`/noi-dung/${id}`);
  await chair.act('pause-clock', {until: inDays(5), reason: 'Chờ hồ sơ'}, ['người dân cần bổ sung giấy tờ']);
  await cchc.goTo(`/noi-dung/${id}`);
  await cchc.act('resume-clock');
  await chair.goTo(`/noi-dung/${id}`);
  await chair.openAct('make-commitment');
  await chair.fill({what: 'Nạo cống hẻm 5', due: inDays(20)});
  await chair.pick('Người chịu trách nhiệm', 'hai');
  await chair.submit();
  await chair.openAct('revise-commitment');
  await chair.form.locator('.choice input').first().check();
  await chair.fill({due: inDays(25), reason: 'Chờ vật tư'});
  await chair.submit();
  await officer.goTo(`/noi-dung/${id}`);
  await officer.openAct('file-evidence');
  await officer.form.locator('.choice input').first().check();
  await officer.fill({text: 'Đã nạo 30 m'});
  await officer.page.setInputFiles('input[type=file]', {name: 'anh.png', mimeType: 'image/png', buffer: Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64')});
  await officer.page.waitForSelector('text=anh.png');
  await officer.submit();
  await officer.goTo('/loi-hua');
  assert.match(await officer.page.locator('main').innerText(), /Nạo cống hẻm 5/);
});

test('a person’s data is changed, kept from view and shown again', async () => {
  const {cchc} = people;
  await cchc.goTo(`/noi-dung/${issues[0]}`);
  await cchc.page.click('text=Trang người dân');
  await cchc.settle();
  await cchc.act('change-contact', {phone: '0900000001', reason: 'Dân báo số mới'});
  await cchc.act('withhold-identity', {reason: 'Dân xin giữ kín'});
  await cchc.act('reveal-identity', {reason: 'Dân đồng ý'});
});

test('a recommendation is made and answered; a number is voided', async () => {
  const {supervisor, chair, clerk} = people;
  await supervisor.goTo('/giam-sat');
  await supervisor.act('recommend', {body: 'Mặt trận Tổ quốc phường', text: 'Đề nghị báo cáo việc chậm.', basis: 'Luật MTTQ 2015'});
  await chair.goTo('/giam-sat');
  await chair.openAct('answer-recommendation');
  await chair.pick('Kiến nghị', 'mat tran');
  await chair.fill({text: 'Đã rà soát.'});
  await chair.submit();
  await clerk.goTo('/so-van-ban');
  await clerk.act('void-number', {reason: 'Ghi nhầm'}, ['TB – Thông báo']);
  assert.match(await clerk.page.locator('main').innerText(), /hủy: Ghi nhầm/);
});

test('no page met a script’s error or broke its policy', () => {
  for (const reader of Object.values(people)) reader.assertNoFaults();
});
