// The demonstration ward whose year runs up to the day on which it is loaded: on every day of the
// week and of the year its acts are taken, and something is due soon.
#include "acts/living.hpp"

#include <algorithm>
#include <array>
#include <chrono>
#include <string>

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <ledger/memory_store.hpp>
#include <services/data_directory.hpp>

#include "acts/acts.hpp"
#include "temporary_directory.hpp"

namespace langnghe::tools::living_spec {
namespace {

using nlohmann::json;

BundledWard half_year() {
  const auto wards = bundled_wards();
  return *std::ranges::find(wards, "sa-dec", &BundledWard::ward);
}

std::vector<json> lines_at(std::string_view now) {
  std::vector<json> lines;
  for (const auto& line : living_ward(half_year(), *domain::parse_instant(now)).acts.lines) {
    lines.push_back(json::parse(line));
  }
  return lines;
}

domain::Instant at_of(const json& line) {
  return *domain::parse_instant(line["at"].get<std::string>());
}

TEST(LivingWard, EndsOnTheDayOfTheLoadWithADialogueAhead) {
  const auto source = half_year();
  for (int day = 0; day < 400; day += 5) {  // each weekday, each month
    const auto now = *domain::parse_instant("2026-11-30T09:00:00+07:00") + std::chrono::days(day);
    const auto today = domain::to_text(domain::local_date(now));
    std::string next;
    domain::Instant last{};
    bool planned = false;
    for (const auto& text : living_ward(source, now).acts.lines) {
      const auto line = json::parse(text);
      EXPECT_LE(last, at_of(line)) << today;
      last = at_of(line);
      const auto post = line["post"].get<std::string>();
      planned = planned || post == "plans/" + today.substr(0, 4) + "/draft";
      if (post == "dialogues") {
        next = std::max(next, line["body"]["date"].get<std::string>());
      }
    }
    EXPECT_LE(last, now) << today;
    EXPECT_LT(now - last, std::chrono::days(7)) << today;
    EXPECT_TRUE(planned) << today;
    const auto ahead = domain::days_between(domain::local_date(now), *domain::parse_date(next));
    EXPECT_TRUE(ahead >= 3 && ahead <= 9) << today << ' ' << next;
  }
}

TEST(LivingWard, BearsNoDayOfTheYearItWasMadeFrom) {
  for (const auto& line : lines_at("2027-12-30T09:00:00+07:00")) {
    if (!line.contains("file")) {
      EXPECT_EQ(std::string::npos, line["post"].get<std::string>().find("2025")) << line;
      EXPECT_EQ(std::string::npos, line["body"].dump().find("-2025")) << line;
      EXPECT_EQ(std::string::npos, line["body"].dump().find("/2025")) << line;
    }
  }
}

TEST(LivingWard, IsTakenByTheRulesAllYear) {
  for (const auto* now :
       {"2026-11-30T17:00:00+07:00", "2027-01-04T09:00:00+07:00", "2027-02-12T12:00:00+07:00",
        "2027-04-01T00:30:00+07:00", "2027-08-18T23:00:00+07:00"}) {
    const test::TemporaryDirectory folder;
    const DataDirectory data{folder.path()};
    const auto store = eventstore::make_memory_store();
    const auto vault = open_vault(data, "");
    const auto views = open_views(*store, data);
    auto ward = living_ward(half_year(), *domain::parse_instant(now));
    ward.acts.up_to_now = false;
    const auto loaded =
        load_acts({*store, *vault, *views}, {ward.ward}, ward.acts, [](std::size_t /*done*/) {});
    ASSERT_TRUE(loaded.has_value()) << now << ' ' << loaded.error().what;
    EXPECT_TRUE(loaded->left_out.empty()) << now << ' ' << loaded->left_out.front();
  }
}

}  // namespace
}  // namespace langnghe::tools::living_spec
