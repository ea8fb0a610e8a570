#include <atomic>
#include <chrono>
#include <future>
#include <memory>
#include <string>
#include <thread>
#include <utility>

#include <clockwork/erasures.hpp>
#include <gtest/gtest.h>

#include <following/supervisor.hpp>
#include <ledger/record.hpp>

#include "api/world.hpp"

namespace langnghe::clockwork::spec {
namespace {

using api::spec::Json;
using api::spec::kWard;
using eventstore::VaultErrorCode;

const eventstore::LedgerId kLedger{std::string(kWard)};
const std::string kTheirs = eventstore::key_subject(kLedger, "r-1");

bool is_destroyed(eventstore::Vault& vault, const std::string& subject) {
  const auto made = vault.create_key(subject);
  return !made && made.error().code == VaultErrorCode::key_destroyed;
}

/// Refuses to destroy as long as it is told to.
class StubbornVault final : public eventstore::Vault {
 public:
  explicit StubbornVault(eventstore::Vault& inner) : inner_(inner) {}
  std::atomic<bool> stubborn = true;

  std::expected<void, eventstore::VaultError> create_key(std::string_view subject) override {
    return inner_.create_key(subject);
  }
  std::expected<std::string, eventstore::VaultError> seal(std::string_view subject,
                                                          const eventstore::SealBinding& binding,
                                                          std::string_view plain) override {
    return inner_.seal(subject, binding, plain);
  }
  std::expected<std::string, eventstore::VaultError> open(std::string_view subject,
                                                          const eventstore::SealBinding& binding,
                                                          std::string_view sealed) override {
    return inner_.open(subject, binding, sealed);
  }
  std::expected<eventstore::SecretKey, eventstore::VaultError> derive(
      std::string_view subject, std::string_view purpose) override {
    return inner_.derive(subject, purpose);
  }
  std::expected<void, eventstore::VaultError> destroy_key(std::string_view subject) override {
    if (stubborn) {
      return std::unexpected(eventstore::VaultError{VaultErrorCode::unavailable, "disk"});
    }
    return inner_.destroy_key(subject);
  }
  eventstore::BlindKey blind_key(const eventstore::LedgerId& ledger) const override {
    return inner_.blind_key(ledger);
  }

 private:
  eventstore::Vault& inner_;
};

struct ErasedResident : testing::Test {
  ErasedResident() {
    world.found_ward();
    world.open_dialogue();
    world.hear_opinions();
    world.take_away_i1();
    world.answer_i1();
  }

  void decide_erasure() {
    world.act("residents/r-1/destroy-key",
              {{"ground", "lawful_request"},
               {"reason", "Người dân yêu cầu"},
               {"decision", "31/QĐ-UBND"},
               {"decided_on", "2021-01-20"}},
              "chair");
  }
  [[nodiscard]] Erasures erasures() { return {world.store(), world.vault(), world.views()}; }

  api::spec::World world;
};

TEST_F(ErasedResident, TheKeyIsKeptUntilItsErasureIsDecided) {
  auto follower = erasures();
  ASSERT_TRUE(follower.carry_out());
  EXPECT_FALSE(is_destroyed(world.vault(), kTheirs));
  decide_erasure();
  ASSERT_TRUE(follower.carry_out());
  EXPECT_TRUE(is_destroyed(world.vault(), kTheirs));
  EXPECT_TRUE(follower.carry_out()) << "and again changes nothing";
}

/// The process was killed between the commit and the destruction.
/// From the newest record on their issues on nothing was owed to the person.
TEST_F(ErasedResident, TheDecisionNamesTheRecordThatMadeItPossible) {
  decide_erasure();
  std::string newest;
  std::string cause;
  const auto records = world.store().read_ledger(kLedger, {0}, 10'000).value();
  for (const auto& record : records) {
    const auto view = eventstore::parse(record.bytes).value();
    if (view.type == "resident.key_destroyed") {
      cause = view.causation;
    } else if (view.stream == "issue-i-1" || view.stream == "issue-i-2") {
      newest = view.id;
    }
  }
  EXPECT_NE(cause, "");
  EXPECT_EQ(cause, newest);
}

TEST_F(ErasedResident, TheNextStartDestroysWhatWasDecidedBefore) {
  decide_erasure();
  EXPECT_FALSE(is_destroyed(world.vault(), kTheirs));
  ASSERT_TRUE(erasures().carry_out());
  EXPECT_TRUE(is_destroyed(world.vault(), kTheirs));
}

TEST_F(ErasedResident, ThePersonOfThatNameInAnotherWardKeepsTheirs) {
  const auto theirs = eventstore::key_subject({"phuong-khac"}, "r-1");
  ASSERT_TRUE(world.vault().create_key(theirs));
  decide_erasure();
  ASSERT_TRUE(erasures().carry_out());
  EXPECT_TRUE(is_destroyed(world.vault(), kTheirs));
  EXPECT_FALSE(is_destroyed(world.vault(), theirs));
}

TEST_F(ErasedResident, WhoNeverHadAKeyNeverGetsOne) {
  decide_erasure();
  const auto vault = eventstore::make_memory_vault();
  Erasures follower(world.store(), *vault, world.views());
  ASSERT_TRUE(follower.carry_out());
  EXPECT_TRUE(is_destroyed(*vault, kTheirs));
}

TEST_F(ErasedResident, AFaultPassesNobodyOver) {
  StubbornVault vault(world.vault());
  Erasures from_the_start(world.store(), vault, world.views());
  Erasures from_here_on(world.store(), vault, world.views());
  ASSERT_TRUE(from_here_on.carry_out());
  decide_erasure();
  EXPECT_EQ(from_the_start.carry_out().error(), "disk");
  EXPECT_EQ(from_here_on.carry_out().error(), "disk");
  EXPECT_EQ(from_here_on.carry_out().error(), "disk") << "it is tried again";
  EXPECT_FALSE(is_destroyed(world.vault(), kTheirs));
  vault.stubborn = false;
  EXPECT_TRUE(from_here_on.carry_out());
  EXPECT_TRUE(is_destroyed(world.vault(), kTheirs));
  EXPECT_TRUE(from_the_start.carry_out());
}

TEST_F(ErasedResident, ASupervisedErasureIsCarriedOutByItself) {
  auto followed = erasures();
  eventstore::Supervisor supervisor(world.store());
  const auto following = supervisor.follow(followed.plan());
  decide_erasure();
  const auto size = world.store().known_size(kLedger);
  const auto deadline = std::chrono::steady_clock::now() + std::chrono::seconds(20);
  const auto has_seen = [&] {
    const auto states = supervisor.states();
    return states.size() == 1 && states.front().position >= size;
  };
  while (!has_seen() && std::chrono::steady_clock::now() < deadline) {
    std::this_thread::yield();
  }
  EXPECT_TRUE(has_seen());
  EXPECT_TRUE(is_destroyed(world.vault(), kTheirs));
}

TEST_F(ErasedResident, AFaultUnderASupervisorIsToldAndPassesNobodyOver) {
  StubbornVault vault(world.vault());
  Erasures followed(world.store(), vault, world.views());
  ASSERT_TRUE(followed.carry_out());
  eventstore::Supervisor supervisor(world.store());
  std::promise<eventstore::ConsumerState> told;
  auto plan = followed.plan();
  plan.on_failure = [&told](const eventstore::ConsumerState& state) { told.set_value(state); };
  const auto following = supervisor.follow(std::move(plan));
  decide_erasure();
  const auto state = told.get_future().get();
  EXPECT_EQ(state.consumer, "erasures");
  EXPECT_EQ(state.failure, "disk");
  EXPECT_FALSE(is_destroyed(world.vault(), kTheirs));
  vault.stubborn = false;
  const auto deadline = std::chrono::steady_clock::now() + std::chrono::seconds(20);
  while (supervisor.states().front().is_failing && std::chrono::steady_clock::now() < deadline) {
    std::this_thread::yield();
  }
  EXPECT_TRUE(is_destroyed(world.vault(), kTheirs));
}

}  // namespace
}  // namespace langnghe::clockwork::spec
