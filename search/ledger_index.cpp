#include "ledger_index.hpp"

#include <system_error>
#include <utility>
#include <variant>

#include <codec/event_codec.hpp>
#include <ledger/record.hpp>

#include "finding.hpp"

namespace langnghe::search {
namespace {

namespace es = eventstore;

constexpr std::size_t kRestingMax = 8;
constexpr std::string_view kIssueKind = "issue-";

std::unexpected<es::Failure> failure(std::string what) {
  return std::unexpected(es::Failure{.what = std::move(what)});
}

/// The events of these streams say something about an issue's words or about what names mean;
/// others are not even read.
bool may_concern(const es::RecordView& record) {
  return record.stream.starts_with(kIssueKind) || record.stream == "ward" ||
         record.stream == "policy" || record.type == "supervision.takedown_registered";
}

/// The changes that one record makes in the index.
class Take {
 public:
  Take(IndexFile& file, std::uint64_t size) : file_(file), size_(size) {}

  void event(const domain::RecordedEvent& recorded) {
    if (const auto* issue = std::get_if<domain::IssueEvent>(&recorded.event)) {
      of_issue({recorded.stream.value.substr(kIssueKind.size())}, *issue);
    } else if (const auto* ward = std::get_if<domain::WardEvent>(&recorded.event)) {
      std::visit(*this, *ward);
    } else if (const auto* policy = std::get_if<domain::PolicyEvent>(&recorded.event)) {
      std::visit(*this, *policy);
    } else if (const auto* act = std::get_if<domain::SupervisionEvent>(&recorded.event)) {
      std::visit(*this, *act);
    }
  }

  void operator()(const domain::KhomAdded& event) { file_.add_name(event.khom, event.name); }
  void operator()(const domain::KhomRenamed& event) { file_.add_name(event.khom, event.name); }
  void operator()(const domain::KhomsMerged& event) { file_.add_name(event.into, event.name); }
  void operator()(const domain::PolicyAdopted& event) {
    for (const auto& field : event.policy.fields) {
      file_.add_name(field.code, field.name_vi);
      file_.add_name(field.code, field.name_en);
    }
  }
  void operator()(const domain::TakedownRegistered& event) {
    if (event.subject.value.starts_with(kIssueKind)) {
      file_.put({event.subject.value.substr(kIssueKind.size())}, {std::nullopt, true}, size_);
    }
  }
  void operator()(const auto&) {}

 private:
  void of_issue(const domain::IssueId& id, const domain::IssueEvent& event) {
    const auto before = file_.find(id);
    auto after = before;
    evolve(after, event);
    if (after.words != before.words || after.is_gone != before.is_gone) {
      file_.put(id, after, size_);
    }
  }

  IndexFile& file_;
  std::uint64_t size_;
};

}  // namespace

LedgerIndex::LedgerIndex(es::LedgerReader& store, es::LedgerId ledger, std::filesystem::path file)
    : store_(store), ledger_(std::move(ledger)), file_(std::move(file)) {}

LedgerIndex::~LedgerIndex() {
  close();
}

bool LedgerIndex::is_of_this_ledger(const Checkpoint& checkpoint) {
  if (checkpoint.size == 0) {
    return true;
  }
  const auto last = store_.read_ledger(ledger_, {checkpoint.size - 1}, 1);
  if (!last) {
    throw DatabaseFault(last.error().context);
  }
  return !last->empty() && digest_of(last->front().bytes) == checkpoint.last_record;
}

void LedgerIndex::close() {
  const std::unique_lock alone(use_);
  const std::scoped_lock lock(mutex_);
  size_.reset();
  resting_.clear();
  written_.reset();
}

void LedgerIndex::open() {
  close();
  const std::unique_lock alone(use_);
  if (is_damaged_.exchange(false)) {
    remove_index(file_);
  }
  auto file = std::make_unique<IndexFile>(file_, ledger_);
  if (!is_of_this_ledger(file->checkpoint())) {
    file.reset();
    remove_index(file_);
    file = std::make_unique<IndexFile>(file_, ledger_);
  }
  const std::scoped_lock lock(mutex_);
  written_ = std::move(file);
  size_ = written_->checkpoint().size;
  moved_.notify_all();
}

es::Outcome LedgerIndex::begin(const std::stop_token& /*stop*/) {
  try {
    open();
    return {};
  } catch (const DatabaseFault& fault) {
    return failure(fault.what());
  } catch (const std::filesystem::filesystem_error& fault) {
    return failure(std::string("search index: ") + fault.code().message());
  }
}

es::Position LedgerIndex::checkpoint() const {
  const std::scoped_lock lock(mutex_);
  return {size_.value_or(0)};
}

es::Outcome LedgerIndex::take(const es::Records& records) {
  if (is_damaged_) {
    return failure("search index: damaged, made anew");
  }
  if (records.empty()) {
    return {};
  }
  auto checkpoint = written_->checkpoint();
  std::string fault;
  try {
    written_->begin();
    const auto visited = records.visit([&](es::Position position, std::string_view bytes) {
      const auto record = es::parse(bytes);
      if (!record) {
        fault = record.error();
        return false;
      }
      checkpoint = {position.value + 1, digest_of(bytes)};
      if (may_concern(*record)) {
        const auto event = codec::decode(*record);
        if (!event) {
          fault = std::string(record->type) + " at " + event.error().where;
          return false;
        }
        Take(*written_, checkpoint.size).event(*event);
      }
      return true;
    });
    if (!visited || !fault.empty()) {
      written_->roll_back();
      return failure(visited ? fault : visited.error().context);
    }
    written_->commit(checkpoint);
  } catch (const DatabaseFault& thrown) {
    written_->roll_back();
    return failure(thrown.what());
  }
  const std::scoped_lock lock(mutex_);
  size_ = checkpoint.size;
  moved_.notify_all();
  return {};
}

bool LedgerIndex::wait_for(std::uint64_t size, std::chrono::steady_clock::time_point deadline) {
  std::unique_lock lock(mutex_);
  return moved_.wait_until(lock, deadline, [&] { return size_ && *size_ >= size; });
}

std::unique_ptr<Connection> LedgerIndex::borrow() {
  {
    const std::scoped_lock lock(mutex_);
    if (!resting_.empty()) {
      auto connection = std::move(resting_.back());
      resting_.pop_back();
      return connection;
    }
  }
  return std::make_unique<Connection>(file_, Connection::Use::read);
}

std::expected<void, SearchFault> LedgerIndex::read(std::uint64_t size, const Reading& reading) {
  // A file that is made anew is not waited for.
  const std::shared_lock use(use_, std::try_to_lock);
  if (!use.owns_lock()) {
    return std::unexpected(SearchFault::not_ready);
  }
  {
    const std::scoped_lock lock(mutex_);
    if (!size_ || *size_ < size) {
      return std::unexpected(SearchFault::not_ready);
    }
  }
  try {
    auto connection = borrow();
    reading(*connection);
    const std::scoped_lock lock(mutex_);
    if (resting_.size() < kRestingMax) {
      resting_.push_back(std::move(connection));
    }
    return {};
  } catch (const DatabaseFault&) {
    is_damaged_ = true;
    return std::unexpected(SearchFault::unavailable);
  }
}

std::expected<std::vector<domain::IssueId>, SearchFault> LedgerIndex::find(std::uint64_t size,
                                                                           const WordQuery& query) {
  std::vector<domain::IssueId> found;
  const auto done = read(size, [&](Connection& index) { found = issues_with(index, size, query); });
  return done ? std::expected<std::vector<domain::IssueId>, SearchFault>(std::move(found))
              : std::unexpected(done.error());
}

std::expected<std::vector<Likeness>, SearchFault> LedgerIndex::like(std::uint64_t size,
                                                                    const LikenessAsked& asked) {
  std::vector<Likeness> found;
  const auto done = read(size, [&](Connection& index) { found = issues_like(index, size, asked); });
  return done ? std::expected<std::vector<Likeness>, SearchFault>(std::move(found))
              : std::unexpected(done.error());
}

}  // namespace langnghe::search
