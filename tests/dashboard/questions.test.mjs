// The questions that each role asks most, and how many clicks from their first page the answer is: two at most. The questions are those of the
// design; a test's name is the question.
import assert from 'node:assert/strict';
import {after, before, test} from 'node:test';
import {Browser, kDesktop, kPhone} from './browser.mjs';
import {Client} from './client.mjs';
import {demonstration} from './server.mjs';

const kNow = 'sa-dec-hom-nay';
const kPast = 'tan-quy-dong';
const kClicks = 2;

let server;
let browser;
let passwords;
const made = {};
const readers = new Map();

async function client(user, ward = kNow) {
  return Client.signIn(server.address, ward, user, passwords.get(`${ward} ${user}`));
}

/** Adds to the demonstration what a ward's day has: a request for more time, a draft that was sent back, a date with guests. */
before(async () => {
  ({server, passwords} = await demonstration());
  browser = await Browser.launch();
  const [cchc, chair] = [await client('cchc_officer'), await client('chair')];
  const {items} = await cchc.get('issues?open=true&limit=200');
  const [drafted, accepted] = [items.find((each) => each.phase === 'answer_drafted' && each.assignee === 'officer_land') ?? items.find((each) => each.phase === 'answer_drafted'),
    items.find((each) => each.phase === 'accepted')];
  Object.assign(made, {drafted, accepted});
  const of = (issue) => client(issue.assignee);
  await (await of(accepted)).act(`issues/${accepted.id}/request-extension`, {days: 5, reason: 'Chờ vật tư về.'});
  await chair.act(`issues/${drafted.id}/send-back-answer`, {comments: 'Ghi rõ ngày xong.'});
}, {timeout: 300_000});

after(async () => {
  await browser?.close();
  await server?.stop();
});

/** The reader of a role, at their first page; a click is counted wherever it is made. */
async function home(user, ward = kNow, viewport = kDesktop) {
  const key = `${ward} ${user}`;
  if (!readers.has(key)) {
    const reader = await browser.open(server.address, {viewport});
    await reader.signIn(ward, user, passwords.get(key));
    readers.set(key, reader);
  }
  const reader = readers.get(key);
  await reader.goTo('/');
  let clicks = 0;
  return {
    reader,
    async click(selector, options = {}) {
      ++clicks;
      await reader.page.locator(selector, options).first().click();
      await reader.settle();
    },
    /** The answer stands on the page, whatever has to be scrolled. */
    async sees(...parts) {
      await reader.page.waitForFunction((wanted) => {
        const text = document.querySelector('main')?.innerText.toLowerCase() ?? '';
        return wanted.every((each) => new RegExp(each, 'iu').test(text));
      }, parts.map((each) => each.source ?? each), {timeout: 10_000}).catch(async () => {
        assert.fail(`${parts.join(' · ')} is not in:\n${await reader.page.locator('main').innerText()}`);
      });
      assert.ok(clicks <= kClicks, `${clicks} clicks`);
    },
  };
}

test('CCHC officer: What must leave my desk today?', async () => {
  const at = await home('cchc_officer');
  await at.sees(/Hôm nay/, /Số liệu cần chốt/, /hạn/);
});

test('CCHC officer: Which khóm has no session yet this quarter and no date set?', async () => {
  const at = await home('cchc_officer');
  await at.sees(/khóm chưa có ngày/);
  await at.click('.rail a[href="/ke-hoach"]');
  await at.sees(/Độ phủ|khóm theo quý/, /Quý 4/, /Mẫu 3/);
});

test('CCHC officer: Which answers are signed but not delivered?', async () => {
  const at = await home('cchc_officer');
  await at.sees(/đã ký, chưa đến tay dân/);
});

test('CCHC officer: Are the quarter’s numbers complete, and what changed since the last draft?', async () => {
  const at = await home('cchc_officer');
  await at.click('.rail a[href="/bao-cao"]');
  await at.click('[data-row-link]');
  await at.sees(/Cân đối|chuyển sang/, /khớp/, /chưa chốt lần nào trong kỳ này|Thay đổi từ lần chốt trước/);
});

test('CCHC officer: Who has had this case how long, and how many times was it returned?', async () => {
  const at = await home('cchc_officer');
  await at.click(`a[href*="/noi-dung/${made.accepted.id}"]`);
  await at.sees(/giữ \d+ ngày/, /Diễn biến/);
});

test('Chair: What is overdue or about to be, and whose?', async () => {
  const at = await home('chair');
  await at.sees(/Quá hạn và sắp đến hạn/, /Người xử lý/, /quá hạn/, /sắp/);
});

test('Chair: What did I promise in this khóm, and is it done?', async () => {
  const at = await home('chair', kPast);
  await at.click('.rail a[href="/loi-hua"]');
  await at.click('.views .chip', {hasText: 'Tân Thuận'});
  await at.sees(/báo cáo kết quả cho Chủ tịch/, /Trạng thái/, /30\/03\/2021/);
});

test('Chair: Which extension should I refuse?', async () => {
  const at = await home('chair');
  await at.click('.rail a[href="/duyet"]');
  await at.click('.pick-row-button', {hasText: made.accepted.subject});
  await at.sees(/xin gia hạn 5 ngày/, /Chờ vật tư về/, /Hạn ban đầu .* không đổi/, /Đã gia hạn 0 trong \d+ lần/);
});

test('Chair: What do people raise again and again?', async () => {
  const at = await home('chair');
  await at.sees(/Dân nói đi nói lại/, /\d+ lần/);
});

test('Chair: What will HĐND ask me this quarter, with which number?', async () => {
  const at = await home('chair');
  await at.sees(/Hội đồng sẽ hỏi gì/);
  await at.click('.council a');
  await at.sees(/\d+\/\d+/);
});

test('Officer: What is newly mine and by when, and how was that date computed?', async () => {
  const at = await home(made.accepted.assignee);
  await at.click(`a[href*="/noi-dung/${made.accepted.id}"]`);
  await at.click('.clock summary, .deadline-why summary, summary:has-text("Vì sao")');
  await at.sees(/ngày làm việc/, /Căn cứ/);
});

test('Officer: What exactly did the resident say?', async () => {
  const at = await home(made.accepted.assignee);
  await at.click(`a[href*="/noi-dung/${made.accepted.id}"]`);
  await at.click('text=Mở niêm phong');
  await at.reader.page.fill('input[name=purpose]', 'Đọc để trả lời');
  await at.reader.page.keyboard.press('Enter');
  await at.reader.page.waitForSelector('blockquote.words-of-people');
  await at.sees(/Lời người dân|Dân nói/);
});

test('Officer: Has this been answered before, here or in another khóm?', async () => {
  const at = await home(made.accepted.assignee);
  await at.click(`a[href*="/noi-dung/${made.accepted.id}"]`);
  await at.sees(/Việc giống việc này/, /cùng khóm|Chưa thấy việc nào giống|·/);
});

test('Officer: What is missing to ask for an extension properly?', async () => {
  const at = await home(made.accepted.assignee);
  await at.click(`a[href*="/noi-dung/${made.accepted.id}"]`);
  await at.sees(/Muốn gia hạn thì cần gì/, /Đã gia hạn 0 trong \d+ lần/, /Đang có một đề nghị chờ Chủ tịch/, /nêu lý do và số ngày/);
});

test('Officer: Was my draft sent back and why?', async () => {
  const at = await home(made.drafted.assignee);
  await at.sees(/Trả lời bị trả lại|bản trả lời bị trả lại/);
  await at.click(`a[href*="/noi-dung/${made.drafted.id}"]`);
  await at.sees(/Trả lại vì: Ghi rõ ngày xong/);
});

test('Khóm head: When is the session and who is coming?', async () => {
  const at = await home('khom_head_mau_4', kNow, kPhone);
  await at.sees(/Buổi tới/, /\d\d\/\d\d\/2026/);
  await at.click('.card a[href^="/doi-thoai/"]');
  await at.sees(/Ngày/, /Nơi|Địa điểm|tại/);
});

test('Khóm head: What became of what my people said?', async () => {
  const at = await home('khom_head', kNow, kPhone);
  await at.click('a[href="/noi-dung?xem=all"]');
  await at.sees(/trả lời tại chỗ|đã xong|kết thúc/);
});

test('Khóm head: Which letters must I hand over?', async () => {
  const at = await home('khom_head', kNow, kPhone);
  await at.sees(/đã ký, chưa đến tay dân/);
});

test('Khóm head: What did the ward promise here and is it real?', async () => {
  const at = await home('khom_head_tan_thuan', kPast, kPhone);
  await at.click('.bottom-bar a[href="/loi-hua"]');
  await at.sees(/báo cáo kết quả cho Chủ tịch/);
});

test('Khóm head: What shall I tell people today about delay?', async () => {
  const at = await home('khom_head_mau_1', kNow, kPhone);
  await at.sees(/Việc bà con đang chờ/, /Nói với bà con: /);
});

test('Supervisor: Were sessions really held as planned, with whom?', async () => {
  const at = await home('supervisor');
  await at.sees(/Độ phủ khóm theo quý/, /1\/1 đạt/);
  await at.click('.coverage a');
  await at.sees(/\d+ người dân|\d+ người|thành phần/);
});

test('Supervisor: Are closed cases closed in people’s eyes?', async () => {
  const at = await home('supervisor');
  await at.sees(/Dân chấm trong quý/, /hài lòng/);
});

test('Supervisor: Which extensions, pauses, refusals look abnormal?', async () => {
  const at = await home('supervisor');
  await at.click('.rail a[href="/giam-sat"]');
  await at.sees(/Chỗ cần xem kỹ/, /gia hạn/, /tạm dừng/, /Từ chối|không thụ lý/);
});

test('Supervisor: Do the reported figures follow from the log, unchanged since?', async () => {
  const at = await home('supervisor');
  await at.click('.rail a[href="/bao-cao"]');
  await at.click('[data-row-link]');
  await at.sees(/chốt/, /khớp/);
});

test('Supervisor: What happened to our recommendations?', async () => {
  const at = await home('supervisor', kPast);
  await at.click('.rail a[href="/giam-sat"]');
  await at.sees(/Kiến nghị/, /đã trả lời|trả lời ngày|hạn/);
});

test('Home affairs: Which ward has not reported?', async () => {
  const at = await home('home_affairs');
  await at.sees(/trong 1 phường đã gửi báo cáo/, /Sa Đéc/);
});

test('Home affairs: Do the totals add up and match the previous period?', async () => {
  const at = await home('home_affairs');
  await at.sees(/Cân đối/, /khớp/, /kỳ trước/);
});

test('Home affairs: Which issues wait for a city department?', async () => {
  const at = await home('home_affairs');
  await at.sees(/Chờ cơ quan khác/);
  await at.click('a[href*="forwarded.pending"]');
  await at.sees(/Chưa có kết quả/);
});

test('Home affairs: Which wards fall outside the normal range, and is it data or reality?', async () => {
  const at = await home('home_affairs');
  await at.sees(/Khác thường/, /không có|chỉ tính trên|khác xa|kỳ trước/);
});

test('Home affairs: Can I load it without retyping?', async () => {
  const at = await home('home_affairs');
  const loaded = at.reader.page.waitForEvent('download');
  await at.click('text=Tải tất cả (CSV)');
  assert.match((await loaded).suggestedFilename(), /^cac-phuong-calendar-2026-Q3\.csv$/);
  await at.sees(/XLSX/);
});

/** A resident's first page is that of their slip's code; "look up" is their first click. */
async function resident(phase) {
  const cchc = await client('cchc_officer');
  const {items} = await cchc.get('issues?limit=200');
  for (const {id} of items.filter((each) => each.phase === phase)) {
    const issue = await cchc.get(`issues/${id}?purpose=${encodeURIComponent('Tra giúp')}`);
    const phone = issue.opinion?.resident?.phone;
    if (typeof phone !== 'string') continue;
    const reader = readers.get('resident') ?? await browser.open(server.address, {viewport: kPhone});
    readers.set('resident', reader);
    await reader.page.goto('about:blank');
    await reader.page.goto(`${server.address}/tra-cuu#${issue.case_code}`);
    await reader.page.fill('#digits', phone.replace(/\D/g, '').slice(-4));
    await reader.page.click('form button');
    await reader.page.waitForSelector('.steps');
    return {issue, text: await reader.page.locator('main').innerText(), page: reader.page};
  }
  throw new Error(`nothing is ${phase}`);
}

test('Resident: Did they write down what I said, correctly?', async () => {
  const {issue, text} = await resident('answered_on_the_spot');
  assert.ok(text.includes(`Phường đã ghi: “${issue.subject}”`));
});

test('Resident: Who has it and when will I get an answer?', async () => {
  const {issue, text} = await resident('accepted');
  assert.ok(text.includes(`${issue.unit} đang giữ`));
  assert.match(text, /Hạn trả lời: .*\d\d\/\d\d\/2026/);
});

test('Resident: Why is it late or sent elsewhere?', async () => {
  const cchc = await client('cchc_officer');
  await (await client('chair')).act(`issues/${made.accepted.id}/approve-extension`, {document: '09/UBND'});
  assert.ok((await cchc.get(`issues/${made.accepted.id}`)).extensions > 0);
  const {text} = await resident('accepted');
  assert.match(text, /Vì sao lâu hơn\?[\s\S]*Đã gia hạn 1 lần\. Hạn đầu là \d\d\/\d\d\/\d{4}, hạn bây giờ là/);
});

test('Resident: What is the answer and where is the paper?', async () => {
  const {text} = await resident('closed');
  assert.match(text, /Thông báo số .* ngày/);
  assert.match(text, /Bản giấy có chữ ký và dấu: nhận từ trưởng khóm/);
});

test('Resident: What can I do if it is not solved?', async () => {
  const {page} = await resident('closed');
  await page.click('summary:has-text("Yêu cầu xem lại")');
  assert.match(await page.locator('.acts').innerText(), /Chủ tịch phường quyết định và báo lại/);
});
