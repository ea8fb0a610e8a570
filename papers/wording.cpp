#include "wording.hpp"

#include <array>
#include <utility>

#include <text/letter_case.hpp>

#include "forms.hpp"
#include "legal_bases.hpp"

namespace langnghe::papers {
namespace {

constexpr std::string_view kCommittee = "ỦY BAN NHÂN DÂN";
constexpr std::string_view kDraft = "DỰ THẢO";

/// The issuer on two lines: the committee, and of which ward.
std::string on_two_lines(std::string_view issuer) {
  std::string text(issuer);
  if (text.starts_with(kCommittee) && text.size() > kCommittee.size() + 1) {
    text.replace(kCommittee.size(), 1, "\n");
  }
  return text;
}

/// `CHỦ TỊCH` of `Chủ tịch Ủy ban nhân dân phường`: the body stands above it already.
std::string post_in_capitals(std::string_view position) {
  auto post = text::in_capitals(position);
  for (const std::string_view body : {" ỦY BAN NHÂN DÂN", " UBND"}) {
    if (const auto at = post.find(body); at != std::string::npos) {
      post.erase(at);
    }
  }
  return post;
}

/// Boxes 7a: in whose name, and the post (Decree 30/2020 Art. 13).
std::string authority_lines(const Signer& signer) {
  const auto post = post_in_capitals(signer.position);
  switch (signer.capacity) {
    case domain::SigningCapacity::tm:
      return "TM. ỦY BAN NHÂN DÂN\n" + post;
    case domain::SigningCapacity::kt:
      return "TM. ỦY BAN NHÂN DÂN\nKT. CHỦ TỊCH\n" + post;
    case domain::SigningCapacity::tl:
      return "TL. CHỦ TỊCH\n" + post;
    case domain::SigningCapacity::tuq:
      return "TUQ. CHỦ TỊCH\n" + post;
    case domain::SigningCapacity::own:
      break;
  }
  return post;
}

std::string place_and_date(const Head& head) {
  if (head.date) {
    return head.place + ", ngày " + in_words(*head.date);
  }
  return head.place + ", ngày      tháng      năm " +
         std::to_string(static_cast<int>(head.today.year()));
}

std::string number_line(const Head& head, std::string_view code) {
  if (!head.symbol.empty()) {
    return head.symbol;
  }
  return "      /" + (code.empty() ? "" : std::string(code) + "-") + head.issuer_symbol;
}

template <class Texts>
std::string recipient_lines(const Texts& recipients) {
  std::string lines;
  for (const auto& recipient : recipients) {
    lines += lines.empty() ? "- " : ";\n- ";
    lines += recipient;
  }
  return lines + '.';
}

}  // namespace

std::string in_words(const domain::Date& date) {
  const auto month = static_cast<unsigned>(date.month());
  return two_digits(static_cast<unsigned>(date.day())) + " tháng " +
         (month <= 2 ? two_digits(month) : std::to_string(month)) + " năm " +
         std::to_string(static_cast<int>(date.year()));
}

std::string in_figures(const std::optional<domain::Date>& date) {
  if (!date) {
    return {};
  }
  return two_digits(static_cast<unsigned>(date->day())) + '/' +
         two_digits(static_cast<unsigned>(date->month())) + '/' +
         std::to_string(static_cast<int>(date->year()));
}

std::string in_words(std::chrono::minutes clock_time) {
  return two_digits(clock_time.count() / 60) + " giờ " + two_digits(clock_time.count() % 60) +
         " phút";
}

std::string grouped(std::int64_t number) {
  auto digits = std::to_string(number);
  const std::size_t sign = number < 0 ? 1 : 0;
  for (auto at = static_cast<std::ptrdiff_t>(digits.size()) - 3;
       at > static_cast<std::ptrdiff_t>(sign); at -= 3) {
    digits.insert(static_cast<std::size_t>(at), 1, '.');
  }
  return digits;
}

std::string two_digits(std::int64_t number) {
  return (number >= 0 && number < 10 ? "0" : "") + std::to_string(number);
}

std::string joined(const std::vector<std::string>& items, std::string_view between) {
  std::string text;
  for (const auto& item : items) {
    text += text.empty() ? "" : between;
    text += item;
  }
  return text;
}

std::string open_ended(std::string_view text) {
  const auto end = text.find_last_not_of(" \n\t.");
  return std::string(text.substr(0, end == std::string_view::npos ? 0 : end + 1));
}

std::string_view name_of(std::optional<domain::IssueType> type) {
  if (!type) {
    return "ý kiến";
  }
  switch (*type) {
    case domain::IssueType::opinion:
      return "ý kiến";
    case domain::IssueType::petition:
      return "kiến nghị";
    case domain::IssueType::report:
      return "phản ánh";
    case domain::IssueType::question:
      return "câu hỏi";
    case domain::IssueType::complaint:
      return "khiếu nại";
    case domain::IssueType::denunciation:
      return "tố cáo";
  }
  return "ý kiến";
}

std::string issuer_in_sentence(std::string_view issuer, std::string_view place) {
  if (!issuer.starts_with(kCommittee)) {
    return std::string(issuer);
  }
  const bool commune = issuer.find(" XÃ ") != std::string_view::npos;
  return "Ủy ban nhân dân " + std::string(commune ? "xã " : "phường ") + std::string(place);
}

std::string khom_named(std::string_view name) {
  for (const std::string_view kind : {"Khóm", "khóm", "Ấp", "ấp", "Tổ dân phố"}) {
    if (name.starts_with(kind)) {
      return std::string(name);
    }
  }
  return "Khóm " + std::string(name);
}

std::string in_words(const domain::Period& period) {
  const auto dash = period.name.find('-');
  const auto year = " năm " + period.name.substr(0, dash);
  const auto part = dash == std::string::npos ? std::string() : period.name.substr(dash + 1);
  if (part == "H1") {
    return "6 tháng đầu" + year;
  }
  if (part == "M9") {
    return "9 tháng đầu" + year;
  }
  constexpr std::array<std::string_view, 4> kQuarters{"I", "II", "III", "IV"};
  if (part.size() == 2 && part[0] == 'Q' && part[1] >= '1' && part[1] <= '4') {
    return "quý " + std::string(kQuarters[static_cast<std::size_t>(part[1] - '1')]) + year;
  }
  return year.substr(1);
}

std::string described(const Person& person) {
  switch (person.as) {
    case Person::As::named:
      return "ông/bà " + person.name +
             (person.address.empty() ? "" : ", địa chỉ: " + person.address);
    case Person::As::nobody:
      return "người dân";
    case Person::As::anonymous:
      return "người dân (không nêu tên)";
    case Person::As::withheld:
      return "người dân (họ tên, địa chỉ được giữ kín)";
    case Person::As::erased:
      return "người dân (thông tin cá nhân đã xóa, khóa mã đã hủy theo quy định)";
  }
  return "người dân";
}

std::string described_first(const Person& person) {
  auto text = described(person);
  constexpr std::string_view kPolite = "ông";
  return text.starts_with(kPolite) ? "Ông" + text.substr(kPolite.size()) : 'N' + text.substr(1);
}

std::string where_raised(const Matter& matter) {
  switch (matter.channel) {
    case domain::IntakeChannel::dialogue:
      return "buổi đối thoại với Nhân dân " + khom_named(matter.khom) +
             (matter.dialogue_on ? " ngày " + in_words(*matter.dialogue_on) : "");
    case domain::IntakeChannel::reception:
      return "nơi tiếp công dân";
    case domain::IntakeChannel::letter:
      return "đơn, thư gửi đến";
    case domain::IntakeChannel::hotline:
      return "đường dây nóng";
    case domain::IntakeChannel::online:
      return "kênh trực tuyến";
    case domain::IntakeChannel::import_:
      return "danh sách ý kiến đã tiếp nhận từ trước";
  }
  return {};
}

Content headed(domain::PaperKind kind, const Head& head) {
  const auto& form = form_of(kind);
  Content content;
  auto& texts = content.texts;
  texts["co_quan"] = on_two_lines(head.issuer);
  texts["ten_co_quan"] = issuer_in_sentence(head.issuer, head.place);
  texts["so_ky_hieu"] = number_line(head, form.code);
  texts["dia_danh_ngay"] = place_and_date(head);
  texts["trich_yeu"] = form.subject;
  texts["du_thao"] = head.draft ? kDraft : std::string_view();
  texts["can_cu"] =
      form.bases.empty() ? std::string() : legal_bases(form.bases, head.date.value_or(head.today));
  texts["noi_nhan"] =
      head.recipients.empty() ? recipient_lines(form.recipients) : recipient_lines(head.recipients);
  texts["ky"] = head.signer ? authority_lines(*head.signer) : "TM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH";
  texts["ky_ten"] = head.signer ? head.signer->name : std::string();
  return content;
}

void put_matter(Content& content, const Matter& matter) {
  auto& texts = content.texts;
  texts["ngay_nhan"] = in_words(matter.received);
  texts["loai_viec"] = name_of(matter.type);
  texts["nguoi_dan"] = described(matter.person);
  texts["noi_nhan_viec"] = where_raised(matter);
  texts["noi_dung"] = open_ended(matter.subject);
  texts["cach_goi"] = matter.person.as == Person::As::named ? "ông/bà" : "người có ý kiến";
}

Content headed(domain::PaperKind kind, const Head& head, const Matter& matter) {
  auto content = headed(kind, head);
  put_matter(content, matter);
  return content;
}

Content entry(std::map<std::string, std::string, std::less<>> texts) {
  return {std::move(texts), {}, {}};
}

std::string place_of(const Meeting& meeting) {
  return meeting.place.empty() ? "nhà một hộ dân thuộc " + khom_named(meeting.khom)
                               : open_ended(meeting.place);
}

std::string none_if_empty(std::string_view text, std::string_view none) {
  return text.empty() ? std::string(none) : open_ended(text);
}

void put_taken_away(Content& content, std::string_view list, const std::vector<TakenAway>& issues) {
  auto& rows = content.lists[std::string(list)];
  for (const auto& issue : issues) {
    rows.push_back(entry({{"tt", std::to_string(rows.size() + 1)},
                          {"viec", issue.subject},
                          {"bo_phan", issue.unit},
                          {"han", in_figures(issue.due)}}));
  }
}

}  // namespace langnghe::papers
