"""The periodic reports: frozen after the period's end, drafted, signed, sent, acknowledged."""

from datetime import datetime

# family, period, days of: freeze and draft, signature, submission, acknowledgement
REPORTS = (
    ("cchc", "2021-Q1", (3, 16), (3, 17), (3, 18), (3, 22)),
    ("calendar", "2021-Q1", (4, 2), (4, 5), (4, 6), (4, 8)),
    ("cchc", "2021-H1", (6, 16), (6, 17), (6, 18), (6, 22)),
    ("calendar", "2021-Q2", (7, 5), (7, 6), (7, 7), (7, 9)),
    ("cchc", "2021-Q3", (9, 16), (9, 17), (9, 20), (9, 23)),
    ("calendar", "2021-Q3", (10, 4), (10, 5), (10, 6), (10, 8)),
    ("cchc", "2021", (12, 16), (12, 17), (12, 20), (12, 23)),
)
NARRATIVE = {
    ("cchc", "2021-Q1"):
        "Kỳ này phường mở đầu việc xuống khóm nghe góp ý theo kế hoạch năm. Bà con quan tâm nhất "
        "đường vận chuyển hoa và nước tưới; đa số câu hỏi được trả lời ngay tại buổi đối thoại.",
    ("calendar", "2021-Q1"):
        "Các khóm đều có buổi đối thoại trong quý. Việc phải giải quyết sau được phân công, có "
        "thời hạn và thông báo kết quả bằng văn bản.",
    ("cchc", "2021-H1"):
        "Công tác đối thoại duy trì đều, có buổi ngoài giờ và buổi tại hộ dân. Kiến nghị về cầu "
        "đường vượt thẩm quyền đã chuyển lên thành phố, tỉnh, phường theo dõi đến khi có kết quả.",
    ("calendar", "2021-Q2"):
        "Các khóm đều có buổi đối thoại. Một buổi cuối quý ghi sổ sau do trực phòng dịch, được "
        "nhập đủ trước khi chốt số liệu.",
    ("cchc", "2021-Q3"):
        "Giãn cách xã hội làm việc xuống khóm tạm dừng phần lớn thời gian của kỳ; một số việc đã "
        "được gia hạn, có báo cho người dân.",
    ("calendar", "2021-Q3"):
        "Khóm Tân Thạnh chưa tổ chức được buổi đối thoại trong quý do giãn cách; phường bố trí "
        "buổi đầu tháng 10 và không tính thay cho quý này.",
    ("cchc", "2021"):
        "Cả năm phường giữ nền nếp xuống khóm, dù quý III bị gián đoạn. Hạn chế: vẫn có việc giải "
        "quyết trễ hạn gốc và một số kiến nghị chuyển cấp trên chưa có trả lời.",
}


def write(book):
    around(book)
    for family, period, frozen, signed, sent, received in REPORTS:
        path = f"reports/{family}/{period}/"
        book.add(datetime(2021, *frozen, 8, 20), "cchc_officer", path + "freeze", {})
        book.add(datetime(2021, *frozen, 10, 35), "cchc_officer", path + "draft",
                 {"narrative": NARRATIVE[family, period]})
        book.add(datetime(2021, *signed, 9, 10), "chair", path + "sign",
                 {"signer": "of-chu-tich", "capacity": "TM"})
        book.add(datetime(2021, *sent, 14, 5), "cchc_officer", path + "submit",
                 {"channel": "Phần mềm quản lý văn bản và điều hành"})
        book.add(datetime(2021, *received, 15, 30), "home_affairs", path + "acknowledge",
                 {"receipt": f"Đã nhận ngày {received[1]:02d}/{received[0]:02d}/2021 qua phần mềm"})


def around(book):
    """One narrative the chair sent back, one report the body above returned, one supplement."""
    path = "reports/cchc/2021-H1/"
    book.add(datetime(2021, 6, 16, 14, 10), "chair", path + "send-back",
             {"comments": "Nêu rõ hai việc trễ hạn và nguyên nhân."})
    book.add(datetime(2021, 6, 16, 15, 40), "cchc_officer", path + "draft",
             {"narrative": NARRATIVE["cchc", "2021-H1"] + " Hai việc trễ hạn đã có kết quả."})
    path = "reports/cchc/2021-Q3/"
    book.add(datetime(2021, 9, 21, 9, 0), "home_affairs", path + "return",
             {"reason": "Thiếu phụ lục danh mục nội dung chuyển cấp trên."})
    book.add(datetime(2021, 9, 22, 8, 45), "cchc_officer", path + "submit",
             {"channel": "Phần mềm quản lý văn bản và điều hành, kèm phụ lục"})
    # Heard at the speaker's home on the quarter's last day, entered after its figures were frozen.
    book.add(datetime(2021, 7, 6, 9, 40), "cchc_officer", "dialogues/d-2021-q2-06/confirm-opinion",
             {"opinion": "o-2021-q2-06-03", "method": "spoken", "files": [],
              "happened": "2021-06-30"})
    path = "reports/calendar/2021-Q2/"
    book.add(datetime(2021, 7, 14, 10, 5), "cchc_officer", path + "supplement",
             {"reason": "Việc của quý được nhập sau khi chốt số liệu."})
