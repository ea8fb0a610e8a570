#include "random_client.hpp"

#include <algorithm>
#include <charconv>
#include <stdexcept>

#include <gtest/gtest.h>

#include <ledger/record.hpp>

#include "commit_builder.hpp"

namespace langnghe::test {
namespace {

using namespace eventstore;

constexpr std::size_t kStreamRecordsMax = 16;

std::string name_of(std::uint32_t stream) {
  return "s" + std::to_string(stream);
}

std::string key_of(std::uint64_t commit) {
  return "commit-" + std::to_string(commit);
}

std::uint64_t number_behind(std::string_view text, std::string_view prefix) {
  std::uint64_t number = 0;
  const auto* const end = text.data() + text.size();
  if (!text.starts_with(prefix) ||
      std::from_chars(text.data() + prefix.size(), end, number).ec != std::errc{}) {
    throw std::runtime_error("not a record of these clients: " + std::string(text));
  }
  return number;
}

Placed placed(const Record& record) {
  const auto view = parse(record.bytes);
  if (!view) {
    throw std::runtime_error(view.error());
  }
  return {static_cast<std::uint32_t>(number_behind(view->stream, "s")),
          number_behind(view->data, R"({"number":)")};
}

template <class Value>
const Value& must(const StoreResult<Value>& result) {
  if (!result) {
    throw std::runtime_error(result.error().context);
  }
  return *result;
}

}  // namespace

bool RandomClient::step() {
  Operation* const operation = history_.claim();
  if (operation == nullptr) {
    return false;
  }
  operation->stream = static_cast<std::uint32_t>(below(kStreams));
  if (below(2) == 0) {
    append(*operation);
  } else {
    read(*operation);
  }
  return true;
}

bool RandomClient::retry(const Operation& unanswered) {
  Operation* const operation = history_.claim();
  if (operation == nullptr) {
    return false;
  }
  operation->commit = unanswered.commit;
  operation->stream = unanswered.stream;
  operation->also = unanswered.also;
  operation->expected = unanswered.expected;
  operation->also_expected = unanswered.also_expected;
  send(*operation);
  return true;
}

void RandomClient::append(Operation& operation) {
  operation.commit = history_.index_of(operation);
  operation.also = static_cast<std::uint32_t>(below(kStreams));
  const std::uint64_t kind = below(8);
  if (kind > 0) {  // now and then without any
    operation.expected = static_cast<std::int64_t>(known_[operation.stream]);
  }
  if (kind > 5 && operation.also != operation.stream) {
    operation.also_expected = static_cast<std::int64_t>(known_[operation.also]);
  }
  send(operation);
}

void RandomClient::send(Operation& operation) {
  std::vector<Expectation> expectations;
  const auto expect = [&](std::uint32_t stream, std::int64_t version) {
    if (version != kNoExpectation) {
      expectations.push_back(at_version(name_of(stream), static_cast<std::uint64_t>(version)));
    }
  };
  expect(operation.stream, operation.expected);
  expect(operation.also, operation.also_expected);
  auto made = commit(key_of(operation.commit), {event(name_of(operation.stream), operation.commit)},
                     expectations);
  history_.note_invoked(operation);
  const auto answer = store_.append(std::move(made));
  if (answer) {
    operation.answer = answer->repeated ? Answer::repeated : Answer::committed;
    operation.value = answer->first.value;
    if (operation.expected != kNoExpectation) {
      known_[operation.stream] = static_cast<std::uint64_t>(operation.expected) + 1;
    }
  } else if (answer.error().code == StoreErrorCode::conflict) {
    operation.answer = Answer::conflict;
    operation.value = answer.error().actual.value;
    operation.conflicting =
        static_cast<std::uint32_t>(number_behind(answer.error().stream.value, "s"));
    known_[operation.conflicting] = operation.value;
  } else {
    throw std::runtime_error(answer.error().context);
  }
  history_.note_answered(operation);
}

void RandomClient::read(Operation& operation) {
  operation.answer = Answer::read;
  switch (below(4)) {
    case 0:
      operation.call = Call::size;
      history_.note_invoked(operation);
      operation.value = store_.size(kWard).value();
      break;
    case 1:
      read_version(operation);
      break;
    case 2:
      read_stream(operation);
      break;
    default:
      find(operation);
  }
  history_.note_answered(operation);
}

void RandomClient::read_version(Operation& operation) {
  operation.call = Call::version;
  history_.note_invoked(operation);
  operation.value = must(store_.version_of(kWard, {name_of(operation.stream)})).value;
  known_[operation.stream] = operation.value;
}

// Behind a version that was seen, up to the end: short, and it must be the end.
void RandomClient::read_stream(Operation& operation) {
  operation.call = Call::stream;
  operation.after = known_[operation.stream];
  history_.note_invoked(operation);
  std::uint64_t last = operation.after;
  operation.digest = kEmptyDigest;
  for (bool more = true; more;) {
    const auto records =
        store_.read_stream(kWard, {name_of(operation.stream)}, {last}, kStreamRecordsMax);
    for (const Record& record : must(records)) {
      operation.digest = add_to_digest(operation.digest, placed(record).commit);
      ++last;
    }
    more = records->size() == kStreamRecordsMax;
  }
  operation.value = last;
  known_[operation.stream] = last;
}

void RandomClient::find(Operation& operation) {
  operation.call = Call::find;
  const std::uint64_t claimed = history_.claimed();
  operation.commit = claimed - 1 - below(std::min<std::uint64_t>(claimed, 200));
  history_.note_invoked(operation);
  const auto key = key_of(operation.commit);
  const auto found = must(store_.find(kWard, key, "hash of " + key));
  operation.answer = found ? Answer::repeated : Answer::absent;
  operation.value = found ? found->first.value : 0;
}

std::vector<Placed> placed_in(EventStore& store) {
  std::vector<Placed> ledger;
  for (const Record& record : read_all(store)) {
    ledger.push_back(placed(record));
  }
  EXPECT_EQ(ledger.size(), store.size(kWard).value());
  return ledger;
}

}  // namespace langnghe::test
