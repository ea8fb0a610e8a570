#include "papers/books.hpp"

#include <utility>

#include "papers/figure_names.hpp"
#include "wording.hpp"

namespace langnghe::papers {
namespace {

using enum Column::Kind;

Book book_of(const BookHead& head, std::string sheet, std::string title,
             std::vector<Column> columns) {
  return {std::move(sheet), std::move(title),   head.issuer + " - lập ngày " + in_figures(head.day),
          head.day,         std::move(columns), {}};
}

Cell day_or_nothing(const std::optional<domain::Date>& day) {
  return day ? Cell(*day) : Cell();
}

Cell next_number(const Book& book) {
  return static_cast<std::int64_t>(book.rows.size() + 1);
}

std::string mark(bool is) {
  return is ? "x" : "";
}

/// Where a matter stands, as a list needs it.
std::string in_words(domain::IssuePhase phase) {
  using enum domain::IssuePhase;
  switch (phase) {
    case absent:
      return "";
    case recorded:
    case contested:
      return "chưa phân loại";
    case answered_on_the_spot:
      return "đã trả lời tại chỗ";
    case noted:
      return "đã ghi nhận";
    case classified:
    case returned:
      return "chờ giao việc";
    case handed_over:
      return "đã chuyển thủ tục khiếu nại, tố cáo";
    case assigned:
    case accepted:
    case in_progress:
    case reopened:
      return "đang giải quyết";
    case forwarded:
    case forward_acknowledged:
      return "đã chuyển cơ quan có thẩm quyền";
    case external_result_received:
      return "cơ quan khác đã trả lời, chờ báo dân";
    case external_result_told:
      return "đã báo kết quả của cơ quan khác";
    case refused:
      return "không thụ lý";
    case answer_drafted:
      return "đang soạn trả lời";
    case answer_approved:
      return "trả lời đã duyệt";
    case notice_issued:
      return "đã ban hành thông báo";
    case notice_delivered:
      return "đã giao thông báo";
    case notice_posted:
      return "đã niêm yết thông báo";
    case closed:
      return "đã xong";
    case split:
      return "đã tách";
    case merged:
      return "đã gộp";
    case withdrawn:
      return "người dân đã rút";
    case voided:
      return "nhập nhầm, đã hủy";
  }
  return "";
}

std::string name_in_book(const Person& person) {
  switch (person.as) {
    case Person::As::named:
      return person.name;
    case Person::As::nobody:
      return "";
    case Person::As::anonymous:
      return "(không nêu tên)";
    case Person::As::withheld:
      return "(giữ kín)";
    case Person::As::erased:
      return "(đã xóa, khóa mã đã hủy)";
  }
  return "";
}

std::string in_words(CoverageLine::Status status) {
  switch (status) {
    case CoverageLine::Status::not_due:
      return "không phải tổ chức";
    case CoverageLine::Status::met:
      return "đạt";
    case CoverageLine::Status::scheduled:
      return "đã lên lịch";
    case CoverageLine::Status::open:
      return "chưa lên lịch";
    case CoverageLine::Status::missed:
      return "bỏ lỡ";
    case CoverageLine::Status::credited:
      return "tính bù, trễ";
  }
  return "";
}

std::string in_words(domain::Commitment::Status status) {
  switch (status) {
    case domain::Commitment::Status::made:
      return "đang thực hiện";
    case domain::Commitment::Status::evidence_filed:
      return "đã nộp minh chứng";
    case domain::Commitment::Status::verified:
      return "khóm đã xác nhận";
    case domain::Commitment::Status::disputed:
      return "khóm không đồng ý";
  }
  return "";
}

std::string document_of(const std::string& stream) {
  using Start = std::pair<std::string_view, std::string_view>;
  for (const auto& [start, words] : {Start{"plan-", "kế hoạch "}, Start{"dialogue-", "đối thoại "},
                                     Start{"issue-", "nội dung "}, Start{"report-", "báo cáo "}}) {
    if (stream.starts_with(start)) {
      return std::string(words) + stream.substr(start.size());
    }
  }
  return stream;
}

}  // namespace

std::string phase_in_words(domain::IssuePhase phase) {
  return in_words(phase);
}

Book issue_book(const BookHead& head, const std::vector<IssueLine>& lines) {
  auto book = book_of(head, "Nội dung", "DANH SÁCH Ý KIẾN, KIẾN NGHỊ",
                      {{"TT", 6, number},
                       {"Mã", 16},
                       {"Nội dung", 50},
                       {"Khóm", 16},
                       {"Lĩnh vực", 20},
                       {"Loại", 12},
                       {"Ngày nhận", 12, date},
                       {"Bộ phận", 20},
                       {"Hạn phản hồi", 12, date},
                       {"Hạn giải quyết", 12, date},
                       {"Tình trạng", 22},
                       {"Quá hạn", 9},
                       {"Ngày xong", 12, date},
                       {"Ngày báo dân", 12, date}});
  for (const auto& line : lines) {
    book.rows.push_back({next_number(book), line.code, line.subject, line.khom, line.field,
                         std::string(line.type ? name_of(line.type) : ""), line.received, line.unit,
                         day_or_nothing(line.first_reply_due), day_or_nothing(line.due),
                         in_words(line.phase), mark(line.overdue), day_or_nothing(line.settled_on),
                         day_or_nothing(line.delivered_on)});
  }
  return book;
}

Book reception_book(const BookHead& head, const std::vector<ReceptionLine>& lines) {
  auto book = book_of(head, "Sổ tiếp nhận", "SỔ TIẾP CÔNG DÂN, TIẾP NHẬN Ý KIẾN",
                      {{"Số thứ tự", 7, number},
                       {"Ngày tiếp", 12, date},
                       {"Họ tên", 24},
                       {"Địa chỉ", 28},
                       {"Nội dung vụ việc", 46},
                       {"Loại", 12},
                       {"Từ 5 người trở lên", 10},
                       {"Cơ quan đã giải quyết", 20},
                       {"Thuộc thẩm quyền", 10},
                       {"Không thụ lý, hướng dẫn", 22},
                       {"Chuyển đến cơ quan; số văn bản", 28},
                       {"Kết quả (số thông báo)", 18},
                       {"Theo dõi, ghi chú", 22}});
  for (const auto& line : lines) {
    auto forwarded = line.forwarded_to;
    if (!line.forwarded_by.empty()) {
      forwarded += "; " + line.forwarded_by;
    }
    book.rows.push_back({next_number(book), line.received, name_in_book(line.person),
                         line.person.address, line.subject,
                         std::string(line.type ? name_of(line.type) : ""), mark(line.group),
                         line.handled_before, mark(line.accepted), line.refused_for, forwarded,
                         line.result, in_words(line.phase)});
  }
  return book;
}

Book register_book(const BookHead& head, int year, const std::vector<RegisterLine>& lines) {
  auto book = book_of(head, "Sổ văn bản", "SỔ ĐĂNG KÝ VĂN BẢN NĂM " + std::to_string(year),
                      {{"TT", 6, number},
                       {"Số", 8, number},
                       {"Số, ký hiệu", 16},
                       {"Loại", 8},
                       {"Ngày", 12, date},
                       {"Của hồ sơ", 30},
                       {"Đã hủy số", 10},
                       {"Lý do", 40}});
  for (const auto& line : lines) {
    book.rows.push_back({next_number(book), std::int64_t{line.number}, line.symbol,
                         std::string(domain::to_text(line.type)), line.date,
                         document_of(line.taken_by), mark(line.voided), line.reason});
  }
  return book;
}

Book coverage_book(const BookHead& head, int year, const std::vector<CoverageLine>& lines) {
  auto book =
      book_of(head, "Đối thoại theo khóm", "ĐỐI THOẠI THEO KHÓM VÀ QUÝ NĂM " + std::to_string(year),
              {{"TT", 6, number},
               {"Khóm", 24},
               {"Quý", 6, number},
               {"Phải tổ chức", 12, number, true},
               {"Đã tổ chức", 12, number, true},
               {"Không có người dự", 14, number, true},
               {"Đã lên lịch", 12, number, true},
               {"Tình trạng", 20}});
  for (const auto& line : lines) {
    book.rows.push_back({next_number(book), line.khom, std::int64_t{line.quarter},
                         std::int64_t{line.required}, std::int64_t{line.held},
                         std::int64_t{line.held_empty}, std::int64_t{line.planned},
                         in_words(line.status)});
  }
  return book;
}

Book attendance_book(const BookHead& head, int year, const std::vector<AttendanceLine>& lines) {
  auto book = book_of(head, "Người dự", "SỔ NGƯỜI DỰ ĐỐI THOẠI NĂM " + std::to_string(year),
                      {{"TT", 6, number},
                       {"Ngày", 12, date},
                       {"Giờ", 16},
                       {"Khóm", 20},
                       {"Chủ trì", 24},
                       {"Người dân", 10, number, true},
                       {"Cán bộ, công chức", 36},
                       {"Đại diện", 36},
                       {"Lượt ý kiến", 10, number, true},
                       {"Nội dung", 10, number, true},
                       {"Biên bản", 16}});
  for (const auto& line : lines) {
    book.rows.push_back({next_number(book), line.on, in_words(line.start), line.khom, line.chair,
                         std::int64_t{line.residents}, joined(line.officials), joined(line.bodies),
                         std::int64_t{line.opinions}, std::int64_t{line.issues}, line.minutes});
  }
  return book;
}

Book promise_book(const BookHead& head, const std::vector<PromiseLine>& lines) {
  auto book = book_of(head, "Lời hứa", "SỔ THEO DÕI CAM KẾT",
                      {{"TT", 6, number},
                       {"Mã nội dung", 16},
                       {"Khóm", 16},
                       {"Việc đã hứa", 50},
                       {"Người chịu trách nhiệm", 24},
                       {"Ngày hứa", 12, date},
                       {"Hạn đầu", 12, date},
                       {"Hạn hiện nay", 12, date},
                       {"Số lần dời", 9, number, true},
                       {"Tình trạng", 20},
                       {"Lỡ hẹn", 9}});
  for (const auto& line : lines) {
    book.rows.push_back({next_number(book), line.issue, line.khom, line.what, line.owner,
                         line.made_on, line.first_due, line.due, std::int64_t{line.revisions},
                         in_words(line.status), mark(line.missed)});
  }
  return book;
}

Book figure_book(const BookHead& head, const domain::Period& period,
                 const std::vector<ReportFigure>& figures) {
  auto book = book_of(head, "Chỉ tiêu", "PHỤ LỤC SỐ LIỆU " + in_words(period),
                      {{"TT", 6, number},
                       {"Mã", 34},
                       {"Chỉ tiêu", 44},
                       {"Giá trị", 12, number},
                       {"Trên", 12, number}});
  for (const auto& figure : figures) {
    const bool measured = !figure.of || *figure.of > 0;
    book.rows.push_back({next_number(book), figure.id, figure_name(figure.id),
                         measured ? Cell(figure.value) : Cell(std::string("chưa đo")),
                         figure.of ? Cell(*figure.of) : Cell()});
  }
  return book;
}

}  // namespace langnghe::papers
