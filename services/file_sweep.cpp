#include <chrono>
#include <utility>

#include <log/log.hpp>
#include <services/clock.hpp>
#include <services/consumer_failure.hpp>
#include <services/file_sweep.hpp>
#include <services/say.hpp>

namespace langnghe::tools {
namespace {

using std::chrono::steady_clock;

constexpr auto kBetween = std::chrono::hours(24);
constexpr eventstore::RetryDelays kRetry{.first = std::chrono::minutes(1),
                                         .last = std::chrono::hours(1)};

}  // namespace

eventstore::Outcome ReferencedFiles::take(const eventstore::Records& records) {
  const auto visited = records.visit([this](eventstore::Position, std::string_view bytes) {
    for (auto& hash : eventstore::possible_references(bytes)) {
      hashes_.insert(std::move(hash));
    }
    ++records_;
    return true;
  });
  return visited ? eventstore::Outcome{}
                 : std::unexpected(eventstore::Failure{.what = visited.error().context});
}

/// The sweep of one ledger's files. It reads when it sweeps, and not with every commit; its
/// checkpoint is in memory, with the names.
class FileSweep::OfLedger final : public eventstore::Consumer {
 public:
  OfLedger(eventstore::LedgerReader& store, eventstore::Attachments& files, Plan plan)
      : store_(store), files_(files), plan_(plan) {}

  [[nodiscard]] std::string_view name() const override { return "file_sweep"; }
  [[nodiscard]] eventstore::Position checkpoint() const override {
    return referenced_.checkpoint();
  }
  [[nodiscard]] eventstore::NextCall next_call() const override {
    return {.at = next_, .for_records = false};
  }
  [[nodiscard]] eventstore::Outcome take(const eventstore::Records& records) override {
    const auto from = checkpoint();
    if (auto read = referenced_.take(records); !read) {
      return read;
    }
    if (!records.empty() && checkpoint() == from) {
      return std::unexpected(eventstore::Failure{.what = "the records were not read"});
    }
    if (checkpoint().value < store_.known_size(records.ledger())) {
      return {};  // more are read at once, and then swept
    }
    if (auto swept = sweep(records); !swept) {
      return swept;
    }
    next_ = steady_clock::now() + kBetween;
    return {};
  }

 private:
  [[nodiscard]] eventstore::Outcome sweep(const eventstore::Records& records) {
    const auto before = system_now() - std::chrono::hours(plan_.unreferenced_hours);
    const auto removed =
        files_.sweep(records.ledger(), before, [&] { return referenced_now(records); });
    if (!removed) {
      return std::unexpected(eventstore::Failure{.what = removed.error().context});
    }
    if (*removed > 0) {
      log::info(std::to_string(*removed).append(say(" tệp không được nhắc đến trong sổ đã được dọn",
                                                    " files that no event names were removed")),
                records.ledger().value);
    }
    return {};
  }

  /// With what was committed while the files were listed.
  [[nodiscard]] eventstore::AttachmentResult<std::set<std::string>> referenced_now(
      const eventstore::Records& records) {
    const auto size = store_.size(records.ledger());
    const auto read = size ? referenced_.take(records.between(checkpoint(), *size))
                           : std::unexpected(eventstore::Failure{.what = size.error().context});
    if (!read || checkpoint().value < *size) {  // then nothing may be removed
      return std::unexpected(eventstore::AttachmentError{
          eventstore::AttachmentErrorCode::unavailable,
          read ? "the records were not read to their end" : read.error().what});
    }
    return referenced_.hashes();
  }

  eventstore::LedgerReader& store_;
  eventstore::Attachments& files_;
  const Plan plan_;
  ReferencedFiles referenced_;
  steady_clock::time_point next_{};
};

FileSweep::FileSweep(eventstore::LedgerReader& store, eventstore::Attachments& files, Plan plan,
                     eventstore::Supervisor& supervisor) {
  eventstore::FollowingPlan following;
  following.consumer_of = [this, &store, &files, plan](const eventstore::LedgerId& ledger) {
    auto& made = ledgers_[ledger];
    made = std::make_unique<OfLedger>(store, files, plan);
    return made.get();
  };
  following.threads = eventstore::FollowingThreads::one_for_all;
  following.retry = kRetry;
  following.duty = eventstore::Duty::sweep;
  following.on_failure = &tell_failure;
  following_ = supervisor.follow(std::move(following));
}

FileSweep::~FileSweep() = default;

}  // namespace langnghe::tools
