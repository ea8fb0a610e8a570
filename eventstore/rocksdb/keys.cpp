#include "keys.hpp"

#include <array>

#include <ledger/record/form.hpp>

namespace langnghe::eventstore {

void append_number(std::string& out, std::uint64_t number) {
  std::array<char, kNumberBytes> bytes{};
  for (std::size_t at = kNumberBytes; at > 0; --at) {
    bytes[at - 1] = static_cast<char>(number & 0xFF);
    number >>= 8;
  }
  out.append(bytes.data(), bytes.size());
}

std::uint64_t read_number(std::string_view bytes) {
  std::uint64_t number = 0;
  for (const char byte : bytes.substr(0, kNumberBytes)) {
    number = (number << 8) | static_cast<unsigned char>(byte);
  }
  return number;
}

void assign_record_key(std::string& key, const LedgerId& ledger, Position position) {
  key.assign(ledger.value).push_back('\0');
  append_number(key, position.value);
}

std::string record_key(const LedgerId& ledger, Position position) {
  std::string key;
  assign_record_key(key, ledger, position);
  return key;
}

void assign_version_key(std::string& key, std::string_view stream, Version version) {
  key.assign(stream);
  append_number(key, version.value);
}

std::string version_key(std::string_view stream, Version version) {
  std::string key;
  assign_version_key(key, stream, version);
  return key;
}

void assign_key_entry(std::string& value, Position first, std::uint64_t events,
                      std::string_view request_hash) {
  value.clear();
  append_number(value, first.value);
  append_number(value, events);
  value.append(request_hash);
}

std::optional<KeyEntry> read_key_entry(std::string_view value) {
  if (value.size() < 2 * kNumberBytes) {
    return std::nullopt;
  }
  return KeyEntry{{read_number(value)},
                  read_number(value.substr(kNumberBytes)),
                  std::string(value.substr(2 * kNumberBytes))};
}

std::string ledger_state_key(const LedgerId& ledger) {
  return std::string(kLedgerPrefix) + ledger.value;
}

void assign_ledger_state(std::string& value, const LedgerState& state) {
  value.clear();
  append_number(value, state.size);
  value.append(state.last_recorded);
}

std::optional<LedgerState> read_ledger_state(std::string_view value) {
  if (value.size() < kNumberBytes) {
    return std::nullopt;
  }
  LedgerState state{read_number(value), std::string(value.substr(kNumberBytes))};
  const bool whole =
      state.size == 0 ? state.last_recorded.empty() : is_recorded(state.last_recorded);
  return whole ? std::optional(std::move(state)) : std::nullopt;
}

}  // namespace langnghe::eventstore
