#include <future>

#include <gtest/gtest.h>

#include <ledger/engine/size_board.hpp>

namespace langnghe::test {
namespace {

using namespace eventstore;
using namespace std::chrono_literals;

const LedgerId kLedger{"tan-quy-dong"};

TEST(SizeBoard, ClosingSendsEveryoneHome) {
  SizeBoard board;
  board.publish(kLedger, 3);
  std::vector<std::future<std::uint64_t>> waiting;
  for (int count = 0; count < 8; ++count) {
    waiting.push_back(std::async(std::launch::async, [&board, count] {
      return board.wait_beyond(count % 2 == 0 ? kLedger : LedgerId{"an-hoa"}, 3,
                               std::chrono::steady_clock::time_point::max(), {});
    }));
  }
  EXPECT_EQ(waiting.front().wait_for(5ms), std::future_status::timeout);
  board.close();
  for (std::size_t count = 0; count < waiting.size(); ++count) {
    ASSERT_EQ(waiting[count].wait_for(20s), std::future_status::ready);
    EXPECT_EQ(waiting[count].get(), count % 2 == 0 ? 3u : 0u);
  }
}

TEST(SizeBoard, ALedgerSomebodyWaitsForIsNotThereYet) {
  SizeBoard board;
  auto waiting = std::async(std::launch::async, [&board] {
    return board.wait_beyond(kLedger, 0, std::chrono::steady_clock::now() + 20s, {});
  });
  EXPECT_TRUE(board.ledgers().empty());
  board.publish(kLedger, 1);
  EXPECT_EQ(waiting.get(), 1u);
  EXPECT_EQ(board.ledgers(), (std::vector<LedgerId>{kLedger}));
}

TEST(SizeBoardDeathTest, ASizeNeverGoesDown) {
  SizeBoard board;
  board.publish(kLedger, 2);
  EXPECT_DEATH(board.publish(kLedger, 1), "size >= entry->size");
}

}  // namespace
}  // namespace langnghe::test
