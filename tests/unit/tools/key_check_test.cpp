// The keys of the people a ledger knows, checked while it is served.
#include <chrono>
#include <string>

#include <gtest/gtest.h>

#include <following/supervisor.hpp>
#include <ledger/memory_store.hpp>
#include <services/key_check.hpp>
#include <vault/vault.hpp>

#include "commit_builder.hpp"

namespace langnghe::test {
namespace {

using namespace eventstore;

constexpr std::chrono::seconds kPatience{20};

class CheckedKeys : public testing::Test {
 protected:
  void record(const std::string& resident, const std::string& type) {
    auto made = event("resident-" + resident, commits_);
    made.type = type;
    const auto key = "key-" + std::to_string(commits_++);
    ASSERT_TRUE(store_->append(commit(key, {made})));
  }

  std::unique_ptr<EventStore> store_ = make_memory_store();
  std::unique_ptr<Vault> vault_ = make_memory_vault();
  Supervisor supervisor_{*store_};
  std::uint64_t commits_ = 0;
};

TEST_F(CheckedKeys, AResidentWithoutAKeyIsToldAndAnErasedOneIsNot) {
  for (const std::string resident : {"r-1", "r-2", "r-3"}) {
    record(resident, "resident.registered");
  }
  record("r-3", "resident.key_destroyed");
  ASSERT_TRUE(vault_->create_key(key_subject(kWard, "r-1")));
  tools::KeyWatch keys(*store_, *vault_, std::chrono::hours(24), supervisor_);
  keys.wait_for_first(kPatience);
  const auto found = keys.findings();
  EXPECT_EQ(found.residents, 2u);
  EXPECT_EQ(found.missing, 1u);
  EXPECT_EQ(found.first, "r-2");
  const auto troubles = keys.troubles();
  ASSERT_EQ(troubles.size(), 1u);
  EXPECT_EQ(troubles.front().where, "/vault/" + kWard.value);
  EXPECT_EQ(troubles.front().code, "keys_lost");
  const auto once = tools::check_keys(*store_, kWard, *vault_);
  EXPECT_EQ(once.residents, 2u);
  EXPECT_EQ(once.missing, 1u);
}

TEST_F(CheckedKeys, WhereAllAreThereNothingIsToldAndNobodyWaitsForNoLedger) {
  tools::KeyWatch none(*store_, *vault_, std::chrono::hours(24), supervisor_);
  none.wait_for_first(kPatience);
  EXPECT_EQ(none.findings().residents, 0u);
  record("r-1", "resident.registered");
  ASSERT_TRUE(vault_->create_key(key_subject(kWard, "r-1")));
  tools::KeyWatch keys(*store_, *vault_, std::chrono::hours(24), supervisor_);
  keys.wait_for_first(kPatience);
  EXPECT_EQ(keys.findings().residents, 1u);
  EXPECT_TRUE(keys.troubles().empty());
}

}  // namespace
}  // namespace langnghe::test
