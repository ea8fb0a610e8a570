#include "index_file.hpp"

#include <sstream>
#include <utility>

#include <text/search_words.hpp>

namespace langnghe::search {
namespace {

/// Raised where the same records give other rows.
constexpr std::string_view kForm = "1";

constexpr auto kTables = R"(
CREATE TABLE meta(name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE docs(id INTEGER PRIMARY KEY, issue TEXT NOT NULL, since INTEGER NOT NULL,
                  until INTEGER NOT NULL, khom TEXT NOT NULL, field TEXT NOT NULL,
                  digest INTEGER NOT NULL);
CREATE INDEX docs_by_issue ON docs(issue, until);
CREATE VIRTUAL TABLE words USING fts5(subject, answer, notice, place, tokenize = 'ascii',
                                      prefix = '2 3');
CREATE VIRTUAL TABLE terms USING fts5vocab(words, row);
CREATE TABLE names(mark TEXT NOT NULL, form TEXT NOT NULL, digest INTEGER NOT NULL,
                   PRIMARY KEY(mark, form)) WITHOUT ROWID;
CREATE TABLE gone(issue TEXT PRIMARY KEY, digest INTEGER NOT NULL) WITHOUT ROWID;
)";

/// One row with its place and its texts: a byte that changed in either is seen.
struct Row {
  std::string issue;
  std::int64_t since = 0;
  std::int64_t until = 0;
  IssueWords words;
};

std::int64_t row_digest(const Row& row) {
  std::string bytes =
      row.issue + '\n' + std::to_string(row.since) + '\n' + std::to_string(row.until) + '\n';
  for (const auto* part : {&row.words.khom.value, &row.words.field.value, &row.words.subject,
                           &row.words.answer, &row.words.notice}) {
    bytes.append(*part).append(1, '\n');
  }
  return digest_of(bytes);
}

/// The version of the folding is part of the form: an index of another folding would miss words.
std::string form_of_file() {
  return std::string(kForm) + '/' + text::search_words_version();
}

/// Letters that stand in no text's words, and that the tokenizer takes for letters.
std::string mark_of(std::string_view kind, std::string_view id) {
  std::string mark("§");
  mark += kind;
  for (const char letter : id) {
    if (letter == '-') {
      mark += "–";
    } else if (letter == '_') {
      mark += "‗";
    } else {
      mark += letter;
    }
  }
  return mark;
}

Row row_of(const Statement& statement) {
  return {statement.text(1),
          statement.number(2),
          statement.number(3),
          {{statement.text(4)},
           {statement.text(5)},
           statement.text(6),
           statement.text(7),
           statement.text(8)}};
}

constexpr std::string_view kCheckpoint = "SELECT value FROM meta WHERE name = 'checkpoint'";

constexpr std::string_view kRows =
    "SELECT d.id, d.issue, d.since, d.until, d.khom, d.field, w.subject, w.answer, w.notice, "
    "d.digest, w.place FROM docs d JOIN words w ON w.rowid = d.id ";

}  // namespace

std::int64_t digest_of(std::string_view bytes) {
  std::uint64_t hash = 0xcbf29ce484222325;
  for (const char byte : bytes) {
    hash = (hash ^ static_cast<unsigned char>(byte)) * 0x100000001b3;
  }
  return static_cast<std::int64_t>(hash);
}

std::string to_text(const Checkpoint& checkpoint) {
  const auto numbers =
      std::to_string(checkpoint.size) + ' ' + std::to_string(checkpoint.last_record);
  return numbers + ' ' + std::to_string(digest_of(numbers));
}

std::optional<Checkpoint> parse_checkpoint(const std::string& text) {
  Checkpoint checkpoint;
  std::istringstream numbers(text);
  numbers >> checkpoint.size >> checkpoint.last_record;
  return numbers && to_text(checkpoint) == text ? std::optional(checkpoint) : std::nullopt;
}

std::string mark_of(const domain::KhomId& khom) {
  return mark_of("k", khom.value);
}

std::string mark_of(const domain::FieldCode& field) {
  return mark_of("f", field.value);
}

void remove_index(const std::filesystem::path& file) {
  for (const auto* beside : {"", "-wal", "-shm", "-journal"}) {
    std::filesystem::remove_all(file.string() + beside);
  }
}

struct IndexFile::Statements {
  explicit Statements(Connection& connection)
      : standing(connection.prepare(std::string(kRows) + "WHERE d.issue = ? AND d.until = ?")),
        is_gone(connection.prepare("SELECT 1 FROM gone WHERE issue = ?")),
        end(connection.prepare("UPDATE docs SET until = ?, digest = ? WHERE id = ?")),
        add_doc(connection.prepare("INSERT INTO docs(issue, since, until, khom, field, digest) "
                                   "VALUES(?, ?, ?, ?, ?, ?) RETURNING id")),
        add_words(connection.prepare("INSERT INTO words(rowid, subject, answer, notice, place) "
                                     "VALUES(?, ?, ?, ?, ?)")),
        ids(connection.prepare("SELECT id FROM docs WHERE issue = ?")),
        remove_words(connection.prepare("DELETE FROM words WHERE rowid = ?")),
        remove_docs(connection.prepare("DELETE FROM docs WHERE issue = ?")),
        add_gone(connection.prepare("INSERT OR REPLACE INTO gone VALUES(?, ?)")),
        add_name(connection.prepare("INSERT OR REPLACE INTO names VALUES(?, ?, ?)")),
        put_meta(connection.prepare("INSERT OR REPLACE INTO meta VALUES(?, ?)")) {}

  Statement standing;
  Statement is_gone;
  Statement end;
  Statement add_doc;
  Statement add_words;
  Statement ids;
  Statement remove_words;
  Statement remove_docs;
  Statement add_gone;
  Statement add_name;
  Statement put_meta;
};

IndexFile::IndexFile(std::filesystem::path file, const eventstore::LedgerId& ledger)
    : file_(std::move(file)) {
  bool is_well = false;
  try {
    open(ledger);
    is_well = is_as_written(ledger);
  } catch (const DatabaseFault&) {
    is_well = false;
  }
  if (!is_well) {
    statements_.reset();
    connection_.reset();
    remove_index(file_);
    open(ledger);
  }
  statements_ = std::make_unique<Statements>(*connection_);
  checkpoint_ = parse_checkpoint(connection_->ask(kCheckpoint)).value();
}

IndexFile::~IndexFile() = default;

void IndexFile::open(const eventstore::LedgerId& ledger) {
  connection_ = std::make_unique<Connection>(file_, Connection::Use::write);
  // A power loss may take the last commits, which the ledger gives again, and never tears one.
  connection_->run(
      "PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA secure_delete = ON");
  if (connection_->ask("SELECT count(*) FROM sqlite_schema") == "0") {
    make_tables(ledger);
  }
}

void IndexFile::make_tables(const eventstore::LedgerId& ledger) {
  Transaction transaction(*connection_);
  connection_->run(kTables);
  auto put = connection_->prepare("INSERT INTO meta VALUES(?, ?)");
  put.with("form", form_of_file()).run();
  put.with("ledger", ledger.value).run();
  put.with("checkpoint", to_text(Checkpoint{})).run();
  transaction.commit();
}

bool IndexFile::is_as_written(const eventstore::LedgerId& ledger) {
  if (connection_->ask("SELECT value FROM meta WHERE name = 'form'") != form_of_file() ||
      connection_->ask("SELECT value FROM meta WHERE name = 'ledger'") != ledger.value ||
      connection_->ask("PRAGMA integrity_check(1)") != "ok" ||
      !parse_checkpoint(connection_->ask(kCheckpoint))) {
    return false;
  }
  // Compares the index with the texts it was made of; fails where they differ.
  connection_->run("INSERT INTO words(words) VALUES('integrity-check')");
  return has_true_digests();
}

bool IndexFile::has_true_digests() {
  auto rows = connection_->prepare(kRows);
  std::int64_t count = 0;
  while (rows.next()) {
    const auto row = row_of(rows);
    const auto place = mark_of(row.words.khom) + ' ' + mark_of(row.words.field);
    if (row_digest(row) != rows.number(9) || place != rows.text(10)) {
      return false;
    }
    ++count;
  }
  if (connection_->ask("SELECT count(*) FROM docs") != std::to_string(count)) {
    return false;
  }
  for (const auto* table :
       {"SELECT mark || char(10) || form, digest FROM names", "SELECT issue, digest FROM gone"}) {
    auto entries = connection_->prepare(table);
    while (entries.next()) {
      if (digest_of(entries.text(0)) != entries.number(1)) {
        return false;
      }
    }
  }
  return true;
}

void IndexFile::begin() {
  has_removed_ = false;
  transaction_.emplace(*connection_);
}

void IndexFile::commit(const Checkpoint& checkpoint) {
  if (has_removed_) {
    // The index forgets words in two steps: it marks them, and drops them when it is merged.
    connection_->run("INSERT INTO words(words) VALUES('optimize')");
    must_empty_log_ = true;
  }
  statements_->put_meta.with("checkpoint", to_text(checkpoint)).run();
  transaction_->commit();
  transaction_.reset();
  checkpoint_ = checkpoint;
  if (must_empty_log_) {
    forget_what_was_removed();
  }
}

void IndexFile::roll_back() {
  transaction_.reset();
}

void IndexFile::forget_what_was_removed() {
  // "0" says that nobody was reading; otherwise it is tried again with the next commit.
  must_empty_log_ = connection_->ask("PRAGMA wal_checkpoint(TRUNCATE)") != "0";
}

IndexedWords IndexFile::find(const domain::IssueId& issue) {
  auto& standing = statements_->standing.with(issue.value, kForEver);
  IndexedWords found;
  if (standing.next()) {
    found.words = row_of(standing).words;
  } else {
    found.is_gone = statements_->is_gone.with(issue.value).next();
    statements_->is_gone.reset();
  }
  standing.reset();
  return found;
}

void IndexFile::put(const domain::IssueId& issue, const IndexedWords& words, std::uint64_t since) {
  if (words.is_gone) {
    remove_all_of(issue);
    return;
  }
  const auto from = static_cast<std::int64_t>(since);
  auto& standing = statements_->standing.with(issue.value, kForEver);
  if (standing.next()) {
    const auto id = standing.number(0);
    auto before = row_of(standing);
    standing.reset();
    before.until = from;
    statements_->end.with(from, row_digest(before), id).run();
  } else {
    standing.reset();
  }
  if (!words.words) {
    return;
  }
  const auto& now = *words.words;
  auto& added =
      statements_->add_doc.with(issue.value, from, kForEver, now.khom.value, now.field.value,
                                row_digest(Row{issue.value, from, kForEver, now}));
  const auto id = added.next() ? added.number(0) : 0;
  added.reset();
  statements_->add_words
      .with(id, now.subject, now.answer, now.notice, mark_of(now.khom) + ' ' + mark_of(now.field))
      .run();
}

void IndexFile::remove_all_of(const domain::IssueId& issue) {
  std::vector<std::int64_t> ids;
  auto& statement = statements_->ids.with(issue.value);
  while (statement.next()) {
    ids.push_back(statement.number(0));
  }
  statement.reset();
  for (const auto id : ids) {
    statements_->remove_words.with(id).run();
  }
  statements_->remove_docs.with(issue.value).run();
  statements_->add_gone.with(issue.value, digest_of(issue.value)).run();
  has_removed_ = has_removed_ || !ids.empty();
}

void IndexFile::add_name(const domain::KhomId& khom, std::string_view name) {
  add_name(mark_of(khom), name);
}

void IndexFile::add_name(const domain::FieldCode& field, std::string_view name) {
  add_name(mark_of(field), name);
}

void IndexFile::add_name(std::string_view mark, std::string_view name) {
  const auto form = text::search_form(name);
  if (!form.empty()) {
    statements_->add_name.with(mark, form, digest_of(std::string(mark) + '\n' + form)).run();
  }
}

}  // namespace langnghe::search
