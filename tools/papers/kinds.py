"""The words of each shipped template. `kinds()` answers name and blocks of each."""

from blocks import (addressees, bases, centred, end, kept_by, letterhead, lines, signatures, title,
                    two_signers)
from wordml import (block, body, cell, field, gap, heading, lines_of, listing, paragraph, picture,
                    row, table, text)

PAGE_BREAK = '<w:p><w:r><w:br w:type="page"/></w:r></w:p>'


def notice():
    return [
        letterhead(), title("THÔNG BÁO"), bases(),
        body(text("Ngày "), field("ngay_nhan"), text(", "), field("ten_co_quan"),
             text(" nhận được "), field("loai_viec"), text(" của "), field("nguoi_dan"),
             text(", tại "), field("noi_nhan_viec"), text(", về việc: "), field("noi_dung"),
             text(".")),
        body(text("Sau khi xem xét, "), field("ten_co_quan"), text(" thông báo kết quả như sau:")),
        lines_of("tra_loi"),
        block("co_so_tra_loi?", body(text("Căn cứ trả lời: "), field("co_so_tra_loi"), text("."))),
        block("cam_ket?", body(text("Các việc được cam kết thực hiện:"), keep=True),
              listing("cam_ket", [(10, "TT", "tt", "center"), (85, "Việc làm", "viec", "left"),
                                  (40, "Người chịu trách nhiệm", "nguoi", "left"),
                                  (30, "Thời hạn", "han", "center")]), gap(8)),
        block("thay_the?", body(text("Thông báo này thay thế Thông báo số "), field("thay_the"),
                                text("."))),
        body(text("Nếu chưa đồng ý với kết quả trên hoặc cần giải thích thêm, đề nghị "),
             field("cach_goi"), text(" liên hệ "), field("ten_co_quan"),
             text(" hoặc Trưởng khóm để được hướng dẫn.")),
        end("Trên đây là kết quả giải quyết, thông báo để được biết"),
        signatures(),
    ]


def minutes():
    issue = body(text("- "), field("viec"), text(": "), field("ket_qua"), text("."), left=6)
    opinion = (body(field("thu_tu", bold=True), text(". ", bold=True), field("nguoi_noi", bold=True),
                    text(": "), field("loi_noi")),
               block("viec_neu", issue), body(text("Đọc lại cho người nêu ý kiến: "),
                                              field("doc_lai"), text("."), left=6))
    return [
        letterhead(place_and_date=False), title("BIÊN BẢN"),
        body(text("Thời gian bắt đầu: "), field("bat_dau"), text(".")),
        body(text("Địa điểm: "), field("dia_diem"), text(".")),
        heading("Thành phần tham dự:"),
        body(text("- Chủ trì: "), field("chu_tri"), text(".")),
        body(text("- Thư ký: "), field("thu_ky"), text(".")),
        block("can_bo?", body(text("- Cán bộ, công chức: "), field("can_bo"), text("."))),
        block("doan_the?", body(text("- Đại diện: "), field("doan_the"), text("."))),
        body(text("- Người dân: "), field("so_nguoi_dan"), text(" người.")),
        heading("Nội dung (theo diễn biến buổi đối thoại):"),
        heading("I. Thông báo kết quả giải quyết các nội dung đã nêu kỳ trước"),
        lines_of("ket_qua_truoc"),
        heading("II. Ý kiến của Nhân dân và trả lời tại buổi đối thoại"),
        block("y_kien", *opinion),
        block("khong_y_kien?", body(field("khong_y_kien"))),
        heading("III. Tổng hợp"),
        body(text("Có "), field("so_y_kien"), text(" lượt ý kiến với "), field("so_viec"),
             text(" nội dung: trả lời tại chỗ "), field("so_tai_cho"), text(", ghi nhận "),
             field("so_ghi_nhan"), text(", tiếp nhận để giải quyết "), field("so_tiep_nhan"),
             text(", hướng dẫn chuyển thủ tục khiếu nại, tố cáo "), field("so_chuyen"),
             text(".")),
        block("viec_tiep_nhan?", body(text("Các nội dung tiếp nhận để giải quyết:"), keep=True),
              listing("viec_tiep_nhan", [(10, "TT", "tt", "center"),
                                         (85, "Nội dung", "viec", "left"),
                                         (42, "Bộ phận giải quyết", "bo_phan", "left"),
                                         (28, "Hạn", "han", "center")]), gap(8)),
        block("phu_luc_bo_sung", body(text("Bổ sung ngày "), field("ngay"), text(": "),
                                      field("noi_dung"), text("."))),
        block("tu_choi_ky", body(field("nguoi"), text(" không ký biên bản, lý do: "),
                                 field("ly_do"), text("."))),
        body(text("Buổi đối thoại kết thúc vào "), field("ket_thuc"),
             text("; biên bản đã được đọc lại cho những người tham dự cùng nghe./.")),
        two_signers(("THƯ KÝ", "thu_ky_ten"), ("CHỦ TỌA", "chu_toa_ten")),
        kept_by(),
    ]


def conclusion():
    return [
        letterhead(), title("THÔNG BÁO"), bases(),
        body(text("Ngày "), field("ngay_doi_thoai"), text(", tại "), field("dia_diem"), text(", "),
             field("chu_tri"), text(" chủ trì buổi đối thoại với Nhân dân "), field("khom"),
             text(". Sau khi nghe "), field("so_y_kien"),
             text(" lượt ý kiến, người chủ trì kết luận như sau:")),
        lines_of("ket_luan"),
        block("viec?", body(text("Các nội dung tiếp tục giải quyết:"), keep=True),
              listing("viec", [(10, "TT", "tt", "center"), (85, "Nội dung", "viec", "left"),
                               (42, "Bộ phận giải quyết", "bo_phan", "left"),
                               (28, "Hạn", "han", "center")]), gap(8)),
        body(text("Kết luận này được niêm yết, công khai tại: "), field("noi_cong_khai"),
             text(".")),
        end("Thông báo để các bộ phận liên quan thực hiện và Nhân dân giám sát"),
        signatures(),
    ]


def plan():
    return [
        letterhead(), title("KẾ HOẠCH"), bases(),
        body(field("ten_co_quan"), text(" ban hành kế hoạch với các nội dung sau:")),
        heading("I. MỤC ĐÍCH, YÊU CẦU"),
        body(text("1. Phát huy quyền làm chủ của Nhân dân; để người dân nêu trực tiếp điều bức xúc, "
                  "kiến nghị và góp ý với chính quyền.")),
        body(text("2. Trả lời ngay tại buổi đối thoại hoặc ghi nhận, giải quyết đúng hạn và thông "
                  "báo bằng văn bản; không để sót ý kiến nào.")),
        heading("II. NỘI DUNG"),
        body(text("1. Hình thức: đối thoại, tọa đàm trực tiếp, trong hoặc ngoài giờ hành chính.")),
        body(text("2. Địa điểm: văn phòng khóm hoặc hộ dân trên địa bàn.")),
        body(text("3. Thành phần: Chủ tịch Ủy ban nhân dân, công chức phụ trách cải cách hành chính, "
                  "công chức chuyên môn, đại diện khóm; có thể mời Đảng ủy, Hội đồng nhân dân, Mặt "
                  "trận Tổ quốc và các đoàn thể.")),
        body(text("4. Số buổi đối thoại của từng khóm trong năm "), field("nam"), text(":"),
             keep=True),
        listing("khom", [(10, "TT", "tt", "center"), (63, "Khóm", "khom", "left"),
                         (18, "Quý I", "quy_1", "center"), (18, "Quý II", "quy_2", "center"),
                         (18, "Quý III", "quy_3", "center"), (18, "Quý IV", "quy_4", "center"),
                         (20, "Cả năm", "ca_nam", "center")]),
        gap(8),
        heading("III. TỔ CHỨC THỰC HIỆN"),
        body(text("1. Cán bộ, công chức dự đối thoại lắng nghe, trả lời hoặc ghi nhận để giải quyết "
                  "và chịu trách nhiệm về thời hạn của nội dung được giao.")),
        body(text("2. Công chức phụ trách cải cách hành chính theo dõi, đôn đốc và tổng hợp kết quả "
                  "vào báo cáo công tác cải cách hành chính định kỳ.")),
        block("sua_doi?", body(field("sua_doi"))),
        block("noi_cong_khai?", body(text("3. Kế hoạch này được công khai tại: "),
                                     field("noi_cong_khai"), text("."))),
        end("Trên đây là kế hoạch của năm, đề nghị các bộ phận liên quan thực hiện"),
        signatures(),
    ]


def invitation():
    def line(words, tag):
        return body(text(words, bold=True), field(tag), text("."))
    return [
        letterhead(), title("GIẤY MỜI"),
        body(field("ten_co_quan"), text(" trân trọng kính mời:")),
        block("khach_moi", body(text("- "), field("khach"), text(";"))),
        body(text("- Nhân dân "), field("khom"), text(".")),
        line("Đến dự: ", "den_du"), line("Chủ trì: ", "chu_tri"),
        line("Thời gian: ", "thoi_gian"), line("Địa điểm: ", "dia_diem"),
        block("noi_dung?", line("Nội dung: ", "noi_dung")),
        end("Rất mong sự có mặt đầy đủ, đúng giờ"),
        signatures(),
    ]


def extension():
    return [
        letterhead(), title("THÔNG BÁO"), bases(),
        body(text("Ngày "), field("ngay_nhan"), text(", "), field("ten_co_quan"),
             text(" nhận được "), field("loai_viec"), text(" của "), field("nguoi_dan"),
             text(", về việc: "), field("noi_dung"), text(".")),
        body(text("Thời hạn giải quyết đã thông báo: ngày "), field("han_cu"),
             text(". Vì lý do: "), field("ly_do"), text(", "), field("ten_co_quan"),
             text(" gia hạn thời gian giải quyết đến ngày "), field("han_moi"), text(".")),
        end("Thông báo để được biết"),
        signatures(),
    ]


def forwarding():
    return [
        letterhead(), title("PHIẾU CHUYỂN"), addressees(),
        body(text("Ngày "), field("ngay_nhan"), text(", "), field("ten_co_quan"),
             text(" nhận được "), field("loai_viec"), text(" của "), field("nguoi_dan"),
             text(", về việc: "), field("noi_dung"), text(".")),
        block("loi_noi?", body(text("Nội dung được ghi nhận: "), field("loi_noi"))),
        body(text("Nội dung trên thuộc thẩm quyền của quý cơ quan. "), field("ten_co_quan"),
             text(" chuyển để được xem xét, giải quyết và đề nghị: "), field("de_nghi"),
             text(".")),
        end("Kết quả giải quyết xin gửi về để thông báo lại cho người dân"),
        signatures(),
    ]


def report():
    balance = [(45, "", "ten", "left"), (20, "Tồn kỳ trước", "ton_truoc", "right"),
               (20, "Mới", "moi", "right"), (20, "Mở lại", "mo_lai", "right"),
               (20, "Đã xong", "xong", "right"), (20, "Ghi nhầm", "ghi_nham", "right"),
               (20, "Chuyển kỳ sau", "ton_sau", "right")]

    def annex(number, words, tag, first):
        return (centred(text(f"Phụ lục {number}", bold=True), before=12) +
                centred(text(words, size=13, bold=True), after=6) +
                listing(tag, [(45, first, "ten", "left"), *balance[1:]]))
    return [
        letterhead(), title("BÁO CÁO"), addressees(), bases(),
        lines_of("loi_van"),
        block("uoc_tinh?", body(field("uoc_tinh", italic=True))),
        body(text("Số liệu của kỳ từ ngày "), field("tu_ngay"), text(" đến ngày "),
             field("den_ngay"), text(":"), keep=True),
        listing("tong_hop", [(10, "TT", "tt", "center"), (110, "Chỉ tiêu", "ten", "left"),
                             (45, "Số liệu", "so", "right")]),
        gap(8),
        end("Trên đây là báo cáo kết quả, kính trình xem xét"),
        signatures(),
        PAGE_BREAK,
        annex("I", "CÂN ĐỐI THEO KHÓM", "theo_khom", "Khóm"),
        annex("II", "CÂN ĐỐI THEO LĨNH VỰC", "theo_linh_vuc", "Lĩnh vực"),
        annex("III", "CÂN ĐỐI THEO LOẠI", "theo_loai", "Loại"),
        centred(text("Phụ lục IV", bold=True), before=12),
        centred(text("CÁC CHỈ TIÊU", size=13, bold=True), after=6),
        listing("chi_tieu", [(75, "Chỉ tiêu", "ten", "left"), (30, "Giá trị", "gia_tri", "right"),
                             (30, "Trên", "tren", "right"), (30, "Kết quả", "ket_qua", "right")]),
        paragraph(text("Số liệu khóa tại bản ghi thứ "), field("ban_ghi"), text(", mã băm "),
                  field("ma_bam", size=10), text("."), align="left", before=6),
    ]


def posting():
    return [
        letterhead(), title("PHIẾU NIÊM YẾT"),
        body(text("Văn bản niêm yết: "), field("van_ban"), text(".")),
        body(text("Về việc: "), field("noi_dung"), text(".")),
        body(text("Nơi niêm yết: "), field("noi_niem_yet"), text(".")),
        body(text("Ngày niêm yết: "), field("ngay_niem_yet"), text(".")),
        body(text("Ngày kết thúc niêm yết: ……/……/………… Ý kiến nhận được: "
                  "……………………………………………………………")),
        two_signers(("ĐẠI DIỆN KHÓM", "khom_ten"), ("NGƯỜI NIÊM YẾT", "nguoi_niem_yet")),
        kept_by(),
    ]


def about_the_matter(*more):
    return body(text("Ngày "), field("ngay_nhan"), text(", "), field("ten_co_quan"),
                text(" nhận được "), field("loai_viec"), text(" của "), field("nguoi_dan"),
                text(", về việc: "), field("noi_dung"), text("."), *more)


def correction():
    return [
        letterhead(), title("THÔNG BÁO"),
        body(field("ten_co_quan"), text(" đính chính Thông báo số "), field("so_goc"),
             text(" ngày "), field("ngay_goc"), text(" gửi "), field("nguoi_dan"),
             text(", về việc: "), field("noi_dung"), text(", như sau:")),
        body(field("dinh_chinh"), text(".")),
        end("Các nội dung khác của thông báo giữ nguyên"),
        signatures(),
    ]


def reminder():
    return [
        letterhead(), title("PHIẾU ĐÔN ĐỐC"), addressees(),
        about_the_matter(),
        body(text("Ngày "), field("ngay_chuyen"), text(", "), field("ten_co_quan"),
             text(" đã chuyển nội dung trên đến quý cơ quan (văn bản số "), field("van_ban"),
             text("). Đến nay đã "), field("so_ngay"), text(" ngày, "), field("ten_co_quan"),
             text(" chưa nhận được kết quả để thông báo lại cho người dân.")),
        end("Đề nghị quý cơ quan sớm thông báo kết quả hoặc tiến độ giải quyết"),
        signatures(),
    ]


def refusal():
    return [
        letterhead(), title("THÔNG BÁO"), bases(), about_the_matter(),
        body(text("Sau khi xem xét, "), field("ten_co_quan"),
             text(" không thụ lý giải quyết nội dung trên, vì: "), field("can_cu_tu_choi"),
             text(". Cụ thể: "), field("ly_do"), text(".")),
        body(text("Nếu chưa đồng ý, đề nghị "), field("cach_goi"), text(" liên hệ "),
             field("ten_co_quan"), text(" hoặc Trưởng khóm để được hướng dẫn.")),
        end("Thông báo để được biết"),
        signatures(),
    ]


def receipt():
    return [
        letterhead(), title("GIẤY BIÊN NHẬN"), about_the_matter(),
        body(text("Thông tin, tài liệu, bằng chứng đã nhận:"), keep=True),
        listing("tai_lieu", [(10, "TT", "tt", "center"), (95, "Tên thông tin, tài liệu", "ten", "left"),
                             (35, "Ngày nhận", "ngay", "center"), (25, "Số tệp", "so_tep", "center")]),
        gap(8),
        end("Giấy này được lập thành 02 bản, mỗi bên giữ 01 bản"),
        two_signers(("NGƯỜI CUNG CẤP", "nguoi_giao"), ("NGƯỜI NHẬN", "nguoi_nhan")),
        kept_by(),
    ]


def delivery():
    return [
        letterhead(place_and_date=False), title("BIÊN BẢN"),
        body(text("Văn bản giao: "), field("van_ban"), text(".")),
        body(text("Về việc: "), field("noi_dung"), text(".")),
        body(text("Các lần giao:"), keep=True),
        listing("lan_giao", [(10, "TT", "tt", "center"), (30, "Ngày", "ngay", "center"),
                             (45, "Cách giao", "cach", "left"), (40, "Xác nhận", "xac_nhan", "left"),
                             (40, "Số theo dõi", "so_theo_doi", "left")]),
        gap(8),
        end("Biên bản được lập để lưu hồ sơ"),
        two_signers(("NGƯỜI GIAO", "nguoi_giao"), ("NGƯỜI NHẬN", "nguoi_nhan")),
        kept_by(),
    ]


def programme():
    return [
        letterhead(), title("CHƯƠNG TRÌNH"),
        body(text("Thời gian: "), field("thoi_gian"), text(".")),
        body(text("Địa điểm: "), field("dia_diem"), text(".")),
        body(text("Chủ trì: "), field("chu_tri"), text(".")),
        listing("muc", [(35, "Thời gian", "gio", "center"), (85, "Nội dung", "viec", "left"),
                        (45, "Người thực hiện", "nguoi", "left")]),
        gap(8),
        end("Trên đây là chương trình của buổi đối thoại"),
        signatures(),
    ]


def decision():
    return [
        letterhead(), title("QUYẾT ĐỊNH"), bases(),
        centred(text("QUYẾT ĐỊNH:", bold=True), before=6, after=6),
        body(text("Điều 1. ", bold=True), text("Sửa đổi Kế hoạch số "), field("ke_hoach"),
             text(" ngày "), field("ngay_ke_hoach"), text(", lần thứ "), field("lan"),
             text(", vì: "), field("ly_do"), text(". Số buổi đối thoại của từng khóm trong năm "),
             field("nam"), text(" sau khi sửa đổi:"), keep=True),
        listing("khom", [(10, "TT", "tt", "center"), (63, "Khóm", "khom", "left"),
                         (18, "Quý I", "quy_1", "center"), (18, "Quý II", "quy_2", "center"),
                         (18, "Quý III", "quy_3", "center"), (18, "Quý IV", "quy_4", "center"),
                         (20, "Cả năm", "ca_nam", "center")]),
        gap(8),
        body(text("Điều 2. ", bold=True),
             text("Các nội dung khác của kế hoạch giữ nguyên. Quyết định có hiệu lực từ ngày ký.")),
        body(text("Điều 3. ", bold=True),
             text("Các bộ phận, khóm và cá nhân có liên quan chịu trách nhiệm thi hành Quyết định "
                  "này./.")),
        signatures(),
    ]


def supplement():
    return [
        letterhead(), title("BÁO CÁO"), addressees(),
        body(field("ten_co_quan"), text(" bổ sung lần thứ "), field("lan"),
             text(" Báo cáo số "), field("bao_cao"), text(", vì: "), field("ly_do"),
             text(". Các chỉ tiêu thay đổi:"), keep=True),
        listing("thay_doi", [(10, "TT", "tt", "center"), (95, "Chỉ tiêu", "ten", "left"),
                             (30, "Đã báo cáo", "truoc", "right"), (30, "Nay là", "sau", "right")]),
        gap(8),
        end("Trên đây là báo cáo bổ sung, kính trình xem xét"),
        signatures(),
    ]


def poster():
    """A3, for the wall of a khóm office: it names no resident and no household."""
    def line(words, tag):
        return paragraph(text(words, size=30, bold=True), field(tag, size=30), align="left", after=14)
    return [
        lines("co_quan", size=26, bold=True), gap(30),
        centred(text("MỜI NHÂN DÂN DỰ ĐỐI THOẠI", size=54, bold=True)), gap(10),
        centred(field("khom", size=48, bold=True), after=40),
        line("Thời gian: ", "thoi_gian"), line("Địa điểm: ", "dia_diem"), line("Chủ trì: ", "chu_tri"),
        block("noi_dung?", line("Nội dung: ", "noi_dung")),
        gap(30),
        centred(text("Mọi người dân đều được nêu ý kiến. Ý kiến được trả lời tại chỗ hoặc được ghi biên "
                     "bản, giải quyết đúng hạn và trả lời bằng văn bản.", size=28, italic=True),
                after=20),
        centred(field("ten_co_quan", size=26)),
    ]


def slip():
    """A6, for the resident's hand: no name on it, so that one that is lost tells nothing."""
    width = 89.0

    def line(words, tag):
        return paragraph(text(words, size=10), field(tag, size=10, bold=True), align="left", after=2)
    return [
        lines("co_quan", size=10, bold=True), gap(4),
        centred(text("PHIẾU HẸN TRẢ LỜI", size=13, bold=True)), gap(6),
        centred(field("ma", size=16, bold=True)), gap(4),
        line("Nội dung: ", "noi_dung"), line("Nơi tiếp nhận: ", "noi_nhan_viec"),
        line("Ngày tiếp nhận: ", "ngay_nhan"), line("Trả lời lần đầu trước: ", "han_tra_loi"),
        line("Giải quyết xong trước: ", "han_giai_quyet"),
        table([32, width - 32],
              row(cell(32, centred(picture("rIdQr", 28, "qr"))),
                  cell(width - 32,
                       paragraph(text("Giữ phiếu này. Đưa mã trên cho cán bộ hoặc Trưởng khóm để hỏi "
                                      "việc đã đến đâu.", size=9), align="left", after=2),
                       paragraph(text("Bản ghi: ", size=8), field("ban_ghi", size=8), align="left",
                                 after=0)))),
    ]


A4 = (210, 297, 20, 15, 20, 30)  # width, height, top, right, bottom, left (mm)
A6 = (105, 148, 8, 8, 8, 8)
A3 = (297, 420, 30, 25, 25, 25)


def kinds():
    documents = {"notice": notice, "minutes": minutes, "conclusion": conclusion, "plan": plan,
                 "invitation": invitation, "extension": extension, "forwarding": forwarding,
                 "report": report, "posting": posting, "correction": correction,
                 "reminder": reminder, "refusal": refusal, "receipt": receipt, "delivery": delivery,
                 "programme": programme, "decision": decision, "supplement": supplement}
    for name, write in documents.items():
        yield name, write(), A4
    yield "slip", slip(), A6
    yield "poster", poster(), A3
