#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <vector>

namespace langnghe::test {

enum class Call : std::uint8_t {
  append,   ///< one event, with or without expectations
  version,  ///< version_of
  stream,   ///< read_stream
  size,     ///< size
  find,     ///< find, of an idempotency key
};

enum class Answer : std::uint8_t {
  unknown,    ///< its process was killed before it was noted
  committed,  ///< append: at position `value`
  repeated,   ///< append, find: was at position `value` before
  conflict,   ///< append: stream `conflicting` is at version `value`
  absent,     ///< find: no such key
  read,       ///< `value` is the version or size; of a stream, that of the last record read
};

inline constexpr std::int64_t kNoExpectation = -1;

/// One call to the store: what was asked, what was answered, and when. Plain data, because it is
/// written into memory that outlives the process.
struct Operation {
  std::uint64_t invoked = 0;   ///< by the history's clock, before the call; 0 = it was not made
  std::uint64_t answered = 0;  ///< after it; 0 = it was not
  std::uint64_t commit = 0;    ///< append, find: names it; attempts to make one commit share it
  std::uint64_t value = 0;
  std::uint64_t after = 0;                      ///< stream: it was read behind this version
  std::uint64_t digest = 0;                     ///< stream: of the commits whose events were read
  std::int64_t expected = kNoExpectation;       ///< append: version of `stream`
  std::int64_t also_expected = kNoExpectation;  ///< append: version of `also`, only read
  std::uint32_t stream = 0;
  std::uint32_t also = 0;
  std::uint32_t conflicting = 0;
  Call call = Call::append;
  Answer answer = Answer::unknown;
};

/// Of the numbers of commits in the order of their events.
inline constexpr std::uint64_t kEmptyDigest = 0xCBF2'9CE4'8422'2325;
[[nodiscard]] constexpr std::uint64_t add_to_digest(std::uint64_t digest, std::uint64_t commit) {
  return (digest ^ (commit + 1)) * 0x0000'0100'0000'01B3 + (digest >> 29);
}

/// The calls of many threads, also of processes that are killed one after the other, under one
/// clock: a file in memory that they share. Thread-safe.
class History {
 public:
  /// Makes the file, with room for so many operations; or opens it.
  static constexpr std::size_t kOpen = 0;
  explicit History(const std::filesystem::path& file, std::size_t room = kOpen);
  History(const History&) = delete;
  History& operator=(const History&) = delete;
  ~History();

  /// A place for one operation; null when all are taken. Its index names it for ever.
  [[nodiscard]] Operation* claim();
  [[nodiscard]] std::uint64_t index_of(const Operation& operation) const;
  [[nodiscard]] std::uint64_t claimed() const;

  /// To be called directly before and after the call. What is asked is noted before the one, what
  /// was answered before the other.
  void note_invoked(Operation& operation);
  void note_answered(Operation& operation);

  /// All that were made so far, from this index on.
  [[nodiscard]] std::vector<Operation> operations(std::uint64_t from = 0) const;

 private:
  struct Head;
  void* memory_ = nullptr;
  std::size_t bytes_ = 0;
  std::size_t room_ = 0;
  Head* head_ = nullptr;
  Operation* operations_ = nullptr;
};

}  // namespace langnghe::test
