"""The year at the counter and in the offices: matters that did not come up at a dialogue, a new
calendar, supervisors, numbers that went wrong, contacts that changed, the plan's end."""

import random
from datetime import date, datetime, timedelta

import lives
from book import Life, office_moment
from texts import SubjectPicker, read_subjects
from ward_setting import KHOM_BY_ID

TEMPLATES = (
    ("TB", "Ủy ban nhân dân phường thông báo kết quả giải quyết {subject} nêu ngày {received}: "
           "{answer}"),
    ("BC", "Báo cáo kết quả đối thoại với nhân dân kỳ {period}: {figures}"),
)

# khóm, day it came, channel, field
AT_THE_COUNTER = (
    ("sa-nhien", date(2021, 3, 9), "reception", "WASTE_ENV"),
    ("tan-thuan", date(2021, 5, 18), "letter", "LAND_CONSTRUCTION"),
    ("tan-my", date(2021, 10, 26), "hotline", "LIGHTING"),
)


def write(book, days, people, known):
    at_the_counter(book, days, people)
    typed_twice(book, days, people)
    supervise(book, days)
    change_people(book, known)
    book.add(datetime(2021, 7, 27, 10, 12), "clerk", "register/2021/void-number", {
        "type": "TB", "reason": "Phôi in hỏng, số ghi nhầm trên giấy."})
    book.add(datetime(2022, 1, 6, 9, 30), "chair", "plans/2021/close", {
        "lessons": "Giữ lịch xuống khóm đầu quý để còn thời gian bù khi có việc đột xuất."},
        past_the_year=True)


def record(book, people, rng, issue, khom, day, channel, raised):
    moment = office_moment(rng, day)
    person = people.resident(KHOM_BY_ID[khom])
    book.add(moment, "cchc_officer", f"issues/{issue}/record", {
        "channel": channel, "khom": khom, "received": day.isoformat(),
        "subject": raised.subject, "field": raised.field, "pressing": False,
        "words": f"Tôi đề nghị phường xem giúp: {raised.text('words')}.", "speaker": person})
    return moment


def at_the_counter(book, days, people):
    picker = SubjectPicker(read_subjects())
    for number, (khom, day, channel, field) in enumerate(AT_THE_COUNTER, 1):
        rng = random.Random(f"counter {number}")
        raised = picker.pick(rng, "settle", field, KHOM_BY_ID[khom], day.month)
        issue = f"i-2021-td-{number:02d}"
        moment = record(book, people, rng, issue, khom, day, channel, raised)
        life = Life(book, days, rng, issue, khom, moment)
        lives.settle(life, days, rng, raised, day, "in_time")


def typed_twice(book, days, people):
    """The same letter was typed in by two people: the second entry is voided."""
    rng = random.Random("typed twice")
    day = date(2021, 5, 18)
    raised = SubjectPicker(read_subjects()).pick(
        random.Random("counter 2"), "settle", "LAND_CONSTRUCTION", KHOM_BY_ID["tan-thuan"], 5)
    issue = "i-2021-td-04"
    moment = record(book, people, rng, issue, "tan-thuan", day, "letter", raised)
    life = Life(book, days, rng, issue, "tan-thuan", moment)
    life.act((1, 1), "cchc_officer", "link", {
        "other": "i-2021-td-02", "kind": "related", "reason": "Cùng một lá đơn."})
    life.act((0, 1), "chair", "void", {
        "reason": "Nhập trùng cùng một lá đơn.", "duplicate_of": "i-2021-td-02"})


def supervise(book, days):
    for number, (day, body, about, wait) in enumerate((
            (date(2021, 4, 20), "Thường trực Hội đồng nhân dân phường", [], 9),
            (date(2021, 10, 12), "Ủy ban Mặt trận Tổ quốc Việt Nam phường",
             ["plan-2021"], 19)), 1):
        rng = random.Random(f"supervisor {number}")
        asked = office_moment(rng, day)
        book.add(asked, "supervisor", "supervision/recommend", {
            "recommendation": f"kn-2021-{number:02d}", "body": body, "about": about,
            "text": "Đề nghị Ủy ban nhân dân phường báo cáo việc còn chậm và cách khắc phục.",
            "basis": "Luật Mặt trận Tổ quốc Việt Nam 2015, chương giám sát"})
        answered = office_moment(rng, days.after(day, wait))
        book.add(answered, "chair", "supervision/answer-recommendation", {
            "recommendation": f"kn-2021-{number:02d}",
            "text": "Đã rà soát từng việc, phân công lại và báo cáo kèm danh mục.",
            "document": f"Công văn ngày {answered:%d/%m/%Y}"})
    book.add(datetime(2021, 9, 7, 14, 20), "cchc_officer", "supervision/register-takedown", {
        "takedown": "gb-2021-01", "subject": "dialogue-d-2021-q3-01",
        "place": "Trang thông tin của phường", "reason": "Ảnh chụp thấy rõ mặt trẻ em.",
        "decision": "Ý kiến chỉ đạo ngày 07/09/2021 của Chủ tịch"})


def change_people(book, known):
    """Somebody moved to another number; somebody asked not to be named any more."""
    moved, shy = known["sa-nhien"][0], known["tan-my"][2]
    at = datetime(2021, 6, 3, 9, 41)
    book.add(at, "clerk", f"residents/{moved['resident']}/change-contact",
             {"phone": "0900 000 999", "reason": "Người dân báo đổi số điện thoại."})
    book.add(at + timedelta(days=20), "cchc_officer",
             f"residents/{shy['resident']}/withhold-identity",
             {"reason": "Người dân đề nghị không nêu tên trong thông báo chung."})
    book.add(at + timedelta(days=90), "cchc_officer",
             f"residents/{shy['resident']}/reveal-identity",
             {"reason": "Người dân rút đề nghị."})
