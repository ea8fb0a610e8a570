#include "access/reading_rules.hpp"

#include <algorithm>
#include <array>

namespace langnghe::api {
namespace {

using enum domain::Role;

using Roles = domain::InlineList<domain::Role, 8>;

constexpr Roles kEverybody{chair, cchc_officer, officer,      khom_head,
                           clerk, supervisor,   home_affairs, admin};
/// The ward itself, and who watches it. The body above is given signed heads, hashes and figures: a
/// report is what it is sent, the ward's matters are not.
constexpr Roles kWard{chair, cchc_officer, officer, khom_head, clerk, supervisor, admin};
/// The roles that read names and phone numbers; a khóm head of their own khóm.
constexpr Roles kPersonalData{chair, cchc_officer, officer, khom_head};
/// The roles that watch over sealed data, or answer for it.
constexpr Roles kOverseers{chair, supervisor, admin};
constexpr Roles kAdministrators{admin};
/// The roles that write to residents in the ward's name, and those that deliver it.
constexpr Roles kAnswering{chair, cchc_officer, officer, clerk};
constexpr Roles kReaching{chair, cchc_officer, officer, clerk, khom_head};

constexpr auto kReads = std::to_array<ReadRule>({
    {"session", kEverybody},
    {"me", kEverybody},
    {"saved-views", kEverybody},
    {"settings", kEverybody},
    {"live", kEverybody},
    {"changes", kEverybody},

    {"reports/{family}", kEverybody, true},
    {"reports/{family}/{period}", kEverybody, true},
    {"reports/{family}/{period}/figures/{figure}", kEverybody, true},

    {"trend", kEverybody, true},

    {"board", kWard},
    {"issues", kWard},
    {"issues/similar", kWard},
    {"issues/{id}", kWard},
    {"issues/{id}/history", kWard},
    {"issues/{id}/deadline", kWard},
    {"issues/{id}/receipt", kWard},
    {"dialogues", kWard},
    {"dialogues/{id}", kWard},
    {"dialogues/{id}/brief", kWard},
    {"residents", kPersonalData},
    {"residents/{id}", kWard},
    {"schedule", kWard},
    {"plans/{year}", kWard},
    {"commitments", kWard},
    {"recurrences", kWard},
    {"compare", kWard},
    {"work", kWard},
    {"work/counts", kWard},
    {"assignees", {chair, cchc_officer}},
    {"attachments/{hash}", kWard},

    // A paper is for who makes it: it names the person, where it is asked for with a purpose.
    {"issues/{id}/case-file", kAnswering},
    {"issues/{id}/papers/notice", kAnswering},
    {"issues/{id}/papers/extension", kAnswering},
    {"issues/{id}/papers/forwarding", kAnswering},
    {"issues/{id}/papers/correction", kAnswering},
    {"issues/{id}/papers/refusal", kAnswering},
    {"issues/{id}/papers/reminder", kAnswering},
    {"issues/{id}/papers/receipt", kReaching},
    {"issues/{id}/papers/delivery", kReaching},
    {"issues/{id}/papers/posting", kReaching},
    {"issues/{id}/papers/slip", kReaching},
    {"dialogues/{id}/papers/invitation", kReaching},
    {"dialogues/{id}/papers/programme", kReaching},
    {"dialogues/{id}/papers/poster", kWard},
    // The minutes count what was redirected, which no head of a khóm learns of.
    {"dialogues/{id}/papers/minutes", kAnswering, true},
    {"dialogues/{id}/papers/conclusion", kWard},
    {"plans/{year}/papers/plan", kWard},
    {"plans/{year}/papers/decision", kWard},
    {"paper-templates/{kind}", kWard},
    {"paper-templates/{kind}/preview", kWard},
    {"reports/{family}/{period}/papers/report", kEverybody, true},
    {"reports/{family}/{period}/papers/supplement", kEverybody, true},
    {"books/issues", kWard},
    {"books/reception", {chair, cchc_officer, clerk}, true},
    {"books/register/{year}", kWard, true},
    {"books/attendance/{year}", kWard},
    {"books/coverage/{year}", kWard},
    {"books/commitments", kWard},
    {"books/figures/{family}/{period}", kEverybody, true},

    {"register/{year}", kWard, true},
    {"supervision", kWard, true},
    {"events", kWard, true},

    {"supervision/sealed-reads", kOverseers},
    {"supervision/account-acts", kOverseers},
    {"tlog/tile/entries/{tile+}", kOverseers, true},

    {"users", kAdministrators},
    {"users/{id}", kAdministrators, false, true},
    {"users/{id}/tokens", kAdministrators, false, true},
    {"users/{id}/sessions", kAdministrators, false, true},
    {"users/{id}/failed-sign-ins", kAdministrators, false, true},
    {"failed-sign-ins", kAdministrators},
});

// A record of an opening says who opened which sealed data and why, and so tells about its person.
constexpr auto kRecords = std::to_array<RecordRule>({
    {"supervision.sealed_read", kOverseers},
});

bool holds_one_of(const Access& access, const Roles& roles, bool whole_ward) {
  return std::ranges::any_of(access.roles, [&](const domain::RoleGranted& grant) {
    return std::ranges::find(roles, grant.role) != roles.end() &&
           (!whole_ward || sees_whole_ward(grant));
  });
}

}  // namespace

std::span<const ReadRule> read_rules() {
  return kReads;
}

const ReadRule* find_read_rule(std::string_view read) {
  const auto found = std::ranges::find(kReads, read, &ReadRule::read);
  return found == kReads.end() ? nullptr : &*found;
}

bool may_read(const ReadRule& rule, const Access& access, std::string_view named) {
  return holds_one_of(access, rule.roles, rule.whole_ward) ||
         (rule.own && !named.empty() && named == access.user.value);
}

std::span<const RecordRule> record_rules() {
  return kRecords;
}

bool may_read_record(const Access& access, std::string_view type) {
  const auto rule = std::ranges::find(kRecords, type, &RecordRule::type);
  return rule == kRecords.end() || holds_one_of(access, rule->roles, false);
}

bool may_read_every_record(const Access& access) {
  return std::ranges::all_of(
      kRecords, [&](const RecordRule& rule) { return holds_one_of(access, rule.roles, false); });
}

bool may_read_behind_figures(const Access& access) {
  return holds_one_of(access, kWard, false);
}

}  // namespace langnghe::api
