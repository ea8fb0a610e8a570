"""Exceptions to the usual course: returned, paused, merged, recalled, withdrawn, promised …

One function per way; each takes the matter from its minutes to its end."""

from datetime import timedelta

import lives
from lives import signer, take_up
from ward_setting import HANDLER, KHOM_BY_ID, OFFICIAL_OF, UNIT


def _head(life):
    return KHOM_BY_ID[life.khom].head


def _finish(life, days, rng, raised, field, handler, due):
    lives.answer(life, days, rng, raised, field, handler, days.after(due, -rng.randint(1, 4)))


def returned(life, days, rng, raised, received):
    """It went to the wrong desk first."""
    complex_matter = raised.source.get("complexity") == "complex"
    field = lives.classify(life, raised, rng, complex_matter, "REPORT")
    wrong = "officer_culture" if HANDLER[field] != "officer_culture" else "officer"
    life.act((0, 1), "cchc_officer", "assign", {"assignee": wrong, "unit": UNIT[wrong]})
    life.act((0, 1), wrong, "return", {
        "reason": "not_my_field", "text": "Việc này thuộc bộ phận khác phụ trách.",
        "proposed_unit": UNIT[HANDLER[field]]})
    due = days.due(received, complex_matter)
    handler = lives.assign(life, days, rng, field, due)
    life.act((1, 3), handler, "note-progress",
             {"text": raised.text("progress"), "visibility": "public"})
    _finish(life, days, rng, raised, field, handler, due)
    lives.feedback(life, rng)


def paused(life, days, rng, raised, received):
    """The resident still has to bring a paper: the clock stands until it is there."""
    field, due, handler = take_up(life, days, rng, raised, received)
    life.act((0, 1), handler, "request-information",
             {"from": "resident", "what": "Sơ đồ vị trí và giấy tờ về phần đất có liên quan."})
    until = life.now.date() + timedelta(days=21)
    life.act((0, 1), "chair", "pause-clock", {
        "ground": "resident_must_supply", "until": until.isoformat(),
        "reason": "Chờ người dân bổ sung giấy tờ theo đề nghị của bộ phận chuyên môn."})
    life.act((5, 7), handler, "receive-information",
             {"what": "Đã nhận sơ đồ vị trí do người dân nộp.", "files": []})
    life.act((0, 0), "cchc_officer", "resume-clock", {})
    lives.answer(life, days, rng, raised, field, handler, days.after(due, 2))


def paused_until_its_day(life, days, rng, raised, received):
    """Distancing: nobody may go out to look; the pause ends on its day by itself."""
    field, due, handler = take_up(life, days, rng, raised, received)
    until = life.now.date() + timedelta(days=28)
    life.act((0, 1), "chair", "pause-clock", {
        "ground": "force_majeure", "until": until.isoformat(),
        "reason": "Giãn cách xã hội theo Chỉ thị số 16/CT-TTg, chưa kiểm tra hiện trường được."})
    lives.answer(life, days, rng, raised, field, handler, days.after(until, 6))


def corrected(life, days, rng, raised, received):
    """The record had the subject wrong, and the notice a slip of form."""
    field, due, handler = take_up(life, days, rng, raised, received)
    life.act((0, 1), "cchc_officer", "correct", {
        "field": "subject", "new_value": raised.subject + " (đoạn gần văn phòng khóm)",
        "reason": "Ghi thiếu vị trí khi lập biên bản."})
    lives.draft_and_approve(life, days, rng, raised, field, handler, days.after(due, -3))
    lives.issue_notice(life, rng)
    life.act((0, 1), "clerk", "correct-notice", {
        "document": f"Công văn đính chính ngày {life.now:%d/%m/%Y}",
        "reason": "Sai kỹ thuật trình bày ở phần nơi nhận."})
    lives.deliver(life, rng)
    life.act((0, 2), "cchc_officer", "close", {})


def posted(life, days, rng, raised, received):
    """The letter came back; the notice hangs at the khóm office instead."""
    field, due, handler = take_up(life, days, rng, raised, received)
    lives.draft_and_approve(life, days, rng, raised, field, handler, days.after(due, -4))
    lives.issue_notice(life, rng)
    life.act((2, 3), "clerk", "record-delivery-failure",
             {"method": "post", "reason": "Bưu điện hoàn lại, không có người nhận."})
    life.act((0, 1), _head(life), "post-notice",
             {"place": f"Bảng tin văn phòng khóm {KHOM_BY_ID[life.khom].name}"})
    life.act((1, 3), "cchc_officer", "close", {})


def recalled(life, days, rng, raised, received):
    """The answer named a wrong rule: recalled and written again."""
    field, due, handler = take_up(life, days, rng, raised, received)
    lives.draft_and_approve(life, days, rng, raised, field, handler, days.after(due, -8))
    lives.issue_notice(life, rng)
    life.act((0, 1), "chair", "recall-notice",
             {"reason": "Căn cứ pháp lý nêu trong thông báo không còn phù hợp."})
    _finish(life, days, rng, raised, field, handler, due)
    lives.feedback(life, rng)


def replaced(life, days, rng, raised, received):
    """Wrong in content after it was delivered: a new document, delivered again."""
    field, due, handler = take_up(life, days, rng, raised, received)
    lives.draft_and_approve(life, days, rng, raised, field, handler, days.after(due, -5))
    lives.issue_notice(life, rng)
    lives.deliver(life, rng, "in_person")
    life.act((1, 2), "chair", "replace-notice", {
        **signer(rng), "reason": "Thông báo ghi nhầm đoạn được xử lý.",
        "text": raised.text("answer") + " Nội dung này thay cho thông báo đã gửi trước."})
    lives.deliver(life, rng, "in_person")
    life.act((0, 2), "cchc_officer", "close", {})


def reclassified(life, days, rng, raised, received):
    """Two units are needed after all; the chair agrees a later day, the first one stays shown."""
    field, due, handler = take_up(life, days, rng, raised, received)
    agreed = days.due(received, True)
    life.act((0, 1), "chair", "reclassify", {
        "type": "PETITION", "field": field, "complexity": "complex",
        "reason": "Phải kiểm tra thực địa cùng hai bộ phận.",
        "agreed_due": max(agreed, days.after(due, 3)).isoformat()})
    lives.answer(life, days, rng, raised, field, handler, days.after(due, 2))


def withdrawn(life, days, rng, raised, received):
    take_up(life, days, rng, raised, received)
    life.act((3, 5), "cchc_officer", "withdraw", {
        "form": "signed", "document": "Đơn rút nội dung kiến nghị, lưu tại bộ phận Một cửa",
        "reason": "Hai bên đã thỏa thuận xong ranh đất.", "files": []})


def refused(life, days, rng, raised, received):
    """A court has the same matter: refused with its ground, in writing."""
    lives.classify(life, raised, rng, True, "PETITION")
    life.act((2, 4), "chair", "refuse-handling", {
        "ground": "under_court", "signer": "of-chu-tich",
        "reason": "Tòa án nhân dân đang thụ lý vụ việc cùng nội dung."})


def promised(life, days, rng, raised, received):
    """A promise with a day, kept, and seen to be kept by the khóm."""
    field, due, handler = take_up(life, days, rng, raised, received)
    commitment = f"c-{life.issue[2:]}"
    promised_for = days.after(due, 20)
    life.act((0, 1), "chair", "make-commitment", {
        "commitment": commitment, "owner": OFFICIAL_OF[handler], "due": promised_for.isoformat(),
        "what": "Hoàn thành phần việc còn lại ngoài hiện trường, có khóm cùng nghiệm thu."})
    _finish(life, days, rng, raised, field, handler, due)
    life.act(days.after(promised_for, -4), handler, "file-evidence", {
        "commitment": commitment, "text": "Đã làm xong, có biên bản nghiệm thu.", "files": []})
    life.act((1, 3), _head(life), "verify-commitment", {
        "commitment": commitment, "seen": "Trưởng khóm xem tại chỗ, đúng như đã hứa.",
        "files": []})


def promise_disputed(life, days, rng, raised, received):
    """Reported as done, not seen to be done; done again and later than promised."""
    field, due, handler = take_up(life, days, rng, raised, received)
    commitment = f"c-{life.issue[2:]}"
    first = days.after(due, 10)
    life.act((0, 1), handler, "make-commitment", {
        "commitment": commitment, "owner": OFFICIAL_OF[handler], "due": first.isoformat(),
        "what": "Dặm vá xong đoạn hư hỏng còn lại."})
    _finish(life, days, rng, raised, field, handler, due)
    life.act((1, 2), handler, "revise-commitment", {
        "commitment": commitment, "due": days.after(first, 10).isoformat(),
        "reason": "Chờ vật tư."})
    life.act((3, 5), handler, "file-evidence",
             {"commitment": commitment, "text": "Đã dặm vá.", "files": []})
    life.act((1, 2), _head(life), "dispute-commitment", {
        "commitment": commitment, "reason": "Mới làm được một nửa đoạn.", "files": []})
    life.act((15, 18), handler, "file-evidence",
             {"commitment": commitment, "text": "Đã làm nốt phần còn lại.", "files": []})
    life.act((1, 2), _head(life), "verify-commitment",
             {"commitment": commitment, "seen": "Đã làm hết đoạn.", "files": []})


def escalated(life, days, rng, raised, received):
    """It stood still; the chair stepped in with an order that is a promise too, and was missed."""
    field, due, handler = take_up(life, days, rng, raised, received)
    life.act((4, 6), "cchc_officer", "escalate",
             {"level": 2, "reason": "Nhiều ngày không có tiến triển, người dân hỏi lại."})
    order = days.after(life.now.date(), 5)
    life.act((0, 1), "chair", "instruct", {
        "text": "Phối hợp hai bộ phận, báo cáo kết quả cho Chủ tịch.", "due": order.isoformat(),
        "owner": OFFICIAL_OF[handler], "commitment": f"c-{life.issue[2:]}"})
    life.act(days.after(order, 3), handler, "file-evidence", {
        "commitment": f"c-{life.issue[2:]}", "text": "Báo cáo kết quả phối hợp.", "files": []})
    lives.answer(life, days, rng, raised, field, handler, days.after(due, -1))


def reopening_declined(life, days, rng, raised, received):
    field, due, handler = take_up(life, days, rng, raised, received)
    _finish(life, days, rng, raised, field, handler, due)
    life.act((2, 4), _head(life), "request-reopen", {
        "requester": "resident", "reason": "Muốn làm thêm đoạn ngoài nội dung đã nêu."})
    life.act((1, 2), "chair", "decline-reopen", {
        "reason": "Nội dung mới, đề nghị nêu tại kỳ đối thoại sau để ghi nhận riêng.",
        "document": f"Công văn trả lời ngày {life.now:%d/%m/%Y}"})


def split(life, days, rng, raised, received):
    """Two matters in one: each goes its own way with the same day of receipt."""
    parts = [{"issue": f"{life.issue}-{letter}", "subject": f"{raised.subject} ({what})",
              "field": raised.field}
             for letter, what in (("a", "phần hồ sơ"), ("b", "phần chi trả"))]
    life.act((0, 1), "cchc_officer", "split",
             {"parts": parts, "reason": "Hai việc khác nhau, hai bộ phận trả lời."})
    for part in parts:
        one = type(life)(life.book, days, rng, part["issue"], life.khom, life.now)
        lives.settle(one, days, rng, raised, received, "in_time")


def bounced(life, days, rng, raised, received, number):
    """Sent on, sent back: it was the ward's own after all."""
    field = lives.classify(life, raised, rng, True, "PETITION")
    life.act((0, 2), "cchc_officer", "forward", {
        "body": raised.text("body"), "asked": raised.text("asked"), "resident_told": True,
        "document": f"Phiếu chuyển, sổ chuyển việc số {number:02d}/2021"})
    life.act((3, 5), "clerk", "bounce-forward", {
        "document": f"Công văn trả lại ngày {life.now:%d/%m/%Y}",
        "reason": "Việc thuộc thẩm quyền của phường theo phân cấp."})
    due = days.due(received, True)
    handler = lives.assign(life, days, rng, field, due)
    life.act((1, 2), handler, "note-progress",
             {"text": "Phường trực tiếp xử lý theo phân cấp.", "visibility": "public"})
    lives.answer(life, days, rng, raised, field, handler, days.after(due, -1),
                 "Phường đã kiểm tra và xử lý xong phần việc theo phân cấp.")


def contested(life, days, rng, raised):
    """Answered at the meeting, contested after it: it gets a deadline of its own."""
    life.act((2, 4), _head(life), "contest",
             {"reason": "Câu trả lời tại buổi đối thoại chưa đúng với hiện trạng."})
    began = life.now.date()
    field = lives.classify(life, raised, rng, False, "REPORT")
    handler = lives.assign(life, days, rng, field)
    life.act((1, 2), handler, "note-progress",
             {"text": "Đã kiểm tra lại tại chỗ cùng Trưởng khóm.", "visibility": "public"})
    lives.answer(life, days, rng, raised, field, handler, days.after(days.due(began, False), -2),
                 "Đã kiểm tra lại và xử lý, có xác nhận của Trưởng khóm.")


WAYS = {
    "returned": returned, "paused": paused, "paused_until_its_day": paused_until_its_day,
    "corrected": corrected, "posted": posted, "recalled": recalled, "replaced": replaced,
    "reclassified": reclassified, "withdrawn": withdrawn, "refused": refused,
    "promised": promised, "promise_disputed": promise_disputed, "escalated": escalated,
    "reopening_declined": reopening_declined, "split": split,
}
