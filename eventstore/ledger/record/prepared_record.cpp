#include <array>
#include <charconv>
#include <limits>

#include <ledger/canonical_json.hpp>
#include <ledger/limits.hpp>
#include <ledger/record/form.hpp>
#include <ledger/record/prepared_record.hpp>
#include <ledger/verify.hpp>

namespace langnghe::eventstore {
namespace {

constexpr std::size_t kVersionDigitsMax = std::numeric_limits<std::uint64_t>::digits10 + 1;
constexpr std::size_t kTailBytesMax = kVersionDigitsMax + 1;  // and the closing brace

std::string_view malformed_member(const Commit& commit, const NewEvent& event) {
  if (!is_plain_text(commit.actor.role) || !is_plain_text(commit.actor.user)) {
    return "actor";
  }
  if (!is_plain_text(commit.causation)) {
    return "causation";
  }
  if (!is_plain_text(commit.correlation)) {
    return "correlation";
  }
  if (!is_happened(event.happened)) {
    return "happened";
  }
  if (!is_event_id(event.id)) {
    return "id";
  }
  if (!is_ledger_id(commit.ledger.value)) {
    return "ledger";
  }
  if (!is_stream_name(event.stream.value)) {
    return "stream";
  }
  if (event.type.empty() || !is_plain_text(event.type)) {
    return "type";
  }
  return event.schema < 1 ? "v" : "";
}

bool is_canonical_object(std::string_view data) {
  if (!data.starts_with('{')) {
    return false;
  }
  const auto canonical = canonicalize(data);
  return canonical.has_value() && *canonical == data;
}

PreparedRecord lay_out(const Commit& commit, const NewEvent& event) {
  constexpr std::size_t kMemberNames = 256;
  PreparedRecord record;
  std::string& out = record.bytes;
  out.reserve(kMemberNames + event.data.size() + commit.actor.user.size() +
              commit.actor.role.size() + commit.causation.size() + commit.correlation.size() +
              commit.ledger.value.size() + event.stream.value.size() + event.type.size() +
              kTailBytesMax);
  const auto add = [&out](const auto&... parts) { (out.append(parts), ...); };
  add(R"({"actor":{"role":")", commit.actor.role, R"(","user":")", commit.actor.user);
  add(R"("},"causation":")", commit.causation, R"(","correlation":")", commit.correlation);
  add(R"(","data":)", event.data, R"(,"happened":")", event.happened, R"(","id":")", event.id);
  add(R"(","ledger":")", commit.ledger.value, R"(","recorded":")");
  record.recorded_at = out.size();
  out.append(kRecordedBytes, ' ');
  add(R"(","stream":")", event.stream.value, R"(","type":")", event.type, R"(","v":)");
  add(std::to_string(event.schema), R"(,"version":)");
  return record;
}

}  // namespace

std::expected<PreparedRecord, std::string> prepare_record(const Commit& commit,
                                                          const NewEvent& event) {
  if (const std::string_view member = malformed_member(commit, event); !member.empty()) {
    return std::unexpected(std::string(member) + " is not well formed");
  }
  // Before the data is read: a caller must not be able to make us parse megabytes.
  if (event.data.size() > kRecordBytesMax) {
    return std::unexpected("data is too long");
  }
  if (!is_canonical_object(event.data)) {
    return std::unexpected("data is not a JSON object in canonical form");
  }
  PreparedRecord record = lay_out(commit, event);
  if (record.bytes.size() + kTailBytesMax > kRecordBytesMax) {
    return std::unexpected("the record is too long");
  }
  return record;
}

void finish_record(PreparedRecord& record, Version version, std::string_view recorded) {
  VERIFY(recorded.size() == kRecordedBytes);
  record.bytes.replace(record.recorded_at, kRecordedBytes, recorded);
  std::array<char, kVersionDigitsMax> digits{};
  const auto [end, fault] =
      std::to_chars(digits.data(), digits.data() + digits.size(), version.value);
  record.bytes.append(digits.data(), end);
  record.bytes += '}';
}

}  // namespace langnghe::eventstore
