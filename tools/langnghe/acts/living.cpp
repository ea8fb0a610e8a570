#include "acts/living.hpp"

#include <algorithm>
#include <array>
#include <chrono>
#include <regex>
#include <stdexcept>
#include <string_view>
#include <utility>

#include <nlohmann/json.hpp>

#include <domain/period.hpp>

namespace langnghe::tools {
namespace {

using domain::Date;
using nlohmann::json;
using std::chrono::days;
using std::chrono::hours;
using std::chrono::minutes;

/// The first day of the week of the half year that becomes the week of `now`: a dialogue is
/// arranged, matters of the two before it are open.
constexpr Date kScene{std::chrono::year{2025}, std::chrono::November, std::chrono::day{26}};
constexpr int kWeek = 7;
constexpr int kQuarters = 4;
constexpr std::string_view kMerged = "khom-mau-23";
constexpr std::array<std::string_view, 2> kMergedFrom{"khom-mau-2", "khom-mau-3"};
constexpr std::array<std::string_view, 7> kKhoms{
    "tan-my", "sa-nhien", "khom-mau-1", "khom-mau-4", "khom-mau-2", "khom-mau-3", kMerged};

domain::Instant at(const Date& day, std::chrono::minutes clock_time) {
  return std::chrono::sys_days(day) + clock_time - domain::kVietnamOffset;
}

Date weekday_from(Date day) {
  const auto is_free = [](const Date& one) {
    const std::chrono::weekday weekday{std::chrono::sys_days(one)};
    return weekday == std::chrono::Saturday || weekday == std::chrono::Sunday;
  };
  while (is_free(day)) {
    day = domain::add_days(day, 1);
  }
  return day;
}

domain::Period period_of(int year, int quarter) {
  return *domain::find_period(domain::PeriodFamily::calendar,
                              std::to_string(year) + "-Q" + std::to_string(quarter));
}

/// Moves whatever bears a day by the same number of days, and takes the year out of identifiers.
class Mover {
 public:
  explicit Mover(int by) : by_(by) {}

  [[nodiscard]] Date moved(const Date& day) const { return domain::add_days(day, by_); }

  void move(json& value) const {
    if (value.is_string()) {
      value = moved(value.get<std::string>());
    } else if (value.is_structured()) {
      for (auto& part : value) {
        move(part);
      }
    }
  }

  [[nodiscard]] std::string moved(const std::string& text) const {
    if (const auto day = domain::parse_date(text)) {
      return domain::to_text(moved(*day));
    }
    if (const auto moment = domain::parse_instant(text)) {
      return domain::to_local_text(*moment + days(by_));
    }
    return with_moved_days(without_year(text));
  }

 private:
  /// `d-2025-q3-01` is `d-a-01`, `i-2025-0004` is `i-0004`.
  static std::string without_year(std::string text) {
    static constexpr auto kParts = std::to_array<std::pair<std::string_view, std::string_view>>(
        {{"-2025-q3-", "-a-"}, {"-2025-q4-", "-b-"}, {"-2025-", "-"}});
    for (const auto& [from, to] : kParts) {
      for (auto place = text.find(from); place != std::string::npos; place = text.find(from)) {
        text.replace(place, from.size(), to);
      }
    }
    return text;
  }

  /// `27/11/2025` within a text.
  [[nodiscard]] std::string with_moved_days(const std::string& text) const {
    static const std::regex day_pattern(R"((\d{2})/(\d{2})/(2025))");
    if (text.find("/2025") == std::string::npos) {
      return text;  // nearly every text: looking for a pattern takes a hundred times as long
    }
    std::string made;
    auto rest = text.cbegin();
    for (std::sregex_iterator found(text.begin(), text.end(), day_pattern), end; found != end;
         ++found) {
      const Date day{std::chrono::year{std::stoi((*found)[3])},
                     std::chrono::month{static_cast<unsigned>(std::stoul((*found)[2]))},
                     std::chrono::day{static_cast<unsigned>(std::stoul((*found)[1]))}};
      made.append(rest, (*found)[0].first);
      made += day.ok() ? as_people_write(moved(day)) : (*found)[0].str();
      rest = (*found)[0].second;
    }
    made.append(rest, text.cend());
    return made;
  }

  static std::string as_people_write(const Date& day) {
    const auto iso = domain::to_text(day);  // YYYY-MM-DD
    return iso.substr(8, 2) + '/' + iso.substr(5, 2) + '/' + iso.substr(0, 4);
  }

  int by_;
};

class LivingYear {
 public:
  LivingYear(const BundledWard& half_year, domain::Instant now)
      : now_(now),
        today_(domain::local_date(now)),
        mover_(kWeek * (domain::days_between(kScene, today_) / kWeek)),
        begin_(mover_.moved(Date{std::chrono::year{2025}, std::chrono::July, std::chrono::day{1}})),
        merged_from_(mover_.moved(
            Date{std::chrono::year{2025}, std::chrono::October, std::chrono::day{1}})) {
    if (today_ < kScene) {
      throw std::runtime_error("the demonstration cannot be laid out before 2025-11-26");
    }
    for (const auto& line : half_year.acts.lines) {
      take(line);
    }
    for (int year = int{begin_.year()}; year <= int{today_.year()} + 1; ++year) {
      plan(year);
      report(year);
    }
  }

  std::vector<std::string> lines() && {
    std::ranges::stable_sort(acts_, {}, &Act::at);
    std::vector<std::string> lines;
    for (const auto& act : acts_) {
      if (act.at <= now_) {
        lines.push_back(act.line.dump());
      }
    }
    return lines;
  }

 private:
  struct Act {
    domain::Instant at{};
    json line;
  };
  struct Meeting {
    std::string khom;
    Date day{};
  };

  void add(domain::Instant when, std::string_view by, const std::string& post, json body) {
    acts_.push_back({when,
                     {{"at", domain::to_local_text(when)},
                      {"by", by},
                      {"post", post},
                      {"body", std::move(body)}}});
  }

  void take(const std::string& text) {
    auto line = json::parse(text);
    const auto post = line.at("post").get<std::string>();
    if (post.starts_with("plans/") || post.starts_with("reports/")) {
      return;
    }
    if (line.contains("file")) {
      line["at"] = mover_.moved(line["at"].get<std::string>());
    } else {
      mover_.move(line);
    }
    if (post == "ward/establish") {
      line["body"]["name"] = "phường Sa Đéc (mẫu)";
    } else if (post == "dialogues") {
      meetings_.push_back(
          {line["body"]["khom"], *domain::parse_date(line["body"]["date"].get<std::string>())});
    }
    const auto when = domain::parse_instant(line["at"].get<std::string>());
    acts_.push_back({when.value(), std::move(line)});
  }

  [[nodiscard]] bool is_there(std::string_view khom, const domain::Period& period) const {
    if (khom == kMerged) {
      return merged_from_ <= period.to;
    }
    return std::ranges::find(kMergedFrom, khom) == kMergedFrom.end() || period.from < merged_from_;
  }

  /// A dialogue that was held was owed in its quarter; in the quarter that runs each khóm is owed
  /// one.
  [[nodiscard]] int owed(std::string_view khom, const domain::Period& period) const {
    const bool held = std::ranges::any_of(meetings_, [&](const Meeting& meeting) {
      return meeting.khom == khom && period.contains(meeting.day);
    });
    return held || (period.contains(today_) && is_there(khom, period)) ? 1 : 0;
  }

  [[nodiscard]] json plan_lines(int year, bool merged) const {
    json lines = json::array();
    for (const auto khom : kKhoms) {
      std::vector<int> per_quarter;
      for (int quarter = 1; quarter <= kQuarters; ++quarter) {
        per_quarter.push_back(owed(khom, period_of(year, quarter)));
      }
      const bool known = khom != kMerged || merged;
      if (known && std::ranges::count(per_quarter, 1) > 0) {
        lines.push_back({{"khom", khom}, {"per_quarter", per_quarter}});
      }
    }
    return lines;
  }

  void plan(int year) {
    const auto drafted =
        std::max(domain::add_days(begin_, 2),
                 Date{std::chrono::year{year - 1}, std::chrono::December, std::chrono::day{22}});
    const auto told = domain::add_days(merged_from_, -5);     // the merger is entered
    const auto amended = domain::add_days(merged_from_, -2);  // and the plan follows
    const auto lines = plan_lines(year, told < drafted);
    if (lines.empty()) {
      return;
    }
    const auto path = "plans/" + std::to_string(year) + '/';
    add(at(drafted, hours(9)), "cchc_officer", path + "draft",
        {{"title", "Đối thoại trực tiếp với nhân dân năm " + std::to_string(year)},
         {"legal_basis",
          "Luật Thực hiện dân chủ ở cơ sở năm 2022; Luật Tổ chức chính quyền địa "
          "phương năm 2025"},
         {"lines", lines}});
    const auto next = domain::add_days(drafted, 1);
    add(at(next, hours(8) + minutes(30)), "chair", path + "approve", {{"signer", "of-chu-tich"}});
    add(at(next, hours(15)), "clerk", path + "publish",
        {{"places", {"Trụ sở Ủy ban nhân dân phường", "Văn phòng các khóm"}}});
    if (drafted <= told && int{merged_from_.year()} <= year) {
      add(at(amended, hours(8) + minutes(30)), "chair", path + "amend",
          {{"reason", "Sáp nhập hai khóm."}, {"lines", plan_lines(year, true)}});
    }
  }

  void report(int year) {
    for (int quarter = 1; quarter <= kQuarters; ++quarter) {
      const auto period = period_of(year, quarter);
      const bool with_meetings = std::ranges::any_of(
          meetings_, [&](const Meeting& meeting) { return period.contains(meeting.day); });
      if (!with_meetings || today_ <= period.to) {
        continue;
      }
      const auto path = "reports/calendar/" + period.name + '/';
      const auto first = weekday_from(domain::add_days(period.to, 2));
      const auto second = weekday_from(domain::add_days(first, 1));
      const auto third = weekday_from(domain::add_days(second, 2));
      add(at(first, hours(8) + minutes(20)), "cchc_officer", path + "freeze", json::object());
      add(at(first, hours(10) + minutes(20)), "cchc_officer", path + "draft",
          {{"narrative",
            "Phường tổ chức đối thoại ở các khóm theo kế hoạch; nội dung chưa xong "
            "có người phụ trách và thời hạn."}});
      add(at(second, hours(8) + minutes(20)), "chair", path + "sign",
          {{"signer", "of-chu-tich"}, {"capacity", "TM"}});
      add(at(second, hours(13) + minutes(20)), "cchc_officer", path + "submit",
          {{"channel", "Trục liên thông văn bản"}});
      add(at(third, hours(15)), "home_affairs", path + "acknowledge",
          {{"receipt", "Đã nhận báo cáo kỳ " + period.name}});
    }
  }

  domain::Instant now_;
  Date today_;
  Mover mover_;
  Date begin_;
  Date merged_from_;
  std::vector<Act> acts_;
  std::vector<Meeting> meetings_;
};

}  // namespace

BundledWard living_ward(const BundledWard& half_year, domain::Instant now) {
  try {
    Acts acts = half_year.acts;
    acts.lines = LivingYear(half_year, now).lines();
    acts.leaves_out_refused = true;
    return {std::string(kLivingWard), std::move(acts)};
  } catch (const json::exception& error) {
    throw std::runtime_error(std::string("the demonstration's acts: ") + error.what());
  }
}

}  // namespace langnghe::tools
