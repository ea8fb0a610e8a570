#include "people_index.hpp"

#include <algorithm>
#include <utility>
#include <variant>

#include <text/search_words.hpp>

#include <codec/event_codec.hpp>
#include <domain/resident.hpp>
#include <ledger/record.hpp>

#include "people_marks.hpp"

namespace langnghe::search {
namespace {

namespace es = eventstore;

constexpr std::string_view kResidentKind = "resident-";
constexpr std::string_view kForm = "people-1";
constexpr std::size_t kRecordsAtOnce = 500;

constexpr auto kTables = R"(
CREATE TABLE meta(name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE marks(mark TEXT NOT NULL, resident TEXT NOT NULL, PRIMARY KEY(mark, resident))
  WITHOUT ROWID;
CREATE INDEX marks_by_resident ON marks(resident);
)";

std::unexpected<es::Failure> failure(std::string what) {
  return std::unexpected(es::Failure{.what = std::move(what)});
}

std::string form_of_file(const es::BlindKey& key) {
  return std::string(kForm) + '/' + text::search_words_version() + '/' + key.mark("form", kForm);
}

std::string value_of(Connection& connection, std::string_view name) {
  auto row = connection.prepare("SELECT value FROM meta WHERE name = ?");
  return row.with(name).next() ? row.text(0) : std::string();
}

/// May somebody be found by a name?
bool can_be_found(const domain::ResidentState& state) {
  return state.phase == domain::ResidentPhase::identified;
}

}  // namespace

PeopleIndex::PeopleIndex(es::LedgerReader& store, es::Vault& vault, es::LedgerId ledger,
                         std::filesystem::path file)
    : store_(store),
      vault_(vault),
      ledger_(std::move(ledger)),
      file_(std::move(file)),
      key_(vault.blind_key(ledger_)) {}

es::Outcome PeopleIndex::begin(const std::stop_token& /*stop*/) {
  const std::scoped_lock lock(mutex_);
  try {
    open();
    moved_.notify_all();
    return {};
  } catch (const DatabaseFault& fault) {
    return failure(fault.what());
  } catch (const std::filesystem::filesystem_error& fault) {
    return failure(std::string("people index: ") + fault.code().message());
  }
}

void PeopleIndex::open() {
  checkpoint_.reset();
  connection_.reset();
  if (std::exchange(is_damaged_, false)) {
    remove_index(file_);
  }
  const auto connect = [this] {
    connection_ = std::make_unique<Connection>(file_, Connection::Use::write);
    connection_->run(
        "PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA secure_delete = ON");
    if (connection_->ask("SELECT count(*) FROM sqlite_schema") == "0") {
      make_tables();
    }
  };
  bool is_well = false;
  try {
    connect();
    is_well = is_as_written();
  } catch (const DatabaseFault&) {
    is_well = false;
  }
  if (!is_well) {
    connection_.reset();
    remove_index(file_);
    connect();
  }
  checkpoint_ = parse_checkpoint(value_of(*connection_, "checkpoint"));
}

void PeopleIndex::make_tables() {
  Transaction transaction(*connection_);
  connection_->run(kTables);
  auto put = connection_->prepare("INSERT INTO meta VALUES(?, ?)");
  put.with("form", form_of_file(key_)).run();
  put.with("ledger", ledger_.value).run();
  put.with("checkpoint", to_text(Checkpoint{})).run();
  transaction.commit();
}

bool PeopleIndex::is_as_written() {
  const auto checkpoint = parse_checkpoint(value_of(*connection_, "checkpoint"));
  if (!checkpoint || value_of(*connection_, "form") != form_of_file(key_) ||
      value_of(*connection_, "ledger") != ledger_.value ||
      connection_->ask("PRAGMA integrity_check(1)") != "ok") {
    return false;
  }
  if (checkpoint->size == 0) {
    return true;
  }
  const auto last = store_.read_ledger(ledger_, {checkpoint->size - 1}, 1);
  return last && !last->empty() && digest_of(last->front().bytes) == checkpoint->last_record;
}

es::Position PeopleIndex::checkpoint() const {
  const std::scoped_lock lock(mutex_);
  return {checkpoint_ ? checkpoint_->size : 0};
}

es::Outcome PeopleIndex::take(const es::Records& records) {
  Checkpoint checkpoint;
  std::set<std::string> residents;
  std::string fault;
  const auto visited = records.visit([&](es::Position position, std::string_view bytes) {
    const auto record = es::parse(bytes);
    if (!record) {
      fault = record.error();
      return false;
    }
    checkpoint = {position.value + 1, digest_of(bytes)};
    if (record->stream.starts_with(kResidentKind)) {
      residents.emplace(record->stream.substr(kResidentKind.size()));
    }
    return true;
  });
  if (!visited || !fault.empty()) {
    return failure(visited ? fault : visited.error().context);
  }
  std::vector<std::pair<std::string, std::vector<std::string>>> people;
  for (const auto& resident : residents) {
    auto marks = marks_now(resident);
    if (!marks) {
      return std::unexpected(marks.error());
    }
    people.emplace_back(resident, *std::move(marks));
  }
  const std::scoped_lock lock(mutex_);
  if (is_damaged_ || !connection_) {
    return failure("people index: damaged, made anew");
  }
  if (*visited == 0) {
    return {};
  }
  try {
    Transaction transaction(*connection_);
    for (const auto& [resident, marks] : people) {
      write(resident, marks);
    }
    auto put = connection_->prepare("INSERT OR REPLACE INTO meta VALUES(?, ?)");
    put.with("checkpoint", to_text(checkpoint)).run();
    transaction.commit();
    if (must_empty_log_) {
      must_empty_log_ = connection_->ask("PRAGMA wal_checkpoint(TRUNCATE)") != "0";
    }
  } catch (const DatabaseFault& thrown) {
    return failure(thrown.what());
  }
  checkpoint_ = checkpoint;
  moved_.notify_all();
  return {};
}

void PeopleIndex::write(const std::string& resident, const std::vector<std::string>& marks) {
  connection_->prepare("DELETE FROM marks WHERE resident = ?").with(resident).run();
  must_empty_log_ = must_empty_log_ || connection_->ask("SELECT changes()") != "0";
  auto add = connection_->prepare("INSERT INTO marks VALUES(?, ?)");
  for (const auto& mark : marks) {
    add.with(mark, resident).run();
  }
}

PeopleIndex::Marks PeopleIndex::marks_now(const std::string& resident) {
  domain::ResidentState state;
  es::Version version;
  for (;;) {
    const auto records = store_.read_stream(ledger_, {std::string(kResidentKind) + resident},
                                            version, kRecordsAtOnce);
    if (!records) {
      return failure(records.error().context);
    }
    for (const auto& stored : *records) {
      const auto record = es::parse(stored.bytes);
      const auto event = record ? codec::decode(*record)
                                : std::unexpected(codec::CodecError{"record", record.error()});
      if (!event) {
        return failure("a record of a resident cannot be read at " + event.error().where);
      }
      if (const auto* act = std::get_if<domain::ResidentEvent>(&event->event)) {
        domain::evolve(state, *act);
      }
      version = record->version;
    }
    if (records->size() < kRecordsAtOnce) {
      break;
    }
  }
  if (!can_be_found(state)) {
    return std::vector<std::string>{};
  }
  const auto name = opened(resident, domain::kSealedName, state.resident.name);
  const auto phone = opened(resident, domain::kSealedPhone, state.resident.phone);
  if (!name || !phone) {
    return std::unexpected((name ? phone : name).error());
  }
  return marks_of(words_of_person(*name, *phone), key_);
}

/// Empty where nothing is known, or nothing can be known any more.
std::expected<std::string, es::Failure> PeopleIndex::opened(
    const std::string& resident, std::string_view field,
    const std::optional<domain::SealedText>& sealed) {
  if (!sealed) {
    return std::string();
  }
  const es::SealBinding place{ledger_, {std::string(kResidentKind) + resident}, std::string(field)};
  auto plain =
      vault_.open(es::key_subject(ledger_, sealed->resident.value), place, sealed->ciphertext);
  if (!plain && plain.error().code == es::VaultErrorCode::unavailable) {
    return failure(plain.error().context);
  }
  return plain ? *std::move(plain) : std::string();
}

bool PeopleIndex::wait_for(std::uint64_t size, std::chrono::steady_clock::time_point deadline) {
  std::unique_lock lock(mutex_);
  return moved_.wait_until(lock, deadline,
                           [&] { return checkpoint_ && checkpoint_->size >= size; });
}

std::expected<std::vector<domain::ResidentId>, SearchFault> PeopleIndex::find(
    std::uint64_t size, std::string_view text) {
  const auto marks = marks_of(words_asked(text), key_);
  const std::scoped_lock lock(mutex_);
  if (!checkpoint_ || checkpoint_->size < size) {
    return std::unexpected(SearchFault::not_ready);
  }
  try {
    std::set<std::string> found;
    auto rows = connection_->prepare("SELECT resident FROM marks WHERE mark = ?");
    for (std::size_t i = 0; i < marks.size(); ++i) {
      std::set<std::string> having;
      rows.with(marks[i]);
      while (rows.next()) {
        if (auto resident = rows.text(0); i == 0 || found.contains(resident)) {
          having.insert(std::move(resident));
        }
      }
      found = std::move(having);
    }
    std::vector<domain::ResidentId> people;
    for (const auto& resident : found) {
      people.push_back({resident});
    }
    return people;
  } catch (const DatabaseFault&) {
    is_damaged_ = true;
    return std::unexpected(SearchFault::unavailable);
  }
}

}  // namespace langnghe::search
