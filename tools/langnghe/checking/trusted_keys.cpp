#include "checking/trusted_keys.hpp"

#include <algorithm>
#include <array>
#include <ctime>
#include <filesystem>
#include <iostream>

#include <services/say.hpp>
#include <services/signed_ledger.hpp>
#include <transparency/key_change.hpp>

#include "checking/log_source.hpp"
#include "checking/verify_fault.hpp"

namespace langnghe::tools {
namespace es = eventstore;
namespace {

std::string time_text(std::uint64_t posix_seconds) {
  const auto seconds = static_cast<std::time_t>(posix_seconds);
  std::tm parts{};
  std::array<char, 32> text{};
  if (::gmtime_r(&seconds, &parts) == nullptr ||
      std::strftime(text.data(), text.size(), "%Y-%m-%dT%H:%M:%SZ", &parts) == 0) {
    return std::to_string(posix_seconds);
  }
  return text.data();
}

}  // namespace

es::VerifierKey read_key(const std::string& key) {
  std::error_code no_file;  // a key is no name a file could have
  auto text = std::filesystem::is_regular_file(key, no_file) ? read_named_file(key) : key;
  text.erase(std::min(text.find_last_not_of(" \r\n") + 1, text.size()));
  auto parsed = es::parse_verifier_key(text);
  if (!parsed) {
    cannot_check(std::string(say("đây không phải khóa kiểm tra, cũng không phải tệp chứa khóa: ",
                                 "this is no verifier key, nor a file with one: ")) +
                 key + " (" + parsed.error().context + ")");
  }
  return std::move(*parsed);
}

std::vector<es::VerifierKey> keys_after(const es::VerifierKey& log, const TrustedKeys& trusted) {
  if (trusted.key_changes.empty()) {
    return {log};
  }
  const auto changes = es::open_key_changes(read_named_file(trusted.key_changes));
  if (!changes) {
    refuse(trusted.key_changes + ": " + changes.error().context);
  }
  return es::keys_through(log, *changes);
}

Witnesses read_witnesses(const TrustedKeys& trusted) {
  Witnesses read;
  std::ranges::transform(trusted.witnesses, std::back_inserter(read.keys), read_key);
  read.needed = trusted.witnesses_needed == 0 ? read.keys.size() : trusted.witnesses_needed;
  return read;
}

void tell_witnesses(const es::WitnessedHead& head) {
  for (const auto& made : head.witnesses) {
    std::cout << say("nhân chứng ", "witnessed by ") << made.key.name << ": "
              << head.checkpoint.size << " (" << time_text(made.timestamp) << ")\n";
  }
}

es::Checkpoint open_trusted(std::string_view note, const std::vector<es::VerifierKey>& log,
                            const TrustedKeys& trusted) {
  const auto witnesses = read_witnesses(trusted);
  auto head = proven(es::open_witnessed(note, log, witnesses.keys, witnesses.needed));
  tell_witnesses(head);
  return std::move(head.checkpoint);
}

}  // namespace langnghe::tools
