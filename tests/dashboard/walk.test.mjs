// A ward from its founding to the report that is sent, done by its people in the page and nowhere else.
import assert from 'node:assert/strict';
import {after, before, test} from 'node:test';
import {Browser, kPhone} from './browser.mjs';
import {foundedWard} from './server.mjs';

const kWard = 'sa-dec';
const kPassword = 'mot-mat-khau-du-dai';
const kPeople = {admin: 'quan-tri', chair: 'tran-thi-ngoc-anh', cchc: 'nguyen-thi-hoa', clerk: 'pham-thi-lan', khom: 'vo-van-tu', officer: 'nguyen-van-hai',
  supervisor: 'ho-thi-thu'};

let server;
let browser;
const people = {};
const made = {};

const today = () => new Date(Date.now() + 7 * 3_600_000).toISOString();
const dayText = (day) => day.split('-').reverse().join('/');

before(async () => {
  ({server, links: made.links} = await foundedWard());
  browser = await Browser.launch();
}, {timeout: 120_000});

after(async () => {
  await browser?.close();
  await server?.stop();
});

test('everybody chooses a password by their link and signs in', async () => {
  for (const [role, user] of Object.entries(kPeople)) {
    const reader = await browser.open(server.address, role === 'khom' ? {viewport: kPhone} : {});
    const link = made.links.find((each) => each.includes(`user=${user}&`));
    assert.ok(link, user);
    await reader.page.goto(`${server.address}/${link}`);
    await reader.page.fill('input[name=password]', kPassword);
    await reader.page.fill('input[name=again]', kPassword);
    await reader.page.click('.sign-in-form button[type=submit]');
    await reader.page.waitForSelector('input[name=user]');
    await reader.signIn(kWard, user, kPassword);
    people[role] = reader;
  }
});

test('the plan is drafted, approved and published', async () => {
  const year = today().slice(0, 4);
  await people.cchc.goTo(`/ke-hoach/${year}`);
  await people.cchc.act('draft', {title: `Đối thoại trực tiếp với nhân dân năm ${year}`});
  await people.chair.goTo(`/ke-hoach/${year}?viec=approve`);
  await people.chair.submit();
  await people.cchc.goTo(`/ke-hoach/${year}`);
  await people.cchc.act('publish', {places: 'Cổng thông tin phường\nNhà văn hóa khóm'});
  assert.match(await people.cchc.page.locator('.issue-tags').innerText(), /đã công bố/);
});

test('a dialogue is scheduled, announced and opened', async () => {
  await people.cchc.goTo('/doi-thoai?viec=schedule');
  await people.cchc.choose('Tân Mỹ');
  await people.cchc.fill({date: dayText(today().slice(0, 10)), start: '00:01', 'venue.place': 'Văn phòng khóm Tân Mỹ'});
  const scheduled = await people.cchc.submit();
  made.dialogue = scheduled.id;
  await people.cchc.goTo(`/doi-thoai/${made.dialogue}`);
  await people.cchc.act('announce', {channels: 'Loa khóm\nNiêm yết'});
  await people.cchc.act('open');
  assert.match(await people.cchc.page.locator('.issue-tags').innerText(), /đang diễn ra/);
});

/** One opinion at the desk, with the keyboard where that is quicker. */
async function say({name, words, issues}) {
  const {page} = people.cchc;
  const form = page.locator('.desk-form');
  if (name) await form.locator('[name=speaker]').fill(name);
  else await form.getByLabel('không nêu tên').check();
  await form.locator('[name=words]').fill(words);
  for (const [at, issue] of issues.entries()) {
    if (at > 0) await form.getByText('Nội dung nữa').click();
    await form.locator(`[name=subject-${at}]`).fill(issue.subject);
    await page.keyboard.press(`Alt+Digit${issue.field}`);
    if (issue.answer) {
      await page.keyboard.press('F2');
      await form.locator(`[name=said-${at}]`).fill(issue.answer);
    }
  }
  await page.keyboard.press('Control+Enter');
}

const kOpinions = [
  {name: 'Nguyễn Văn Thử', words: 'Mưa là nước tràn vô nhà, cống nhỏ quá.', issues: [{subject: 'Cống tổ 12 nhỏ, ngập khi mưa', field: 2}]},
  {name: 'Lê Thị Mẫu', words: 'Đèn tổ 4 tắt cả tháng nay.', issues: [{subject: 'Đèn đường tổ 4 không sáng', field: 3, answer: 'Đã báo đội chiếu sáng, thay trong tuần.'}]},
  {name: '', words: 'Xe tải chạy đường khóm làm hư đường.', issues: [{subject: 'Xe tải làm hư đường khóm', field: 1}, {subject: 'Bụi do xe tải', field: 5}]},
  {name: 'Trần Thị Ví', words: 'Nước máy yếu vào buổi chiều.', issues: [{subject: 'Nước máy yếu buổi chiều', field: 4}]},
  {name: 'Phan Văn Dụ', words: 'Rác đầu hẻm ba ngày không ai lấy.', issues: [{subject: 'Rác đầu hẻm 12 không được thu gom', field: 5}]},
  {name: 'Võ Thị Nháp', words: 'Xin làm gờ giảm tốc trước trường.', issues: [{subject: 'Xin gờ giảm tốc trước trường học', field: 1}]},
];

test('six opinions are taken down at the desk, one while the network is away', async () => {
  const {page} = people.cchc;
  await people.cchc.goTo(`/doi-thoai/${made.dialogue}/ban-ghi`);
  for (const [at, opinion] of kOpinions.entries()) {
    if (at === 3) await page.context().setOffline(true);
    await say(opinion);
    if (at === 3) {
      await page.waitForSelector('text=Chưa gửi được: 1 lượt');
      await page.context().setOffline(false);
      // The page sends by itself when the network is back: the button may be gone before it is reached.
      await page.click('text=Gửi ngay', {timeout: 2000}).catch(() => {});
    }
    await page.waitForFunction((count) => document.querySelectorAll('.desk-list li').length === count, at + 1);
  }
  people.cchc.faults = people.cchc.faults.filter((each) => !/ERR_INTERNET_DISCONNECTED/.test(each));
  assert.match(await page.locator('.desk-form h2').innerText(), /Lượt 7/);
  await people.cchc.picture('walk-desk');
});

test('each is read back and confirmed', async () => {
  const {page} = people.cchc;
  await page.click('text=/Đọc lại và xác nhận/');
  for (let left = kOpinions.length; left > 0; --left) {
    await page.waitForSelector('.read-back form[data-act="dialogue/confirm-opinion"]');
    await people.cchc.submit();
    await page.waitForFunction((count) => document.querySelectorAll('.desk-list button').length === count, left - 1);
  }
  await page.waitForSelector('.read-back', {state: 'detached'});
});

test('the meeting ends, its minutes are signed, its result is published', async () => {
  await people.cchc.goTo(`/doi-thoai/${made.dialogue}`);
  await people.cchc.act('record-attendance', {residents: '32', bodies: 'Ủy ban Mặt trận Tổ quốc phường'});
  await people.cchc.act('skip-presentation', {reason: 'Buổi đầu tiên của khóm.'});
  await people.cchc.act('close', {end: today().slice(11, 16)});
  await people.cchc.act('sign-minutes');
  await people.chair.goTo(`/doi-thoai/${made.dialogue}`);
  await people.chair.act('publish-conclusion', {text: 'Bảy nội dung, một nội dung trả lời tại chỗ.', places: 'Nhà văn hóa khóm'});
  assert.match(await people.chair.page.locator('.issue-tags').innerText(), /đã công bố kết luận/);
});

test('an issue is classified, assigned and accepted', async () => {
  await people.cchc.goTo('/noi-dung?q=cong to 12');
  await people.cchc.page.locator('[data-row-link]').first().click();
  await people.cchc.settle();
  made.issue = new URL(people.cchc.page.url()).pathname.split('/').at(-1);
  await people.cchc.act('classify', {}, ['kiến nghị', 'phức tạp']);
  await people.cchc.openAct('assign');
  await people.cchc.choose('Nguyễn Văn Hải – Công chức Địa chính');
  await people.cchc.submit();
  await people.officer.goTo('/');
  await people.officer.page.locator('.work-list a.button').first().click();
  await people.officer.settle();
  await people.officer.submit();
  await people.officer.act('note-progress', {text: 'Đã kiểm tra, ống cống bể ba đốt.'});
});

test('an extension is asked for and approved by another', async () => {
  await people.officer.act('request-extension', {days: '7', reason: 'Chờ vật tư.'});
  await people.chair.goTo('/duyet');
  await people.chair.act('approve-extension', {document: '02/UBND'});
});

test('the answer is drafted, sent back, drafted again and approved', async () => {
  await people.officer.goTo(`/noi-dung/${made.issue}`);
  await people.officer.act('draft-answer', {text: 'Sẽ thay cống.', legal_basis: 'Kế hoạch sửa chữa năm nay'}, ['đã giải quyết xong']);
  await people.chair.goTo('/duyet');
  await people.chair.act('send-back-answer', {comments: 'Ghi rõ ngày xong.'});
  await people.officer.goTo(`/noi-dung/${made.issue}`);
  await people.officer.act('draft-answer', {text: 'Đã thay ba đốt cống, xong trong tháng.'});
  await people.chair.goTo(`/noi-dung/${made.issue}`);
  await people.chair.act('approve-answer');
});

test('a form that others overtook says who did what, and goes on with what was typed', async () => {
  await people.chair.goTo(`/noi-dung/${made.issue}`);
  await people.chair.openAct('instruct');
  await people.chair.fill({text: 'Kiểm tra lại sau mưa lớn.'});
  await people.cchc.goTo(`/noi-dung/${made.issue}`);
  await people.cchc.act('escalate', {reason: 'Dân hỏi nhiều lần.'}, ['người phụ trách']);
  await people.chair.form.locator('button[type=submit]').click();
  await people.chair.page.waitForSelector('text=đã có việc mới');
  assert.match(await people.chair.form.innerText(), /Báo cáo cấp trên/);
  assert.equal(await people.chair.form.locator('[name=text]').inputValue(), 'Kiểm tra lại sau mưa lớn.');
  await people.chair.page.click('text=Đã xem, ghi tiếp');
  await people.chair.submit();
  people.chair.faults = people.chair.faults.filter((each) => !/status of 412/.test(each));
});

test('the notice is issued, delivered with proof, and the matter is closed', async () => {
  await people.clerk.goTo(`/noi-dung/${made.issue}`);
  await people.clerk.act('issue-notice');
  await people.khom.goTo(`/noi-dung/${made.issue}`);
  await people.khom.act('record-delivery', {recipient: 'Nguyễn Văn Thử'}, ['trao tận tay', 'ký tên']);
  await people.cchc.goTo(`/noi-dung/${made.issue}`);
  await people.cchc.act('close');
  await people.cchc.act('ask-feedback', {channel: 'gọi điện'});
  await people.khom.goTo(`/noi-dung/${made.issue}`);
  await people.khom.act('record-feedback', {solved_in_reality: true}, ['hài lòng']);
  assert.match(await people.khom.page.locator('.column-main').innerText(), /hài lòng/);
  await people.khom.picture('walk-issue-phone');
});

test('what is missing is said at the field, and nothing is recorded', async () => {
  await people.cchc.goTo('/noi-dung?q=rac dau hem');
  await people.cchc.page.locator('[data-row-link]').first().click();
  await people.cchc.settle();
  await people.cchc.openAct('classify');
  await people.cchc.form.locator('button[type=submit]').click();
  await people.cchc.page.waitForSelector('.form-summary');
  assert.match(await people.cchc.form.locator('.field', {hasText: 'Loại'}).first().innerText(), /Cần điền/);
});

test('sealed words are opened for a purpose, which the supervisor sees', async () => {
  await people.cchc.goTo(`/noi-dung/${made.issue}`);
  await people.cchc.page.click('text=Mở niêm phong');
  await people.cchc.page.fill('input[name=purpose]', 'Gọi báo kết quả');
  await people.cchc.page.locator('.opening button[type=submit]').click();
  await people.cchc.page.waitForSelector('text=Mưa là nước tràn vô nhà');
  await people.supervisor.goTo('/giam-sat');
  await people.supervisor.page.waitForSelector('text=Gọi báo kết quả');
});

test('the figures are frozen, the report is written, signed and sent', async () => {
  const month = Number(today().slice(5, 7));
  const report = `/bao-cao/calendar/${today().slice(0, 4)}-Q${Math.ceil(month / 3)}`;
  await people.cchc.goTo(report);
  await people.cchc.openAct('freeze');
  await people.cchc.fill({estimate: true});
  await people.cchc.submit();
  await people.cchc.act('draft', {narrative: 'Một buổi đối thoại, bảy nội dung.'});
  await people.chair.goTo(report);
  await people.chair.act('sign');
  await people.cchc.goTo(report);
  await people.cchc.act('submit', {channel: 'trục liên thông'});
  assert.match(await people.cchc.page.locator('.issue-tags').innerText(), /đã gửi/);
  await people.cchc.picture('walk-report');
});

test('the supervisor sees the past as it was, where nothing can be done', async () => {
  const {page} = people.supervisor;
  await people.supervisor.goTo(`/noi-dung/${made.issue}?luc=60`);
  await page.waitForSelector('.asof');
  // Side by side with now, on an issue and on every other page.
  await page.click('text=So với bây giờ');
  await page.waitForSelector('.compare-differs');
  assert.match(await page.locator('.compare-sides').innerText(), /Trạng thái[\s\S]*đã xong/i);
  // And any moment with any other, in their order.
  await people.supervisor.goTo(`/so-cai?luc=60&doi-chieu=20`);
  assert.match(await page.locator('.compare').innerText(), /Bản ghi trong sổ\s+20\s+60/);
  await people.supervisor.goTo(`/loi-hua?luc=60&doi-chieu=1`);
  assert.match(await page.locator('.compare').innerText(), /Bản ghi trong sổ\s+60\s/);
  await people.supervisor.goTo(`/so-cai?luc=60`);
  assert.match(await page.locator('.page-head').innerText(), /60 bản ghi/);
  await people.supervisor.goTo('/giam-sat?luc=60');
  assert.equal(await page.locator('.act-panel [data-act]').count(), 0);
});

test('a record is verified by the reader’s own machine', async () => {
  const {page} = people.supervisor;
  await people.supervisor.goTo('/xac-minh?so=20');
  await page.waitForSelector('text=Khớp với sổ.');
  await page.click('text=Giữ đầu sổ hiện nay');
  await page.waitForSelector('text=/bản ghi, gốc/');
  await people.supervisor.goTo('/xac-minh?so=21');
  await page.waitForSelector('text=đoạn cũ không bị sửa');
});

test('no page broke its policy, met a script’s error or asked another host', () => {
  for (const reader of Object.values(people)) reader.assertNoFaults();
});
