#include "init/setup.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <set>
#include <utility>

#include <text/letter_case.hpp>
#include <text/typed_text.hpp>

#include <domain/ids.hpp>
#include <services/say.hpp>

namespace langnghe::tools {
namespace {

using domain::Role;

constexpr std::size_t kTextMax = 300;
constexpr std::size_t kKhomsMax = 200;
constexpr int kFirstYearMin = 2021;  // the calendar and the policy that are shipped begin there

/// Kinds of neighbourhoods; a khóm is called by its bare name, every other by its kind and name.
constexpr std::array<std::string_view, 5> kNeighbourhoods{"khóm", "ấp", "thôn", "tổ dân phố",
                                                          "khu phố"};

std::string_view kind_of_neighbourhood(std::string_view name) {
  const auto folded = text::without_marks(name);
  for (const auto kind : kNeighbourhoods) {
    if (folded.starts_with(text::without_marks(kind) + ' ')) {
      return kind;
    }
  }
  return {};
}

std::string quoted(std::string_view text) {
  return '"' + std::string(text) + '"';
}

/// Builds a setup from a draft, and gathers what is wrong on the way.
class Check {
 public:
  Check(const WardDraft& draft, const domain::Date& today) : draft_(draft) { setup_.today = today; }

  std::expected<WardSetup, std::vector<std::string>> run() {
    check_year();
    check_ward();
    check_khoms();
    check_leaders();
    check_khom_heads();
    check_others();
    check_settings();
    if (!wrong_.empty()) {
      return std::unexpected(std::move(wrong_));
    }
    return std::move(setup_);
  }

 private:
  void complain(std::string_view vi, std::string_view en, const std::string& detail = {}) {
    wrong_.push_back(std::string(say(vi, en)) + detail);
  }

  /// One line of ordinary text; empty where it is not, which is then complained of.
  std::string line(std::string_view text, std::string_view vi, std::string_view en) {
    auto checked = text::typed(text::trimmed(text), text::Lines::one, kTextMax);
    if (!checked) {
      complain(vi, en,
               ": " + std::string(text::wire_name(checked.error().what)) + ' ' +
                   text::notation(checked.error().character));
      return {};
    }
    return *std::move(checked);
  }

  void check_year() {
    const auto said =
        draft_.first_year.value_or(std::to_string(static_cast<int>(setup_.today.year())));
    const int next = static_cast<int>(setup_.today.year()) + 1;
    const auto* const end = said.data() + said.size();
    const auto read = std::from_chars(said.data(), end, setup_.first_year);
    if (read.ec != std::errc{} || read.ptr != end || setup_.first_year < kFirstYearMin ||
        setup_.first_year > next) {
      complain("năm đầu phải từ 2021 đến ", "the first year must be from 2021 to ",
               std::to_string(next) + ": " + quoted(said));
      setup_.first_year = next - 1;
    }
    const domain::Date begin{std::chrono::year{setup_.first_year}, std::chrono::January,
                             std::chrono::day{1}};
    // An official entered today must hold the office today, also where the plan is of a later year.
    setup_.valid_from = std::min(begin, setup_.today);
  }

  void check_ward() {
    if (!draft_.ward || text::trimmed(*draft_.ward).empty()) {
      complain("thiếu phường, xã (ward)", "the ward is missing (ward)");
      return;
    }
    const auto said = line(*draft_.ward, "phường, xã", "the ward");
    if (said.empty()) {
      return;
    }
    auto found = find_ward(said);
    if (!found) {
      wrong_.push_back(std::move(found.error()));
      return;
    }
    setup_.ward = *std::move(found);
    setup_.ledger = slug_of(setup_.ward.place_name);
    if (!domain::is_well_formed_id(setup_.ledger)) {
      complain("không tạo được mã từ tên phường: ",
               "no identifier can be made of the ward's name: ", quoted(setup_.ward.place_name));
    }
  }

  void check_khoms() {
    for (const auto& said : draft_.khoms.value_or(std::vector<std::string>{})) {
      auto name = line(said, "tên khóm", "the name of a khóm");
      if (kind_of_neighbourhood(name) == kNeighbourhoods.front()) {
        name = text::trimmed(std::string_view(name).substr(kNeighbourhoods.front().size()));
      }
      add_khom(std::move(name));
    }
    if (draft_.khoms.value_or(std::vector<std::string>{}).empty()) {
      complain("thiếu tên các khóm (khom)", "the names of the khóm are missing (khom)");
    } else if (draft_.khoms->size() > kKhomsMax) {
      complain("quá nhiều khóm: ", "too many khóm: ", std::to_string(draft_.khoms->size()));
    }
  }

  void add_khom(std::string name) {
    auto id = slug_of(name);
    if (!domain::is_well_formed_id(id)) {
      complain("không tạo được mã từ tên khóm: ", "no identifier can be made of the khóm's name: ",
               quoted(name));
      return;
    }
    const auto same = std::ranges::find(setup_.khoms, id, &WardSetup::Khom::id);
    if (same != setup_.khoms.end()) {
      complain("hai khóm có tên như nhau khi bỏ dấu, hãy ghi khác đi: ",
               "two khóm have the same name without accents, name one otherwise: ",
               quoted(same->name) + ", " + quoted(name));
      return;
    }
    setup_.khoms.push_back({std::move(id), std::move(name)});
  }

  void check_leaders() {
    const auto committee = setup_.ward.committee();
    const auto kind_committee = "Ủy ban nhân dân " + setup_.ward.kind;
    require(draft_.chair, "thiếu tên Chủ tịch (chair)", "the chair's name is missing (chair)",
            {"Chủ tịch " + kind_committee, committee, Role::chair});
    for (const auto& name : draft_.deputies.value_or(std::vector<std::string>{})) {
      appoint(name, {"Phó Chủ tịch " + kind_committee, committee, Role::chair});
    }
    require(draft_.cchc_officer, "thiếu tên người phụ trách cải cách hành chính (cchc_officer)",
            "the name of the official in charge of administrative reform is missing "
            "(cchc_officer)",
            {"Công chức Văn phòng - Thống kê, phụ trách cải cách hành chính", committee,
             Role::cchc_officer});
    if (draft_.clerk && !draft_.clerk->empty()) {
      appoint(*draft_.clerk, {"Văn thư", committee, Role::clerk});
    }
  }

  struct Office {
    std::string position;
    std::string unit;
    Role role{};
  };

  void require(const std::optional<std::string>& name, std::string_view vi, std::string_view en,
               const Office& office) {
    if (!name || text::trimmed(*name).empty()) {
      complain(vi, en);
      return;
    }
    appoint(*name, office);
  }

  void appoint(const std::string& said, const Office& office) {
    add_person(said, office.position, office.unit, {{office.role, {}}});
  }

  void add_person(const std::string& said, const std::string& position, const std::string& unit,
                  std::vector<WardSetup::Grant> grants) {
    const auto name = line(said, "tên người", "a person's name");
    const auto slug = slug_of(name);
    if (!domain::is_well_formed_id("of-" + slug) || slug.empty()) {
      complain(
          "không tạo được mã từ tên: ", "no identifier can be made of the name: ", quoted(said));
      return;
    }
    if (!people_.insert(slug).second) {
      complain(
          "một tên có hai lần; nếu là một người thì chỉ ghi ở một chức vụ, nêu các vai trò ở đó; "
          "nếu là hai người thì thêm chữ để phân biệt: ",
          "a name stands twice; if it is one person, name one office and all roles there; if they "
          "are two, add something to tell them apart: ",
          quoted(name));
      return;
    }
    setup_.officials.push_back({"of-" + slug, name, position, unit});
    setup_.accounts.push_back({slug, name, "of-" + slug, std::move(grants)});
  }

  void check_khom_heads() {
    const auto heads = draft_.khom_heads.value_or(std::vector<std::string>{});
    if (heads.size() > setup_.khoms.size() && !setup_.khoms.empty()) {
      complain("có nhiều tên trưởng khóm hơn số khóm: ", "there are more heads than khóm: ",
               std::to_string(heads.size()) + " > " + std::to_string(setup_.khoms.size()));
      return;
    }
    for (std::size_t i = 0; i < std::min(heads.size(), setup_.khoms.size()); ++i) {
      if (!heads[i].empty() && heads[i] != "-") {
        add_khom_head(heads[i], setup_.khoms[i]);
      }
    }
  }

  void add_khom_head(const std::string& name, const WardSetup::Khom& khom) {
    // The same head of two khóm is one person, who sees both.
    const auto known = std::ranges::find(setup_.accounts, slug_of(name), &WardSetup::Account::id);
    if (known != setup_.accounts.end() && known->grants.front().role == Role::khom_head) {
      known->grants.front().khoms.push_back(khom.id);
      return;
    }
    const auto kind = kind_of_neighbourhood(khom.name);
    const bool bare = kind.empty();
    const std::string title(bare ? kNeighbourhoods.front() : kind);
    const auto called = bare ? title + ' ' + khom.name : text::with_small_initial(khom.name);
    add_person(name, title == "tổ dân phố" ? "Tổ trưởng tổ dân phố" : "Trưởng " + title,
               "Ban nhân dân " + called, {{Role::khom_head, {khom.id}}});
  }

  void check_others() {
    for (const auto& one : draft_.officials.value_or(std::vector<OfficialDraft>{})) {
      const auto office = line(one.office, "chức vụ", "an office");
      if (office.empty()) {
        complain("thiếu chức vụ; ghi: tên, chức vụ, vai trò: ",
                 "the office is missing; write: name, office, roles: ", quoted(one.name));
        continue;
      }
      const auto unit = line(one.unit, "đơn vị", "a unit");
      add_person(one.name, office, unit.empty() ? setup_.ward.committee() : unit,
                 grants_of(one, office));
    }
  }

  std::vector<WardSetup::Grant> grants_of(const OfficialDraft& one, const std::string& office) {
    std::vector<WardSetup::Grant> grants;
    for (const auto& said : one.roles) {
      const auto role = domain::from_text<Role>(said);
      if (!role || *role == Role::system || *role == Role::case_holder ||
          *role == Role::khom_head) {
        complain("vai trò không dùng được ở đây (trưởng khóm: ghi ở khom_heads): ",
                 "a role that cannot stand here (a khóm's head: under khom_heads): ", quoted(said));
      } else if (std::ranges::find(grants, *role, &WardSetup::Grant::role) == grants.end()) {
        grants.push_back({*role, {}});
      }
    }
    if (one.roles.empty()) {
      grants.push_back({suggested_role(office), {}});
    }
    return grants;
  }

  static Role suggested_role(std::string_view office) {
    const auto folded = text::without_marks(office);
    const auto has = [&](std::string_view words) {
      return folded.find(words) != std::string::npos;
    };
    if (has("mat tran") || has("hoi dong nhan dan")) {
      return Role::supervisor;
    }
    return has("van thu") ? Role::clerk : Role::officer;
  }

  void check_settings() {
    setup_.plan = draft_.plan.value_or(false);
    setup_.administrator = draft_.administrator.value_or("quan-tri");
    if (!domain::is_well_formed_id(setup_.administrator)) {
      complain(
          "tên tài khoản quản trị chỉ gồm a-z, 0-9, - và _: ",
          "the administrator's account has only a-z, 0-9, - and _: ", quoted(setup_.administrator));
    } else if (people_.contains(setup_.administrator)) {
      complain("tài khoản quản trị trùng với một cán bộ, hãy chọn tên khác: ",
               "the administrator's account is also an official's, choose another: ",
               quoted(setup_.administrator));
    }
    setup_.numbering = draft_.numbering.value_or("per_type");
    if (setup_.numbering != "per_type" && setup_.numbering != "shared") {
      complain("cách đánh số phải là per_type hoặc shared: ",
               "numbering must be per_type or shared: ", quoted(setup_.numbering));
    }
    setup_.reports_to = line(draft_.reports_to.value_or(setup_.ward.committee_above()),
                             "nơi nhận báo cáo", "where reports go");
    setup_.reports_through = line(draft_.reports_through.value_or(setup_.ward.home_affairs_above()),
                                  "cơ quan tiếp nhận báo cáo", "the office that takes reports in");
  }

  const WardDraft& draft_;
  WardSetup setup_;
  std::vector<std::string> wrong_;
  std::set<std::string> people_;
};

}  // namespace

std::expected<WardSetup, std::vector<std::string>> check_draft(const WardDraft& draft,
                                                               const domain::Date& today) {
  return Check(draft, today).run();
}

}  // namespace langnghe::tools
