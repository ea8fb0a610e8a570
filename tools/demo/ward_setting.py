"""The setting: the ward, its khóm, its office holders and their accounts. All people are
invented; the khóm Tân Mỹ and Sa Nhiên are real names, the others are marked as sample."""

from dataclasses import dataclass

WARD = {
    "name": "phường Tân Quy Đông",
    "place_name": "Tân Quy Đông",
    "issuer": "ỦY BAN NHÂN DÂN PHƯỜNG TÂN QUY ĐÔNG",
    "issuer_symbol": "UBND",
    "city": "thành phố Sa Đéc",
    "province": "tỉnh Đồng Tháp",
}
# Plan S23-S25: the city takes the reports in until the two-tier reform of 1 July 2025.
ROUTE = {
    "addressee": "Ủy ban nhân dân thành phố Sa Đéc",
    "through": "Phòng Nội vụ thành phố Sa Đéc",
    "valid_from": "2004-01-01",
}


@dataclass(frozen=True)
class Khom:
    id: str
    name: str
    sample: bool
    head: str  # the account of its head
    roads: tuple
    canals: tuple


KHOMS = (
    Khom("tan-my", "Tân Mỹ", False, "khom_head",
         ("đường Bùi Thị Xuân", "đường Nguyễn Bỉnh Khiêm", "đường ĐT 848"),
         ("kênh cặp đường Bùi Thị Xuân", "mương vườn hoa tổ 6", "rạch sau văn phòng khóm")),
    Khom("sa-nhien", "Sa Nhiên", False, "khom_head_sa_nhien",
         ("đường cặp rạch Sa Nhiên", "đường vào chợ hoa", "đường ĐT 848"),
         ("rạch Sa Nhiên", "mương sau chợ hoa", "kênh tưới tổ 9")),
    Khom("tan-hiep", "Tân Hiệp", True, "khom_head_tan_hiep",
         ("đường đan tổ 3 - tổ 5", "đường cặp kênh số 1", "đường Nguyễn Bỉnh Khiêm"),
         ("kênh số 1", "mương lộ tổ 4", "rạch cầu ván tổ 7")),
    Khom("tan-thuan", "Tân Thuận", True, "khom_head_tan_thuan",
         ("đường vào vườn kiểng", "đường cặp kênh số 2", "đường ĐT 848"),
         ("kênh số 2", "mương thoát tổ 10", "rạch ranh khóm")),
    Khom("tan-thanh", "Tân Thạnh", True, "khom_head_tan_thanh",
         ("đường đê bao phía tây", "đường cặp kênh số 3", "đường liên khóm"),
         ("kênh số 3", "mương đê bao", "rạch bến ghe tổ 2")),
)
KHOM_BY_ID = {khom.id: khom for khom in KHOMS}

UBND = "Ủy ban nhân dân phường"
BOARD = "Ban nhân dân khóm "

# id, name, position, unit
OFFICIALS = (
    ("of-chu-tich", "Lương Thành Nhẫn", "Chủ tịch Ủy ban nhân dân phường", UBND),
    ("of-pho-chu-tich", "Đoàn Thị Kim Thoa", "Phó Chủ tịch Ủy ban nhân dân phường", UBND),
    ("of-cchc", "Trịnh Quốc Thắng", "Công chức Văn phòng - Thống kê, phụ trách cải cách hành chính",
     UBND),
    ("of-ha-tang", "Mai Trọng Hữu Khoa",
     "Công chức Địa chính - xây dựng - đô thị và môi trường, phụ trách hạ tầng", UBND),
    ("of-dia-chinh", "Châu Ngọc Bình",
     "Công chức Địa chính - xây dựng - đô thị và môi trường, phụ trách đất đai và môi trường",
     UBND),
    ("of-tai-chinh", "Từ Mỹ Phụng", "Công chức Tài chính - kế toán, phụ trách kinh tế", UBND),
    ("of-tu-phap", "Kiều Tấn Lộc Sanh", "Công chức Tư pháp - hộ tịch", UBND),
    ("of-van-hoa", "La Thị Diễm Trinh", "Công chức Văn hóa - xã hội", UBND),
    ("of-cong-an", "Tạ Minh Hoành", "Trưởng Công an phường", "Công an phường"),
    ("of-van-thu", "Quách Thị Thu Sang", "Nhân viên văn thư", UBND),
    ("of-mat-tran", "Thái Văn Bền", "Chủ tịch Ủy ban Mặt trận Tổ quốc Việt Nam phường",
     "Ủy ban Mặt trận Tổ quốc Việt Nam phường"),
    ("of-khom-tan-my", "Lưu Thanh Đượm", "Trưởng khóm", BOARD + "Tân Mỹ"),
    ("of-khom-sa-nhien", "Tô Văn Rạng", "Trưởng khóm", BOARD + "Sa Nhiên"),
    ("of-khom-tan-hiep", "Cao Thị Bé Tám", "Trưởng khóm", BOARD + "Tân Hiệp"),
    ("of-khom-tan-thuan", "Viên Hữu Đặng", "Trưởng khóm", BOARD + "Tân Thuận"),
    ("of-khom-tan-thanh", "Sử Công Mẫn", "Trưởng khóm", BOARD + "Tân Thạnh"),
)
NAME_OF = {official[0]: official[1] for official in OFFICIALS}

# account, official (None: not of the ward), role, khóm it is limited to
USERS = (
    ("chair", "of-chu-tich", "chair", ()),
    ("cchc_officer", "of-cchc", "cchc_officer", ()),
    ("officer", "of-ha-tang", "officer", ()),
    ("officer_land", "of-dia-chinh", "officer", ()),
    ("officer_finance", "of-tai-chinh", "officer", ()),
    ("officer_justice", "of-tu-phap", "officer", ()),
    ("officer_culture", "of-van-hoa", "officer", ()),
    ("officer_police", "of-cong-an", "officer", ()),
    ("clerk", "of-van-thu", "clerk", ()),
    ("supervisor", "of-mat-tran", "supervisor", ()),
    ("home_affairs", None, "home_affairs", ()),
    ("khom_head", "of-khom-tan-my", "khom_head", ("tan-my",)),
    ("khom_head_sa_nhien", "of-khom-sa-nhien", "khom_head", ("sa-nhien",)),
    ("khom_head_tan_hiep", "of-khom-tan-hiep", "khom_head", ("tan-hiep",)),
    ("khom_head_tan_thuan", "of-khom-tan-thuan", "khom_head", ("tan-thuan",)),
    ("khom_head_tan_thanh", "of-khom-tan-thanh", "khom_head", ("tan-thanh",)),
)
OFFICIAL_OF = {user[0]: user[1] for user in USERS}

# The officials who answer and who handle, by field.
ANSWERER = {
    "ROADS": "of-ha-tang", "DRAINAGE": "of-ha-tang", "LIGHTING": "of-ha-tang",
    "WATER": "of-ha-tang", "WASTE_ENV": "of-dia-chinh", "LAND_CONSTRUCTION": "of-dia-chinh",
    "SECURITY": "of-cong-an", "URBAN_ORDER": "of-cong-an", "SOCIAL_POLICY": "of-van-hoa",
    "HEALTH_EDU": "of-van-hoa", "CULTURE_TOURISM": "of-van-hoa", "ADMIN_PROC": "of-tu-phap",
    "AGRICULTURE": "of-tai-chinh", "GRASSROOTS_DEMOCRACY": "of-chu-tich",
}
HANDLER = {
    "ROADS": "officer", "DRAINAGE": "officer", "LIGHTING": "officer", "WATER": "officer",
    "WASTE_ENV": "officer_land", "LAND_CONSTRUCTION": "officer_land",
    "SECURITY": "officer_police", "URBAN_ORDER": "officer_police",
    "SOCIAL_POLICY": "officer_culture", "HEALTH_EDU": "officer_culture",
    "CULTURE_TOURISM": "officer_culture", "ADMIN_PROC": "officer_justice",
    "AGRICULTURE": "officer_finance",
}
UNIT = {
    "officer": "Bộ phận Địa chính - xây dựng (hạ tầng)",
    "officer_land": "Bộ phận Địa chính - môi trường",
    "officer_police": "Công an phường",
    "officer_culture": "Bộ phận Văn hóa - xã hội",
    "officer_justice": "Bộ phận Tư pháp - hộ tịch",
    "officer_finance": "Bộ phận Tài chính - kinh tế",
}
BASIS = {
    "ROADS": "Luật Giao thông đường bộ 2008; kế hoạch duy tu đường giao thông năm 2021 của phường",
    "DRAINAGE": "Nghị định số 80/2014/NĐ-CP về thoát nước và xử lý nước thải",
    "LIGHTING": "Nghị định số 79/2009/NĐ-CP về quản lý chiếu sáng đô thị",
    "WATER": "Nghị định số 117/2007/NĐ-CP về sản xuất, cung cấp và tiêu thụ nước sạch",
    "WASTE_ENV": "Luật Bảo vệ môi trường 2014; Nghị định số 155/2016/NĐ-CP",
    "LAND_CONSTRUCTION": "Luật Đất đai 2013; Luật Xây dựng 2014",
    "SECURITY": "Nghị định số 167/2013/NĐ-CP",
    "URBAN_ORDER": "Nghị định số 100/2019/NĐ-CP",
    "SOCIAL_POLICY": "Quy định về chính sách trợ giúp xã hội đối với đối tượng bảo trợ xã hội",
    "HEALTH_EDU": "Luật Giáo dục 2019; Luật Bảo hiểm y tế 2008, sửa đổi năm 2014",
    "CULTURE_TOURISM": "Kế hoạch sửa chữa thiết chế văn hóa cơ sở năm 2021 của phường",
    "ADMIN_PROC": "Nghị định số 61/2018/NĐ-CP về cơ chế một cửa",
    "AGRICULTURE": "Luật Trồng trọt 2018; Luật Thủy lợi 2017",
}
