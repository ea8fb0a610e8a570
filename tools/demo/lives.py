"""The course of a matter after the minutes are signed: settled, forwarded, handed over."""

from datetime import timedelta

from ward_setting import BASIS, HANDLER, KHOM_BY_ID, UNIT

SENT_BACK = (
    "Bổ sung số liệu hiện trạng và ngày hoàn thành.", "Viết rõ đơn vị chịu trách nhiệm theo dõi.",
    "Câu chữ còn quá khái quát, nêu cụ thể việc đã làm.",
    "Bổ sung căn cứ và ý kiến của Ban nhân dân khóm.",
)
EXTENSION_REASONS = {
    "covid": "Giãn cách xã hội để phòng, chống dịch, chưa tổ chức được đoàn kiểm tra thực địa.",
    "other": "Chờ vật tư và ý kiến phối hợp của đơn vị liên quan.",
}
CHANNELS = ("gọi điện thoại", "gặp trực tiếp tại nhà", "qua Trưởng khóm")
PLEASED = (
    "Làm vậy tui ưng bụng lắm, cảm ơn phường nghen", "Được rồi đó, giờ đi lại khỏe hơn nhiều",
    "Tui thấy có làm thiệt, vậy là mừng", "Hài lòng, mong kỳ sau cũng lẹ vậy",
)
HALF = ("Làm rồi mà chưa tới nơi tới chốn", "Cũng đỡ, nhưng khúc cuối còn y chang",
        "Tạm được, để coi mùa mưa tới sao")
CROSS = ("Nói vậy chớ đâu thấy ai làm, tui chưa chịu",
         "Giấy thì có mà việc thì chưa, tui hổng hài lòng")
METHODS = ("in_person", "khom_head", "khom_head", "post", "message")


def _head(life):
    return KHOM_BY_ID[life.khom].head


def classify(life, matter, rng, complex_matter, default_type):
    field = matter.source.get("field_after", matter.field)
    kind = matter.source.get("type", default_type)
    life.act((1, 2), "cchc_officer", "classify",
             {"type": kind, "field": field,
              "complexity": "complex" if complex_matter else "simple"})
    return field


def assign(life, days, rng, field, due=None):
    handler = HANDLER[field]
    body = {"assignee": handler, "unit": UNIT[handler]}
    if due and rng.random() < 0.4:
        internal = days.after(due, -3)
        if internal > life.now.date() + timedelta(days=3):
            body["internal_due"] = internal.isoformat()
    life.act((0, 1), "cchc_officer" if rng.random() < 0.85 else "chair", "assign", body)
    life.act((0, 1), handler, "accept", {}, late=0.02)
    return handler


def _extension(life, days, rng, handler, due, outcome):
    """Asks three working days before the deadline; answers how many days were given."""
    reason = EXTENSION_REASONS["covid" if due.month in (7, 8, 9) else "other"]
    wanted = rng.choice((7, 10, 15))
    life.act(days.after(due, -3), handler, "request-extension", {"days": wanted, "reason": reason})
    if outcome == "refused":
        life.act((0, 1), "chair", "refuse-extension",
                 {"reason": "Việc trong khả năng của phường, khẩn trương hoàn thành đúng hạn."})
        return 0
    life.act((0, 1), "chair", "approve-extension", {})
    return wanted


def _settle_day(life, days, rng, handler, due, fate):
    if fate == "late":
        return days.after(due, rng.randint(3, 7))
    if fate.startswith("refused"):
        _extension(life, days, rng, handler, due, "refused")
        return days.after(due, rng.randint(2, 4)) if fate == "refused_late" else due
    if fate.startswith("extended"):
        given = _extension(life, days, rng, handler, due, "approved")
        if fate == "extended_early":
            return due
        if fate == "extended_late":
            return days.after(due, given + rng.randint(2, 4))
        return days.after(due, rng.randint(2, given - 2))
    return days.after(due, -rng.randint(1, 6))


def draft_and_approve(life, days, rng, matter, field, handler, settle_day, text=None):
    """Draft, perhaps sent back, approved on the day."""
    body = {"outcome": "DONE" if text else matter.source.get("outcome", "EXPLAINED"),
            "text": text or matter.text("answer"), "legal_basis": BASIS[field]}
    back = rng.random() < 0.25 and text is None
    life.act(days.after(settle_day, -3 if back else -1), handler, "draft-answer", body)
    if back:
        who = rng.choice(("cchc_officer", "chair"))
        life.act((0, 1), who, "send-back-answer", {"comments": rng.choice(SENT_BACK)})
        redrafted = dict(body)
        redrafted["text"] += (f" Kiểm tra lại ngày {life.now:%d/%m/%Y} cùng Ban nhân dân khóm; "
                              "khóm theo dõi, báo lại tại kỳ đối thoại sau.")
        life.act((0, 1), handler, "draft-answer", redrafted)
    life.act(settle_day, "chair", "approve-answer", {})


def signer(rng):
    deputy = rng.random() < 0.15
    return {"signer": "of-pho-chu-tich" if deputy else "of-chu-tich",
            "capacity": "KT" if deputy else "TM"}


def issue_notice(life, rng):
    signed = signer(rng)
    life.act((0, 2) if rng.random() < 0.9 else (4, 5), "clerk", "issue-notice", signed)


def deliver(life, rng, method=None):
    method = method or rng.choice(METHODS)
    by_head = method == "khom_head" or (method == "in_person" and rng.random() < 0.5)
    life.act((0, 3), _head(life) if by_head else "clerk", "record-delivery", proved(method),
             late=0.25 if by_head else 0.0)
    for absorbed in life.absorbed:
        life.act((0, 1), _head(life), "record-delivery",
                 proved("khom_head") | {"absorbed": absorbed})


def proved(method):
    """What shows that a notice was delivered: a signature where somebody took it in hand."""
    if method in ("in_person", "khom_head"):
        return {"method": method, "acknowledgement": "signature"}
    return {"method": method}


def answer(life, days, rng, matter, field, handler, settle_day, text=None):
    """The answer, its notice and its delivery, as it usually goes."""
    draft_and_approve(life, days, rng, matter, field, handler, settle_day, text)
    issue_notice(life, rng)
    deliver(life, rng)
    life.act((0, 2), "cchc_officer", "close", {})


def feedback(life, rng, verdict=None, ask_by="cchc_officer", record_by=None, wait=(2, 6)):
    life.act(wait, ask_by, "ask-feedback", {"channel": rng.choice(CHANNELS)})
    drawn = rng.random()
    if verdict is None and drawn < 0.12:
        return
    if verdict is None:
        verdict = rng.choices(
            ("satisfied", "partly", "dissatisfied", "no_answer", "unreachable"),
            (62, 20, 7, 6, 5))[0]
    body = {"verdict": verdict}
    if verdict in ("satisfied", "partly", "dissatisfied"):
        body["solved_in_reality"] = verdict == "satisfied" or (
            verdict == "partly" and rng.random() < 0.5)
        if rng.random() < 0.6:
            said = {"satisfied": PLEASED, "partly": HALF, "dissatisfied": CROSS}[verdict]
            body["words"] = f"{rng.choice(said)}, tui trả lời phiếu số {rng.randint(1000, 9999)}."
    by = record_by or rng.choice(("cchc_officer", _head(life), "supervisor"))
    life.act((1, 4), by, "record-feedback", body, late=0.10 if by == _head(life) else 0.0)


def take_up(life, days, rng, matter, received):
    """Classified, assigned, accepted, a first note: field, deadline and who handles it."""
    complex_matter = matter.source.get("complexity") == "complex"
    kind = "PETITION" if rng.random() < 0.6 else "REPORT"
    field = classify(life, matter, rng, complex_matter, kind)
    due = days.due(received, complex_matter)
    handler = assign(life, days, rng, field, due)
    life.act((1, 4), handler, "note-progress",
             {"text": matter.text("progress"),
              "visibility": "public" if rng.random() < 0.75 else "internal"}, late=0.03)
    return field, due, handler


def settle(life, days, rng, matter, received, fate):
    field, due, handler = take_up(life, days, rng, matter, received)
    settle_day = _settle_day(life, days, rng, handler, due, fate)
    answer(life, days, rng, matter, field, handler, settle_day)
    if fate in ("reopened", "reopened_open"):
        feedback(life, rng, "dissatisfied", wait=(2, 4))
        reopened(life, days, rng, matter, field, finish=fate == "reopened")
    elif rng.random() < 0.7:
        feedback(life, rng)


def reopened(life, days, rng, matter, field, finish):
    life.act((1, 3), "chair", "reopen",
             {"reason": "Người dân chưa hài lòng, kiểm tra lại cho thấy còn việc phải làm."})
    due = days.due(life.now.date(), matter.source.get("complexity") == "complex")
    handler = assign(life, days, rng, field)
    life.act((1, 3), handler, "note-progress",
             {"text": "Đã kiểm tra lại tại chỗ cùng người phản ánh và Trưởng khóm.",
              "visibility": "public"})
    if not finish:
        return
    answer(life, days, rng, matter, field, handler, days.after(due, -2),
           "Đã làm bổ sung phần còn thiếu, có biên bản xác nhận của người phản ánh và Trưởng khóm.")


def forward(life, days, rng, matter, received, fate, number):
    field = classify(life, matter, rng, True, "PETITION")
    due = days.due(received, True)
    if rng.random() < 0.15:
        assign(life, days, rng, field)
    life.act((0, 2), "chair" if rng.random() < 0.3 else "cchc_officer", "forward",
             {"body": matter.text("body"),
              "document": f"Phiếu chuyển, sổ chuyển việc số {number:02d}/2021",
              "asked": matter.text("asked"), "resident_told": rng.random() < 0.9})
    if fate == "never_answered":
        if rng.random() < 0.5:
            life.act((5, 9), "clerk", "acknowledge-forward", _receipt(rng))
        life.act((10, 20), "cchc_officer", "note-progress",
                 {"text": "Đã gửi văn bản nhắc đơn vị được chuyển.", "visibility": "public"})
        return
    if rng.random() < 0.85:
        life.act((3, 6), "clerk", "acknowledge-forward", _receipt(rng), late=0.05)
    told = days.after(due, rng.randint(4, 14) if fate == "late" else -rng.randint(1, 5))
    if rng.random() < 0.4:
        life.act((2, 4), "cchc_officer", "note-progress",
                 {"text": "Đơn vị tiếp nhận báo đang khảo sát.", "visibility": "public"})
    life.act(days.after(told, -2), "clerk", "record-external-result",
             {"document": f"Văn bản trả lời ngày {days.after(told, -3):%d/%m/%Y}",
              "summary": matter.text("result")})
    life.act(told, rng.choice(("cchc_officer", _head(life))), "tell-external-result",
             {"method": rng.choice(("message", "khom_head", "in_person"))},
             late=0.0 if fate == "late" else 0.15)


def _receipt(rng):
    return {"document": f"Giấy báo tiếp nhận số {rng.randint(101, 987)}"}


def hand_over_complaint(life, rng, matter):
    classify(life, matter, rng, True, "COMPLAINT")
    life.act((0, 1), "chair", "hand-over",
             {"counter": 1, "paper_register_number": "01/SKN-2021",
              "receiving_officer": "of-tu-phap"})


def contest_on_the_spot(life, days, rng, matter):
    """Answered at the meeting, but the resident did not agree: opened again by the chair."""
    feedback(life, rng, "dissatisfied", wait=(3, 5))
    reopened(life, days, rng, matter, matter.field, finish=True)
