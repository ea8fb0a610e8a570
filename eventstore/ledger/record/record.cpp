#include <charconv>
#include <concepts>
#include <utility>

#include <ledger/limits.hpp>
#include <ledger/record.hpp>
#include <ledger/record/form.hpp>
#include <ledger/record/prepared_record.hpp>

#include "json/runs.hpp"

namespace langnghe::eventstore {
namespace {

/// Walks over the fixed layout of a record. The first mismatch is kept; after it every read is
/// empty.
class Reader {
 public:
  explicit Reader(std::string_view rest) : rest_(rest) {}

  void skip(std::string_view expected) {
    if (!rest_.starts_with(expected)) {
      fail();
      return;
    }
    rest_.remove_prefix(expected.size());
    last_ = expected;
  }

  // Up to the closing quote; `encode` lets no escape into these members.
  std::string_view text() {
    // Anything but a quote behind it is found by the skip() that follows.
    return take(end_of_plain(rest_, 0));
  }

  // Up to the brace that closes the object. Only its nesting is looked at: what is inside was
  // checked when it was stored, and reading a million records must not check it a million times.
  std::string_view object() {
    std::size_t depth = 0;
    for (std::size_t at = 0; at < rest_.size(); ++at) {
      const char character = rest_[at];
      if (character == '"') {
        at = end_of_string(at);
      } else if (character == '{' || character == '[') {
        ++depth;
      } else if ((character == '}' || character == ']') && --depth == 0) {
        return rest_.front() == '{' && character == '}' ? take(at + 1) : fail();
      } else if (depth == 0) {
        break;
      }
    }
    return fail();
  }

  template <std::integral Number>
  Number positive() {
    Number number = 0;
    const auto [end, fault] = std::from_chars(rest_.data(), rest_.data() + rest_.size(), number);
    if (fault != std::errc{} || rest_.front() == '0' || number < 1) {
      fail();
      return 0;
    }
    rest_.remove_prefix(static_cast<std::size_t>(end - rest_.data()));
    return number;
  }

  void end() {
    if (!rest_.empty()) {
      fail();
    }
  }

  [[nodiscard]] bool failed() const { return failed_; }
  [[nodiscard]] std::string_view last() const { return last_; }

 private:
  // The place of the closing quote of the string that begins at `at`; the end of all when it has
  // none.
  [[nodiscard]] std::size_t end_of_string(std::size_t at) const {
    while ((at = rest_.find('"', at + 1)) != std::string_view::npos) {
      const std::size_t before = rest_.find_last_not_of('\\', at - 1);
      if ((at - before) % 2 == 1) {  // an even number of backslashes in front of it
        return at;
      }
    }
    return rest_.size();
  }

  std::string_view take(std::size_t count) {
    const std::string_view taken = rest_.substr(0, count);
    rest_.remove_prefix(count);
    return taken;
  }

  std::string_view fail() {
    failed_ = true;
    rest_ = {};
    return {};
  }

  std::string_view rest_;
  std::string_view last_;  // the last fixed text that was found
  bool failed_ = false;
};

RecordView read(Reader& reader) {
  RecordView view;
  reader.skip(R"({"actor":{"role":")");
  view.role = reader.text();
  reader.skip(R"(","user":")");
  view.user = reader.text();
  reader.skip(R"("},"causation":")");
  view.causation = reader.text();
  reader.skip(R"(","correlation":")");
  view.correlation = reader.text();
  reader.skip(R"(","data":)");
  view.data = reader.object();
  reader.skip(R"(,"happened":")");
  view.happened = reader.text();
  reader.skip(R"(","id":")");
  view.id = reader.text();
  reader.skip(R"(","ledger":")");
  view.ledger = reader.text();
  reader.skip(R"(","recorded":")");
  view.recorded = reader.text();
  reader.skip(R"(","stream":")");
  view.stream = reader.text();
  reader.skip(R"(","type":")");
  view.type = reader.text();
  reader.skip(R"(","v":)");
  view.schema = reader.positive<int>();
  reader.skip(R"(,"version":)");
  view.version = {reader.positive<std::uint64_t>()};
  reader.skip("}");
  reader.end();
  return view;
}

}  // namespace

std::expected<std::string, std::string> encode(const Commit& commit, const NewEvent& event,
                                               Version version, std::string_view recorded) {
  if (version == kAbsent) {
    return std::unexpected("version is not well formed");
  }
  if (!is_recorded(recorded)) {
    return std::unexpected("recorded is not well formed");
  }
  auto record = prepare_record(commit, event);
  if (!record) {
    return std::unexpected(std::move(record.error()));
  }
  finish_record(*record, version, recorded);
  return std::move(record->bytes);
}

std::expected<RecordView, std::string> parse(std::string_view bytes) {
  if (bytes.size() > kRecordBytesMax) {
    return std::unexpected("the record is too long");
  }
  Reader reader(bytes);
  const RecordView view = read(reader);
  if (reader.failed()) {
    return std::unexpected("the record breaks off after " + std::string(reader.last()));
  }
  return view;
}

}  // namespace langnghe::eventstore
