#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <stdexcept>
#include <string>
#include <string_view>

struct sqlite3;
struct sqlite3_stmt;

/// SQLite behind a few names: here and in sqlite.cpp only. Whatever fails throws DatabaseFault,
/// which is caught at the index's own doors.
namespace langnghe::search {

/// The file cannot be had or is not what was written. Its words are SQLite's, which quote no data.
class DatabaseFault : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

/// One prepared statement, used again and again. Belongs to its connection's thread.
class Statement {
 public:
  Statement(sqlite3* database, std::string_view sql);

  /// Forgets the rows of the last use and takes the parameters in their order, from 1 on.
  template <class... T>
  Statement& with(const T&... values) {
    reset();
    int at = 0;
    (bind(++at, values), ...);
    return *this;
  }
  void bind(int at, std::int64_t value);
  void bind(int at, std::string_view value);
  /// The next row; false after the last.
  [[nodiscard]] bool next();
  /// All its rows, of which nothing is wanted.
  void run();

  [[nodiscard]] std::int64_t number(int column) const;
  [[nodiscard]] std::string text(int column) const;
  /// Ends the use: a statement that was not read to its end keeps the file's past alive.
  void reset();

 private:
  struct Finalize {
    void operator()(sqlite3_stmt* statement) const;
  };
  [[noreturn]] void fail() const;

  std::unique_ptr<sqlite3_stmt, Finalize> statement_;
};

/// One connection. Belongs to one thread at a time.
class Connection {
 public:
  enum class Use { write, read };
  Connection(const std::filesystem::path& file, Use use);

  void run(const std::string& sql);
  [[nodiscard]] Statement prepare(std::string_view sql) { return {database_.get(), sql}; }
  /// The text of the first column of the first row; empty where there is none.
  [[nodiscard]] std::string ask(std::string_view sql);

 private:
  struct Close {
    void operator()(sqlite3* database) const;
  };
  std::unique_ptr<sqlite3, Close> database_;
};

/// All or nothing: what was not committed is undone.
class Transaction {
 public:
  explicit Transaction(Connection& connection) : connection_(connection) {
    connection_.run("BEGIN IMMEDIATE");
  }
  Transaction(const Transaction&) = delete;
  Transaction& operator=(const Transaction&) = delete;
  ~Transaction();
  void commit();

 private:
  Connection& connection_;
  bool is_open_ = true;
};

}  // namespace langnghe::search
