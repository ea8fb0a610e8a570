#pragma once

#include <memory>
#include <ostream>

#include <gtest/gtest.h>

#include <ledger/store.hpp>

#include "temporary_directory.hpp"

namespace langnghe::test {

enum class Engine { memory, rocksdb };

std::ostream& operator<<(std::ostream& out, Engine engine);

/// A suite whose tests are run on every engine. To add one: name it above, open it in engine.cpp.
class StoreContract : public testing::TestWithParam<Engine> {
 protected:
  void SetUp() override { open(); }

  void open();
  /// Closes the store and opens it on the same data. False: this engine keeps nothing.
  [[nodiscard]] bool reopen();
  void close() { store_.reset(); }

  [[nodiscard]] eventstore::EventStore& store() { return *store_; }

 private:
  TemporaryDirectory directory_;
  std::unique_ptr<eventstore::EventStore> store_;
};

}  // namespace langnghe::test

#define ON_EVERY_ENGINE(Suite)                                                              \
  INSTANTIATE_TEST_SUITE_P(                                                                 \
      Engines, Suite,                                                                       \
      testing::Values(::langnghe::test::Engine::memory, ::langnghe::test::Engine::rocksdb), \
      testing::PrintToStringParamName())
