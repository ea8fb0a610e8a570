"""The merged ward from 1 July 2025: who and where. Ward Sa Đéc took over eight communes and wards,
Tân Quy Đông among them (Resolution 1663/NQ-UBTVQH15); it reports to the province. Tân Mỹ and
Sa Nhiên are real names of khóm; all others are marked as sample. People are invented."""

from ward_setting import Khom

WARD_ID = "sa-dec"
WARD = {
    "name": "phường Sa Đéc",
    "place_name": "Sa Đéc",
    "issuer": "ỦY BAN NHÂN DÂN PHƯỜNG SA ĐÉC",
    "issuer_symbol": "UBND",
    "city": "",
    "province": "tỉnh Đồng Tháp",
}
# Districts and provincial cities are gone since 1 July 2025.
ROUTE = {
    "addressee": "Ủy ban nhân dân tỉnh Đồng Tháp",
    "through": "Sở Nội vụ tỉnh Đồng Tháp",
    "valid_from": "2025-07-01",
}

KHOMS = (
    Khom("tan-my", "Tân Mỹ", False, "khom_head",
         ("đường Bùi Thị Xuân", "đường Nguyễn Bỉnh Khiêm"),
         ("kênh cặp đường Bùi Thị Xuân", "mương vườn hoa tổ 6")),
    Khom("sa-nhien", "Sa Nhiên", False, "khom_head_sa_nhien",
         ("đường cặp rạch Sa Nhiên", "đường vào chợ hoa"), ("rạch Sa Nhiên", "mương sau chợ hoa")),
    Khom("khom-mau-1", "Mẫu 1", True, "khom_head_mau_1",
         ("đường ven sông", "đường liên khóm"), ("mương thoát chợ", "rạch bến ghe")),
    Khom("khom-mau-2", "Mẫu 2", True, "khom_head_mau_2",
         ("đường sau trường học", "đường đan tổ 3"), ("kênh số 4", "rạch ranh khóm")),
    Khom("khom-mau-3", "Mẫu 3", True, "khom_head_mau_2",
         ("đường đê bao phía đông", "đường đan tổ 8"), ("kênh số 5", "mương đê bao")),
    Khom("khom-mau-4", "Mẫu 4", True, "khom_head_mau_4",
         ("đường vào trạm bơm", "đường cặp kênh số 6"), ("kênh số 6", "rạch cầu ván")),
)
TAKEN_OVER_FROM = {
    "tan-my": "phường Tân Quy Đông", "sa-nhien": "phường Tân Quy Đông",
    "khom-mau-1": "phường 1 (mẫu)", "khom-mau-2": "phường 2 (mẫu)",
    "khom-mau-3": "phường 2 (mẫu)", "khom-mau-4": "xã Tân Khánh Đông (mẫu)",
}
# From the fourth quarter on two of them are one.
MERGED = Khom("khom-mau-23", "Mẫu 2-3", True, "khom_head_mau_2",
              ("đường sau trường học", "đường đê bao phía đông"), ("kênh số 4", "kênh số 5"))
MERGED_FROM = ("khom-mau-2", "khom-mau-3")

UBND = "Ủy ban nhân dân phường Sa Đéc"
KTHTDT = "Phòng Kinh tế, Hạ tầng và Đô thị phường"
VHXH = "Phòng Văn hóa - Xã hội phường"
BOARD = "Ban nhân dân khóm "
OFFICIALS = (
    ("of-chu-tich", "Kha Vĩnh Tường", "Chủ tịch Ủy ban nhân dân phường", UBND),
    ("of-pho-chu-tich", "Ung Thị Lệ Quyên", "Phó Chủ tịch Ủy ban nhân dân phường", UBND),
    ("of-cchc", "Giang Bửu Lâm", "Chuyên viên phụ trách cải cách hành chính", VHXH),
    ("of-ha-tang", "Nhan Quốc Triệu", "Chuyên viên phụ trách hạ tầng", KTHTDT),
    ("of-dia-chinh", "Vưu Thị Bích Sơn", "Chuyên viên phụ trách đất đai, môi trường", KTHTDT),
    ("of-tai-chinh", "Âu Dương Khải", "Chuyên viên phụ trách nông nghiệp, kinh tế", KTHTDT),
    ("of-tu-phap", "Cam Hữu Nghi", "Chuyên viên Tư pháp - hộ tịch", "Văn phòng HĐND và UBND"),
    ("of-van-hoa", "Đồng Thị Ánh Tuyết", "Chuyên viên Văn hóa - Xã hội", VHXH),
    ("of-cong-an", "Lữ Đình Kiệt", "Trưởng Công an phường", "Công an phường"),
    ("of-van-thu", "Ong Thị Mai Trâm", "Văn thư", "Văn phòng HĐND và UBND"),
    ("of-mat-tran", "Phùng Văn Chánh", "Chủ tịch Ủy ban Mặt trận Tổ quốc Việt Nam phường",
     "Ủy ban Mặt trận Tổ quốc Việt Nam phường"),
    ("of-khom-tan-my", "Bành Thị Đẹp", "Trưởng khóm", BOARD + "Tân Mỹ"),
    ("of-khom-sa-nhien", "Tiêu Văn Ngoan", "Trưởng khóm", BOARD + "Sa Nhiên"),
    ("of-khom-khom-mau-1", "Quảng Thị Sáu", "Trưởng khóm", BOARD + "Mẫu 1"),
    ("of-khom-khom-mau-2", "Danh Văn Út", "Trưởng khóm", BOARD + "Mẫu 2"),
    ("of-khom-khom-mau-3", "Sơn Thị Bảy", "Trưởng khóm", BOARD + "Mẫu 3"),
    ("of-khom-khom-mau-4", "Lục Văn Hiền", "Trưởng khóm", BOARD + "Mẫu 4"),
    ("of-khom-khom-mau-23", "Danh Văn Út", "Trưởng khóm", BOARD + "Mẫu 2-3"),
)
# account, official (None: not of the ward), role, khóm it is limited to
USERS = (
    ("chair", "of-chu-tich", "chair", ()),
    ("cchc_officer", "of-cchc", "cchc_officer", ()),
    ("officer", "of-ha-tang", "officer", ()),
    ("officer_land", "of-dia-chinh", "officer", ()),
    ("officer_police", "of-cong-an", "officer", ()),
    ("officer_culture", "of-van-hoa", "officer", ()),
    ("officer_justice", "of-tu-phap", "officer", ()),
    ("officer_finance", "of-tai-chinh", "officer", ()),
    ("clerk", "of-van-thu", "clerk", ()),
    ("supervisor", "of-mat-tran", "supervisor", ()),
    ("home_affairs", None, "home_affairs", ()),
    ("khom_head", "of-khom-tan-my", "khom_head", ("tan-my",)),
    ("khom_head_sa_nhien", "of-khom-sa-nhien", "khom_head", ("sa-nhien",)),
    ("khom_head_mau_1", "of-khom-khom-mau-1", "khom_head", ("khom-mau-1",)),
    ("khom_head_mau_2", "of-khom-khom-mau-2", "khom_head",
     ("khom-mau-2", "khom-mau-3")),
    ("khom_head_mau_4", "of-khom-khom-mau-4", "khom_head", ("khom-mau-4",)),
)
UNIT = {
    "officer": KTHTDT, "officer_land": KTHTDT, "officer_finance": KTHTDT,
    "officer_police": "Công an phường", "officer_culture": VHXH,
    "officer_justice": "Văn phòng HĐND và UBND",
}
BASIS = {
    "ROADS": "Luật Đường bộ 2024", "DRAINAGE": "Nghị định số 80/2014/NĐ-CP",
    "LIGHTING": "Nghị định số 79/2009/NĐ-CP", "WASTE_ENV": "Luật Bảo vệ môi trường 2020",
    "LAND_CONSTRUCTION": "Luật Đất đai 2024", "SECURITY": "Nghị định số 144/2021/NĐ-CP",
    "AGRICULTURE": "Luật Trồng trọt 2018",
}
