#pragma once

#include <cstddef>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <typeinfo>
#include <unordered_map>
#include <utility>
#include <vector>

#include <ledger/verify.hpp>
#include <projections/view.hpp>

#include "rows/overlay.hpp"
#include "rows/row.hpp"

namespace langnghe::projections {

/// Reads a struct from its rows and writes it back. A struct with one row needs nothing more; one
/// with several gives a specialisation beside its declaration.
template <class T>
struct RowsOf {
  [[nodiscard]] static std::optional<T> read(const ViewReader& rows, std::string_view key) {
    return row::read<T>(rows, key);
  }
  static void write(T& value, std::string_view key, Overlay& rows) { row::put(rows, key, value); }
};

/// A write-back cache of decoded rows for one projection: a struct (an issue, a dialogue) is read
/// from its rows once, changed by event after event, and written back once.
///
/// References are good until evict_if_full(). A key belongs to structs of one type. A projection
/// finds what it wrote only as structs: other rows, also those that are written beside a struct
/// (indexes), are for whoever reads the views. Belongs to one thread; `base` must outlive it.
class RowCache {
 public:
  /// Holds more than `entries_max` structs only until the next evict_if_full().
  RowCache(const ViewReader& base, std::size_t entries_max)
      : rows_(base), entries_max_(entries_max) {}

  /// To be read; null when there is none.
  template <class T>
  [[nodiscard]] const T* find(std::string_view key) {
    auto* const entry = loaded<T>(key);
    return entry == nullptr ? nullptr : &entry->value;
  }
  /// To be changed; null when there is none.
  template <class T>
  [[nodiscard]] T* change(std::string_view key) {
    auto* const entry = loaded<T>(key);
    return entry == nullptr ? nullptr : &entry->touch();
  }
  /// To be changed; a new one where there is none.
  template <class T>
  [[nodiscard]] T& make(std::string_view key) {
    auto* const found = change<T>(key);
    return found == nullptr ? set(key, T{}) : *found;
  }
  /// Instead of whatever was there.
  template <class T>
  T& set(std::string_view key, T value) {
    auto& entry = entries_[std::string(key)];
    auto made = std::make_unique<EntryOf<T>>(std::move(value));
    auto& touched = made->touch();
    entry = std::move(made);
    return touched;
  }
  void remove(std::string_view key);

  /// For rows that no event changes as a struct.
  [[nodiscard]] Overlay& rows() { return rows_; }

  /// Called between two events: writes all structs back and forgets them once there are too many.
  void evict_if_full();
  /// Writes all changed structs into their rows.
  void write_back();

 private:
  struct Entry {
    Entry() = default;
    Entry(const Entry&) = delete;
    Entry& operator=(const Entry&) = delete;
    virtual ~Entry() = default;
    virtual void write(std::string_view key, Overlay& rows) = 0;
    bool changed = false;
  };
  template <class T>
  struct EntryOf final : Entry {
    explicit EntryOf(T held) : value(std::move(held)) {}
    T& touch() {
      changed = true;
      return value;
    }
    void write(std::string_view key, Overlay& rows) override { RowsOf<T>::write(value, key, rows); }
    T value;
  };
  struct Hash : std::hash<std::string_view> {
    using is_transparent = void;
  };

  template <class T>
  EntryOf<T>* loaded(std::string_view key) {
    if (const auto found = entries_.find(key); found != entries_.end()) {
      auto* const entry = found->second.get();
      VERIFY(entry == nullptr || typeid(*entry) == typeid(EntryOf<T>));
      return static_cast<EntryOf<T>*>(entry);
    }
    auto value = RowsOf<T>::read(rows_, key);
    if (!value) {
      return nullptr;
    }
    auto made = std::make_unique<EntryOf<T>>(*std::move(value));
    auto* const entry = made.get();
    entries_.emplace(key, std::move(made));
    return entry;
  }

  Overlay rows_;
  /// Null = removed.
  std::unordered_map<std::string, std::unique_ptr<Entry>, Hash, std::equal_to<>> entries_;
  std::size_t entries_max_;
};

}  // namespace langnghe::projections
