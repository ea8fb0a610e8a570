#include <algorithm>
#include <exception>
#include <set>
#include <stdexcept>
#include <utility>

#include <sys/resource.h>

#include <ledger/record.hpp>
#include <log/log.hpp>
#include <services/key_check.hpp>
#include <services/ledger_pages.hpp>
#include <services/say.hpp>

namespace langnghe::tools {
namespace es = eventstore;
namespace {

constexpr std::string_view kStream = "resident-";
constexpr std::string_view kRegistered = "resident.registered";
constexpr std::string_view kKeyDestroyed = "resident.key_destroyed";

/// By the records alone: views may be what has failed.
std::set<std::string> residents_of(es::LedgerReader& store, const es::LedgerId& ledger,
                                   const std::stop_token& stop) {
  std::set<std::string> residents;
  std::string fault;
  const auto size = value_of(store.size(ledger));
  const auto visited =
      store.visit_ledger(ledger, {0}, size, [&](es::Position, std::string_view bytes) {
        const auto record = es::parse(bytes);
        if (!record) {
          fault = record.error();
          return false;
        }
        if (record->stream.starts_with(kStream)) {
          const std::string resident(record->stream.substr(kStream.size()));
          if (record->type == kRegistered) {
            residents.insert(resident);
          } else if (record->type == kKeyDestroyed) {
            residents.erase(resident);
          }
        }
        return !stop.stop_requested();
      });
  if (!visited || !fault.empty()) {
    throw std::runtime_error(ledger.value + ": " + (visited ? fault : visited.error().context));
  }
  return residents;
}

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

}  // namespace

KeyFindings check_keys(es::LedgerReader& store, const es::LedgerId& ledger, es::Vault& vault,
                       const std::stop_token& stop) {
  KeyFindings findings;
  for (const auto& resident : residents_of(store, ledger, stop)) {
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

KeyWatch::KeyWatch(es::LedgerReader& store, es::Vault& vault, std::chrono::hours every)
    : store_(store),
      vault_(vault),
      every_(every),
      thread_([this](const std::stop_token& stop) { run(stop); }) {}

void KeyWatch::wait_for_first(std::chrono::milliseconds patience) {
  std::unique_lock lock(mutex_);
  changed_.wait_for(lock, patience, [this] { return looked_; });
}

std::vector<api::Trouble> KeyWatch::troubles() const {
  const std::scoped_lock lock(mutex_);
  return troubles_;
}

KeyFindings KeyWatch::findings() const {
  const std::scoped_lock lock(mutex_);
  return findings_;
}

void KeyWatch::run(const std::stop_token& stop) {
  // Of this thread alone, as Linux has it: what it looks for may take its time.
  static_cast<void>(::setpriority(PRIO_PROCESS, 0, 10));
  while (!stop.stop_requested()) {
    try {
      look(stop);
    } catch (const std::exception& error) {  // the door of this thread
      log::error(error.what());
      const std::scoped_lock lock(mutex_);
      troubles_ = {{"/ledgers", "ledger_unreadable", error.what()}};
    }
    std::unique_lock lock(mutex_);
    looked_ = true;
    changed_.notify_all();
    // A finding is checked again soon: an operator is about to mend it.
    const std::chrono::seconds again =
        troubles_.empty() ? std::chrono::seconds(std::max(every_, std::chrono::hours(1)))
                          : std::chrono::seconds(30);
    changed_.wait_for(lock, stop, again, [] { return false; });
  }
}

void KeyWatch::look(const std::stop_token& stop) {
  std::vector<api::Trouble> found;
  KeyFindings all;
  for (const auto& ledger : store_.known_ledgers()) {
    const auto findings = check_keys(store_, ledger, vault_, stop);
    if (stop.stop_requested()) {
      return;
    }
    all.residents += findings.residents;
    all.missing += findings.missing;
    all.damaged += findings.damaged;
    all.destroyed += findings.destroyed;
    if (findings.lost() == 0) {
      continue;
    }
    all.first = all.first.empty() ? findings.first : all.first;
    found.push_back({"/vault/" + ledger.value, "keys_lost",
                     std::to_string(findings.missing) + " missing, " +
                         std::to_string(findings.damaged) + " damaged"});
    log::error(describe(findings), ledger.value);
  }
  const std::scoped_lock lock(mutex_);
  troubles_ = std::move(found);
  findings_ = std::move(all);
}

}  // namespace langnghe::tools
