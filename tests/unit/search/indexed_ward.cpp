#include "indexed_ward.hpp"

#include <array>
#include <chrono>
#include <fstream>
#include <iterator>
#include <random>
#include <stdexcept>

namespace langnghe::test {
namespace {

constexpr auto kPatience = std::chrono::seconds(20);
constexpr auto kSubjects = std::to_array<std::string_view>(
    {"Đèn đường hẻm 12", "Ổ gà đường Bùi Thị Xuân", "Cống thoát nước nghẹt", "Rác bỏ ven sông",
     "Loa phường kêu to", "Đường ngập khi mưa"});

}  // namespace

IndexedWard::IndexedWard() {
  ledger.act("2021-01-02",
             {{domain::ward_stream(),
               domain::KhomAdded{{"tan-my"}, "Tân Mỹ", false, day("2010-01-01"), {}}},
              {domain::ward_stream(),
               domain::KhomAdded{{"sa-nhien"}, "Sa Nhiên", false, day("2010-01-01"), {}}}});
  domain::PolicyAdopted adopted;
  adopted.policy.version = 1;
  adopted.policy.valid_from = day("2020-01-01");
  adopted.policy.basis = "mẫu";
  adopted.policy.fields = {{{"ROADS"}, "Giao thông", "Roads"}, {{"WASTE"}, "Rác thải", "Waste"}};
  ledger.act("2021-01-02", {{domain::policy_stream(), adopted}});
}

void IndexedWard::record(const std::string& issue, const std::string& subject,
                         const std::string& khom, const std::string& field) {
  domain::IssueRecorded recorded;
  recorded.channel = domain::IntakeChannel::letter;
  recorded.khom = {khom};
  recorded.received = day("2021-01-05");
  recorded.subject = subject;
  recorded.field = {field};
  ledger.act("2021-01-05", issue, recorded);
}

void IndexedWard::take_down(const std::string& issue) {
  ledger.act("2021-03-01", {{domain::supervision_stream(),
                             domain::TakedownRegistered{{"td-" + issue},
                                                        domain::stream_of(domain::IssueId{issue}),
                                                        "trang thông tin",
                                                        "lộ tên",
                                                        "05/QĐ"}}});
}

void IndexedWard::acts(unsigned seed) {
  std::mt19937 random(seed);
  unsigned recorded = 0;
  for (int i = 0; i < 50; ++i) {
    const auto subject = std::string(kSubjects[random() % kSubjects.size()]);
    const auto id = "i-" + std::to_string(recorded == 0 ? 0 : random() % recorded);
    switch (recorded == 0 ? 0 : random() % 7) {
      case 0:
      case 1:
        record("i-" + std::to_string(recorded++), subject, random() % 2 ? "tan-my" : "sa-nhien",
               random() % 2 ? "ROADS" : "WASTE");
        break;
      case 2:
        act(id, domain::AnswerDrafted{1, domain::Outcome::done, "Sẽ sửa: " + subject, ""});
        break;
      case 3:
        act(id, domain::NoticeIssued{i + 1,
                                     std::to_string(i + 1) + "/TB-UBND",
                                     day("2021-02-01"),
                                     {"of-1"},
                                     domain::SigningCapacity::tm});
        break;
      case 4:
        act(id, domain::IssueCorrected{domain::CorrectedField::subject, "", subject, "sửa"});
        break;
      case 5:
        act(id, domain::IssueCorrected{domain::CorrectedField::khom, "", "sa-nhien", "sửa"});
        break;
      default:
        if (random() % 3 == 0) {
          act(id, domain::IssueVoided{"nhầm", std::nullopt});
        }
    }
  }
}

std::string IndexedWard::index_bytes() const {
  std::string bytes;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(folder.path())) {
    if (entry.is_regular_file()) {
      std::ifstream file(entry.path(), std::ios::binary);
      bytes.append(std::istreambuf_iterator<char>(file), {});
    }
  }
  return bytes;
}

Asked::Asked(IndexedWard& followed)
    : ward(followed),
      supervisor(followed.ledger.store()),
      search(followed.ledger.store(), followed.folder.path()) {
  search.follow(supervisor);
}

Names Asked::find(std::string_view words) {
  return find_at(ward.ledger.size(), words);
}

Names Asked::find_at(std::uint64_t size, std::string_view words) {
  const auto deadline = std::chrono::steady_clock::now() + kPatience;
  if (!search.wait_for(ward.ledger.id(), ward.ledger.size(), deadline)) {
    throw std::runtime_error("the index does not follow");
  }
  const auto query = search::WordQuery::of(words);
  const auto found = search.find(ward.ledger.id(), size, query.value());
  Names names;
  for (const auto& issue : found.value()) {
    names.push_back(issue.value);
  }
  return names;
}

std::vector<search::Likeness> Asked::like(const search::LikenessAsked& asked) {
  static_cast<void>(find("x"));
  return search.like(ward.ledger.id(), ward.ledger.size(), asked).value();
}

std::vector<std::string> asked_words() {
  return {"duong", "den duong", "\"hem 12\"", "ngh*", "tan mi", "giao thong",
          "rac",   "waste",     "tb ubnd",    "sua",  "mua",    "\"bui thi\" roads"};
}

}  // namespace langnghe::test
