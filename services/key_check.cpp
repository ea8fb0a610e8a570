#include <algorithm>
#include <set>
#include <stdexcept>
#include <utility>

#include <ledger/record.hpp>
#include <log/log.hpp>
#include <services/consumer_failure.hpp>
#include <services/key_check.hpp>
#include <services/ledger_pages.hpp>
#include <services/say.hpp>

namespace langnghe::tools {
namespace es = eventstore;
namespace {

constexpr std::string_view kStream = "resident-";
constexpr std::string_view kRegistered = "resident.registered";
constexpr std::string_view kKeyDestroyed = "resident.key_destroyed";
/// A finding is checked again soon: an operator is about to mend it.
constexpr std::chrono::seconds kSoon{30};

/// The people a ledger knows and has not erased, by the records alone: views may be what has
/// failed.
class KnownResidents {
 public:
  /// The records from the checkpoint on.
  [[nodiscard]] es::Outcome take(const es::Records& records) {
    es::Outcome outcome;
    const auto visited = records.visit([&](es::Position, std::string_view bytes) {
      const auto record = es::parse(bytes);
      if (!record) {
        outcome = std::unexpected(es::Failure{.what = record.error()});
        return false;
      }
      note(*record);
      ++records_;
      return true;
    });
    return visited ? outcome : std::unexpected(es::Failure{.what = visited.error().context});
  }
  [[nodiscard]] es::Position checkpoint() const { return {records_}; }
  [[nodiscard]] const std::set<std::string>& all() const { return residents_; }

 private:
  void note(const es::RecordView& record) {
    if (!record.stream.starts_with(kStream)) {
      return;
    }
    const std::string resident(record.stream.substr(kStream.size()));
    if (record.type == kRegistered) {
      residents_.insert(resident);
    } else if (record.type == kKeyDestroyed) {
      residents_.erase(resident);
    }
  }

  std::uint64_t records_ = 0;
  std::set<std::string> residents_;
};

void count(KeyFindings& findings, const std::string& resident, es::VaultErrorCode code) {
  using enum es::VaultErrorCode;
  if (code == key_destroyed) {
    ++findings.destroyed;
    return;
  }
  if (findings.first.empty()) {
    findings.first = resident;
  }
  ++(code == no_key ? findings.missing : findings.damaged);
}

KeyFindings try_keys(const std::set<std::string>& residents, const es::LedgerId& ledger,
                     es::Vault& vault, const std::stop_token& stop) {
  KeyFindings findings;
  for (const auto& resident : residents) {
    if (stop.stop_requested()) {
      break;
    }
    ++findings.residents;
    // Sealing nothing needs the key as much as sealing something.
    const auto probe = vault.seal(es::key_subject(ledger, resident),
                                  {ledger, {"resident-" + resident}, "probe"}, "");
    if (!probe) {
      count(findings, resident, probe.error().code);
    }
  }
  return findings;
}

}  // namespace

KeyFindings check_keys(es::LedgerReader& store, const es::LedgerId& ledger, es::Vault& vault,
                       const std::stop_token& stop) {
  KnownResidents residents;
  const auto size = value_of(store.size(ledger));
  if (const auto read = residents.take({store, ledger, {0}, size, stop}); !read) {
    throw std::runtime_error(ledger.value + ": " + read.error().what);
  }
  return try_keys(residents.all(), ledger, vault, stop);
}

std::string describe(const KeyFindings& findings) {
  return std::to_string(findings.lost()) +
         std::string(say(" người dân trong sổ không mở được khóa (",
                         " residents of the ledger "
                         "without a key that opens (")) +
         std::to_string(findings.missing) + std::string(say(" thiếu, ", " missing, ")) +
         std::to_string(findings.damaged) +
         std::string(say(" hỏng), trước hết: ", " damaged), the first: ")) + findings.first +
         std::string(say("; hãy lấy lại kho khóa (vault/) từ bản sao lưu",
                         "; restore the vault (vault/) from a backup"));
}

/// It reads when it checks, and not with every commit; its checkpoint is in memory, with the names.
class KeyWatch::OfLedger final : public es::Consumer {
 public:
  OfLedger(es::LedgerId ledger, KeyWatch& watch) : ledger_(std::move(ledger)), watch_(watch) {}

  [[nodiscard]] std::string_view name() const override { return "key_check"; }
  [[nodiscard]] es::Position checkpoint() const override { return residents_.checkpoint(); }
  [[nodiscard]] es::NextCall next_call() const override {
    return {.at = next_, .for_records = false};
  }
  [[nodiscard]] es::Outcome take(const es::Records& records) override {
    const auto from = checkpoint();
    auto read = residents_.take(records);
    if (read && !records.empty() && checkpoint() == from) {
      read = std::unexpected(es::Failure{.what = "the records were not read"});
    }
    if (!read) {
      if (!records.stop().stop_requested()) {
        watch_.note(ledger_, {.fault = ledger_.value + ": " + read.error().what});
      }
      return read;
    }
    if (checkpoint().value < watch_.store_.known_size(ledger_)) {
      return {};  // more are read at once, and then the keys are checked
    }
    check(records.stop());
    return {};
  }

 private:
  void check(const std::stop_token& stop) {
    auto findings = try_keys(residents_.all(), ledger_, watch_.vault_, stop);
    if (stop.stop_requested()) {
      return;
    }
    const bool is_well = findings.lost() == 0;
    if (!is_well) {
      log::error(describe(findings), ledger_.value);
    }
    const auto every = std::max(watch_.every_, std::chrono::hours(1));
    watch_.note(ledger_, {.findings = std::move(findings)});
    next_ = std::chrono::steady_clock::now() + (is_well ? std::chrono::seconds(every) : kSoon);
  }

  const es::LedgerId ledger_;
  KeyWatch& watch_;
  KnownResidents residents_;
  std::chrono::steady_clock::time_point next_{};
};

KeyWatch::KeyWatch(es::LedgerReader& store, es::Vault& vault, std::chrono::hours every,
                   es::Supervisor& supervisor)
    : store_(store), vault_(vault), every_(every) {
  es::FollowingPlan plan;
  plan.consumer_of = [this](const es::LedgerId& ledger) {
    auto& made = ledgers_[ledger];
    made = std::make_unique<OfLedger>(ledger, *this);
    return made.get();
  };
  plan.threads = es::FollowingThreads::one_for_all;
  plan.retry = {.first = kSoon, .last = kSoon};
  plan.niceness = 10;  // what it looks for may take its time
  plan.on_failure = &tell_failure;
  following_ = supervisor.follow(std::move(plan));
}

KeyWatch::~KeyWatch() = default;

void KeyWatch::wait_for_first(std::chrono::milliseconds patience) {
  const auto ledgers = store_.known_ledgers().size();
  std::unique_lock lock(mutex_);
  changed_.wait_for(lock, patience, [&] { return checked_.size() >= ledgers; });
}

void KeyWatch::note(const es::LedgerId& ledger, Checked checked) {
  const std::scoped_lock lock(mutex_);
  checked_.insert_or_assign(ledger, std::move(checked));
  changed_.notify_all();
}

std::vector<api::Trouble> KeyWatch::troubles() const {
  const std::scoped_lock lock(mutex_);
  std::vector<api::Trouble> found;
  for (const auto& [ledger, checked] : checked_) {
    const auto& findings = checked.findings;
    if (!checked.fault.empty()) {
      found.push_back({"/ledgers", "ledger_unreadable", checked.fault});
    } else if (findings.lost() > 0) {
      found.push_back({"/vault/" + ledger.value, "keys_lost",
                       std::to_string(findings.missing) + " missing, " +
                           std::to_string(findings.damaged) + " damaged"});
    }
  }
  return found;
}

KeyFindings KeyWatch::findings() const {
  const std::scoped_lock lock(mutex_);
  KeyFindings all;
  for (const auto& [ledger, checked] : checked_) {
    const auto& findings = checked.findings;
    all.residents += findings.residents;
    all.missing += findings.missing;
    all.damaged += findings.damaged;
    all.destroyed += findings.destroyed;
    all.first = all.first.empty() ? findings.first : all.first;
  }
  return all;
}

}  // namespace langnghe::tools
