#include "init/setup_acts.hpp"

#include <utility>

#include <nlohmann/json.hpp>

#include "acts/bundled.hpp"

namespace langnghe::tools {
namespace {

using nlohmann::json;

constexpr std::string_view kData = "domain/data/";
constexpr std::string_view kTemplates = "templates-default.json";

/// From 1 July 2023 on the law stands; the year's plan is made before the year begins.
constexpr int kLawYear = 2024;
constexpr std::string_view kLaw = "Luật Thực hiện dân chủ ở cơ sở số 10/2022/QH15, Điều 26 khoản 1";
constexpr std::string_view kOrdinance =
    "Pháp lệnh Thực hiện dân chủ ở xã, phường, thị trấn số 34/2007/PL-UBTVQH11";

std::string_view bundled(std::string_view name) {
  for (const auto& file : bundled_files()) {
    if (file.name == name) {
      return file.bytes;
    }
  }
  return {};
}

class FoundingActs {
 public:
  explicit FoundingActs(const WardSetup& setup)
      : setup_(setup), from_(domain::to_text(setup.valid_from)) {}

  std::vector<std::string> made() && {
    establish();
    settle_papers();
    for (const auto& account : setup_.accounts) {
      open_account(account);
    }
    if (setup_.plan) {
      draft_plan();
    }
    return std::move(acts_);
  }

 private:
  void act(const std::string& post, json body) {
    acts_.push_back(
        json{{"by", setup_.administrator}, {"post", post}, {"body", std::move(body)}}.dump());
  }

  /// `{issuer}` is the one place that the ward's name fills; the others are filled by each
  /// document.
  [[nodiscard]] std::string with_issuer(std::string text) const {
    constexpr std::string_view kIssuer = "{issuer}";
    if (const auto place = text.find(kIssuer); place != std::string::npos) {
      text.replace(place, kIssuer.size(), setup_.ward.committee());
    }
    return text;
  }

  void act_of_file(const std::string& post, std::string_view file) {
    acts_.push_back(json{
        {"by", setup_.administrator}, {"post", post}, {"file", std::string(kData).append(file)}}
                        .dump());
  }

  void establish() {
    const auto& ward = setup_.ward;
    act("ward/establish", {{"name", ward.name},
                           {"place_name", ward.place_name},
                           {"issuer", ward.issuer},
                           {"issuer_symbol", ward.issuer_symbol},
                           {"city", ward.city},
                           {"province", ward.province}});
    for (const auto& khom : setup_.khoms) {
      act("ward/add-khom", {{"khom", khom.id}, {"name", khom.name}, {"valid_from", from_}});
    }
    for (const auto& official : setup_.officials) {
      act("ward/appoint-official", {{"official", official.id},
                                    {"name", official.name},
                                    {"position", official.position},
                                    {"unit", official.unit},
                                    {"valid_from", from_}});
    }
  }

  void settle_papers() {
    act("ward/adopt-report-route", {{"addressee", setup_.reports_to},
                                    {"through", setup_.reports_through},
                                    {"valid_from", from_}});
    act("ward/adopt-numbering", {{"mode", setup_.numbering}, {"valid_from", from_}});
    for (auto paper : json::parse(bundled(kTemplates))) {
      paper["valid_from"] = from_;
      paper["text"] = with_issuer(paper["text"]);
      act("ward/adopt-template", std::move(paper));
    }
    act_of_file("calendar/adopt-calendar", "calendar-vn-2021-2027.json");
    act_of_file("policy/adopt-policy", "policy-default.json");
  }

  void open_account(const WardSetup::Account& account) {
    const auto path = "users/" + account.id + '/';
    act(path + "register", {{"display_name", account.name}, {"official", account.official}});
    for (const auto& grant : account.grants) {
      act(path + "grant-role", {{"role", domain::to_text(grant.role)}, {"khoms", grant.khoms}});
    }
  }

  /// Only who runs the work may draft a plan. The administrator takes that role for this one act
  /// and gives it back, so that the ledger tells who it was.
  void draft_plan() {
    const auto user = "users/" + setup_.administrator + '/';
    act(user + "grant-role", {{"role", "cchc_officer"}, {"khoms", json::array()}});
    json lines = json::array();
    for (const auto& khom : setup_.khoms) {
      lines.push_back({{"khom", khom.id}, {"per_quarter", owed_per_quarter()}});
    }
    const auto year = std::to_string(setup_.first_year);
    act("plans/" + year + "/draft",
        {{"title", "Tổ chức định kỳ buổi đối thoại, tiếp xúc trực tiếp với nhân dân năm " + year},
         {"legal_basis", setup_.first_year >= kLawYear ? kLaw : kOrdinance},
         {"lines", lines}});
    act(user + "revoke-role", {{"role", "cchc_officer"}});
  }

  /// One in each quarter that is not over yet: what was before the first day is owed by nobody.
  [[nodiscard]] std::vector<int> owed_per_quarter() const {
    const int year = static_cast<int>(setup_.today.year());
    const int quarter = static_cast<int>((unsigned{setup_.today.month()} - 1) / 3);
    std::vector<int> owed(4, 1);
    for (int i = 0; setup_.first_year == year && i < quarter; ++i) {
      owed[static_cast<std::size_t>(i)] = 0;
    }
    return owed;
  }

  const WardSetup& setup_;
  std::string from_;
  std::vector<std::string> acts_;
};

}  // namespace

std::vector<std::string> founding_acts(const WardSetup& setup) {
  return FoundingActs(setup).made();
}

Acts entered_at(const std::vector<std::string>& acts, domain::Instant now) {
  Acts entered;
  for (const auto& file : bundled_files()) {
    entered.files.emplace(std::string(kData).append(file.name), file.bytes);
  }
  for (const auto& line : acts) {
    auto one = json::parse(line);
    one["at"] = domain::to_local_text(now);
    entered.lines.push_back(one.dump());
  }
  return entered;
}

}  // namespace langnghe::tools
