#include "init/questions.hpp"

#include <algorithm>
#include <array>
#include <expected>
#include <istream>
#include <iterator>
#include <ostream>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <text/typed_text.hpp>

#include <services/say.hpp>

#include "init/setup.hpp"

namespace langnghe::tools {
namespace {

/// The meaning of Enter alone.
enum class Empty { refused, nothing, this_year };

/// A question about one field: how it is put, whether it is open, and where the answer goes.
struct Question {
  std::string_view vi;
  std::string_view en;
  Empty empty;
  bool (*is_open)(const WardDraft& draft);
  void (*take)(WardDraft& draft, const std::string& answer);
};

template <auto kMember>
bool is_absent(const WardDraft& draft) {
  return !(draft.*kMember).has_value();
}

template <std::optional<std::string> WardDraft::* kMember>
void take_text(WardDraft& draft, const std::string& answer) {
  draft.*kMember = answer;
}

template <std::optional<std::vector<std::string>> WardDraft::* kMember>
void take_list(WardDraft& draft, const std::string& answer) {
  draft.*kMember = parts_of(answer, ",;");
}

bool is_yes(const std::string& answer) {
  static constexpr auto kYes = std::to_array<std::string_view>({"c", "co", "y", "yes"});
  return std::ranges::find(kYes, text::without_marks(answer)) != kYes.end();
}

void take_plan(WardDraft& draft, const std::string& answer) {
  draft.plan = is_yes(answer);
}

void take_officials(WardDraft& draft, const std::string& answer) {
  draft.officials.emplace();
  for (const auto& one : parts_of(answer, ";")) {
    draft.officials->push_back(official_of(one));
  }
}

void take_year(WardDraft& draft, const std::string& answer) {
  if (!answer.empty()) {
    draft.first_year = answer;  // else it stays open, and the check takes this year
  }
}

constexpr auto kQuestions = std::to_array<Question>({
    {"Phường, xã (tên có dấu hay không dấu, hoặc mã)",
     "Ward or commune (name with or without accents, or code)", Empty::refused,
     &is_absent<&WardDraft::ward>, &take_text<&WardDraft::ward>},
    {"Các khóm, cách nhau bằng dấu phẩy", "Its khóm, separated by commas", Empty::refused,
     &is_absent<&WardDraft::khoms>, &take_list<&WardDraft::khoms>},
    {"Họ tên Chủ tịch Ủy ban nhân dân", "Name of the chair of the People's Committee",
     Empty::refused, &is_absent<&WardDraft::chair>, &take_text<&WardDraft::chair>},
    {"Họ tên các Phó Chủ tịch, cách nhau bằng dấu phẩy [không có]",
     "Names of the deputy chairs, separated by commas [none]", Empty::nothing,
     &is_absent<&WardDraft::deputies>, &take_list<&WardDraft::deputies>},
    {"Họ tên người phụ trách cải cách hành chính",
     "Name of the official in charge of administrative reform", Empty::refused,
     &is_absent<&WardDraft::cchc_officer>, &take_text<&WardDraft::cchc_officer>},
    {"Họ tên văn thư [không có]", "Name of the clerk [none]", Empty::nothing,
     &is_absent<&WardDraft::clerk>, &take_text<&WardDraft::clerk>},
    {"Họ tên các trưởng khóm theo thứ tự trên, chưa có thì ghi - [không có]",
     "Names of the heads of the khóm in the same order, - where there is none yet [none]",
     Empty::nothing, &is_absent<&WardDraft::khom_heads>, &take_list<&WardDraft::khom_heads>},
    {"Cán bộ khác: tên, chức vụ, vai trò; người tiếp theo sau dấu chấm phẩy [không có]",
     "Other officials: name, office, role; the next one after a semicolon [none]", Empty::nothing,
     &is_absent<&WardDraft::officials>, &take_officials},
    {"Năm đầu", "First year", Empty::this_year, &is_absent<&WardDraft::first_year>, &take_year},
    {"Lập dự thảo kế hoạch: mỗi khóm mỗi quý một buổi? (c/k) [k]",
     "Draft the plan: one dialogue per khóm and quarter? (y/n) [n]", Empty::nothing,
     &is_absent<&WardDraft::plan>, &take_plan},
});
static_assert(kQuestions.size() + 1 == kQuestionsMax);

/// A conversation: counts the questions and reads one line for each.
class Talk {
 public:
  Talk(std::istream& in, std::ostream& out, std::size_t questions)
      : in_(in), out_(out), questions_(questions) {}

  void next() { ++asked_; }

  std::string ask(std::string_view question, std::string_view fallback = {}) {
    out_ << '[' << asked_ << '/' << questions_ << "] " << question;
    if (!fallback.empty()) {
      out_ << " [" << fallback << ']';
    }
    out_ << ": " << std::flush;
    std::string line;
    if (!std::getline(in_, line)) {
      out_ << '\n';
      throw std::runtime_error(std::string(
          say("hết đầu vào trước khi trả lời xong nên không ghi gì; có thể ghi các câu trả lời "
              "vào một tệp và dùng --file",
              "the input ended before the last answer, so nothing was written; the answers can "
              "also stand in a file, given with --file")));
    }
    return std::string(text::trimmed(line));
  }

  void tell(const std::vector<std::string>& lines) {
    for (const auto& line : lines) {
      out_ << "  ! " << line << '\n';
    }
  }

 private:
  std::istream& in_;
  std::ostream& out_;
  std::size_t questions_;
  std::size_t asked_ = 0;
};

std::vector<std::string> wrong_with(const WardDraft& draft, const domain::Date& today) {
  const auto checked = check_draft(draft, today);
  return checked ? std::vector<std::string>{} : checked.error();
}

/// The faults that an answer brought; a fault that was there before belongs to another question.
std::vector<std::string> newly_wrong(const std::vector<std::string>& before,
                                     const std::vector<std::string>& after) {
  std::vector<std::string> wrong;
  std::ranges::copy_if(after, std::back_inserter(wrong), [&](const std::string& one) {
    return std::ranges::find(before, one) == before.end();
  });
  return wrong;
}

/// The draft with the answer, or what is wrong with it.
std::expected<WardDraft, std::vector<std::string>> answered(const Question& question,
                                                            const WardDraft& draft,
                                                            const domain::Date& today,
                                                            const std::string& answer) {
  if (answer.empty() && question.empty == Empty::refused) {
    return std::unexpected(std::vector{
        std::string(say("câu này không thể để trống", "this one cannot be left empty"))});
  }
  auto with_answer = draft;
  question.take(with_answer, answer);
  auto wrong = newly_wrong(wrong_with(draft, today), wrong_with(with_answer, today));
  if (!wrong.empty()) {
    return std::unexpected(std::move(wrong));
  }
  return with_answer;
}

void put(const Question& question, WardDraft& draft, const domain::Date& today, Talk& talk) {
  const auto fallback = question.empty == Empty::this_year
                            ? std::to_string(static_cast<int>(today.year()))
                            : std::string();
  talk.next();
  for (;;) {
    auto next = answered(question, draft, today, talk.ask(say(question.vi, question.en), fallback));
    if (next) {
      draft = *std::move(next);
      return;
    }
    talk.tell(next.error());
  }
}

void show(const WardSetup& setup, std::ostream& out) {
  out << '\n' << shown(setup.ward) << " (" << setup.ledger << ")\n";
  out << "  khóm: ";
  for (std::size_t i = 0; i < setup.khoms.size(); ++i) {
    out << (i > 0 ? ", " : "") << setup.khoms[i].name;
  }
  out << '\n';
  for (const auto& official : setup.officials) {
    out << "  " << official.name << ": " << official.position << ", " << official.unit << '\n';
  }
  out << say("  báo cáo gửi ", "  reports go to ") << setup.reports_to << '\n';
}

}  // namespace

bool ask_for_rest(WardDraft& draft, const domain::Date& today, std::istream& in,
                  std::ostream& out) {
  const auto open = std::ranges::count_if(
      kQuestions, [&](const Question& question) { return question.is_open(draft); });
  Talk talk(in, out, static_cast<std::size_t>(open) + 1);
  for (const auto& question : kQuestions) {
    if (question.is_open(draft)) {
      put(question, draft, today, talk);
    }
  }
  const auto setup = check_draft(draft, today);
  if (!setup) {
    talk.tell(setup.error());  // of what options gave: no question was about it
    return false;
  }
  show(*setup, out);
  talk.next();
  const auto answer = talk.ask(say("Ghi vào sổ cái? Sau đó không xóa được (c/k) [c]",
                                   "Write it into the ledger? It cannot be taken out (y/n) [y]"));
  return answer.empty() || is_yes(answer);
}

}  // namespace langnghe::tools
