#include "history.hpp"

#include <algorithm>
#include <atomic>
#include <cerrno>
#include <new>
#include <system_error>
#include <type_traits>

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

namespace langnghe::test {

struct alignas(64) History::Head {
  std::atomic<std::uint64_t> clock;
  std::atomic<std::uint64_t> claimed;
  static_assert(std::atomic<std::uint64_t>::is_always_lock_free, "works between processes");
};

static_assert(std::is_trivially_copyable_v<Operation>);

namespace {

[[noreturn]] void fail(const std::filesystem::path& file) {
  throw std::system_error(errno, std::generic_category(), file.string());
}

}  // namespace

// A new file reads as zeros: nothing was claimed, and no operation was made.
History::History(const std::filesystem::path& file, std::size_t room) {
  const int descriptor = ::open(file.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
  if (descriptor < 0) {
    fail(file);
  }
  const auto wanted = static_cast<off_t>(sizeof(Head) + room * sizeof(Operation));
  struct stat found{};
  if ((room != kOpen && ::ftruncate(descriptor, wanted) != 0) || ::fstat(descriptor, &found) != 0) {
    fail(file);
  }
  bytes_ = static_cast<std::size_t>(found.st_size);
  memory_ = ::mmap(nullptr, bytes_, PROT_READ | PROT_WRITE, MAP_SHARED, descriptor, 0);
  ::close(descriptor);
  if (memory_ == MAP_FAILED) {
    fail(file);
  }
  room_ = (bytes_ - sizeof(Head)) / sizeof(Operation);
  head_ = static_cast<Head*>(memory_);
  operations_ = reinterpret_cast<Operation*>(static_cast<char*>(memory_) + sizeof(Head));
}

History::~History() {
  ::munmap(memory_, bytes_);
}

Operation* History::claim() {
  const std::uint64_t index = head_->claimed++;
  return index < room_ ? new (&operations_[index]) Operation : nullptr;
}

std::uint64_t History::index_of(const Operation& operation) const {
  return static_cast<std::uint64_t>(&operation - operations_);
}

std::uint64_t History::claimed() const {
  return std::min<std::uint64_t>(head_->claimed, room_);
}

// The marks are set last, so that a kill in between leaves an operation that was not made, or one
// whose answer is not known.
void History::note_invoked(Operation& operation) {
  std::atomic_ref(operation.invoked).store(++head_->clock);
}

void History::note_answered(Operation& operation) {
  std::atomic_ref(operation.answered).store(++head_->clock);
}

std::vector<Operation> History::operations(std::uint64_t from) const {
  std::vector<Operation> made(operations_ + from, operations_ + claimed());
  std::erase_if(made, [](const Operation& operation) { return operation.invoked == 0; });
  for (Operation& operation : made) {
    if (operation.answered == 0) {
      operation.answer = Answer::unknown;
    }
  }
  return made;
}

}  // namespace langnghe::test
