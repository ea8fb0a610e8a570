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

/// How a thing comes out of its rows and goes back. What has one row has nothing to add; another
/// gives a specialisation beside its struct.
template <class T>
struct RowsOf {
  [[nodiscard]] static std::optional<T> read(const ViewReader& rows, std::string_view key) {
    return row::read<T>(rows, key);
  }
  static void write(T& thing, std::string_view key, Overlay& rows) { row::put(rows, key, thing); }
};

/// What one projection works with while events come: a thing (an issue, a dialogue) is taken out of
/// its rows once, changed as a struct by event after event, and put back into rows once.
///
/// References are good until tidy(). A key belongs to things of one type. A projection finds what
/// it wrote only as things: other rows, also those that things write beside their own (indexes),
/// are for whoever reads the views. Belongs to one thread; `base` must outlive it.
class Workbench {
 public:
  /// Holds more than `things_max` things only until the next tidy().
  Workbench(const ViewReader& base, std::size_t things_max)
      : rows_(base), things_max_(things_max) {}

  /// To be read; null when there is none.
  template <class T>
  [[nodiscard]] const T* find(std::string_view key) {
    auto* const thing = at_hand<T>(key);
    return thing == nullptr ? nullptr : &thing->value;
  }
  /// To be changed; null when there is none.
  template <class T>
  [[nodiscard]] T* change(std::string_view key) {
    auto* const thing = at_hand<T>(key);
    return thing == nullptr ? nullptr : &thing->touch();
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
    auto& thing = things_[std::string(key)];
    auto made = std::make_unique<ThingOf<T>>(std::move(value));
    auto& touched = made->touch();
    thing = std::move(made);
    return touched;
  }
  void remove(std::string_view key);

  /// For rows that no event changes as a struct.
  [[nodiscard]] Overlay& rows() { return rows_; }

  /// Between two events: puts all things away once there are too many.
  void tidy();
  /// All things go into their rows.
  void put_away();

 private:
  struct Thing {
    Thing() = default;
    Thing(const Thing&) = delete;
    Thing& operator=(const Thing&) = delete;
    virtual ~Thing() = default;
    virtual void write(std::string_view key, Overlay& rows) = 0;
    bool changed = false;
  };
  template <class T>
  struct ThingOf final : Thing {
    explicit ThingOf(T held) : value(std::move(held)) {}
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
  ThingOf<T>* at_hand(std::string_view key) {
    if (const auto found = things_.find(key); found != things_.end()) {
      auto* const thing = found->second.get();
      VERIFY(thing == nullptr || typeid(*thing) == typeid(ThingOf<T>));
      return static_cast<ThingOf<T>*>(thing);
    }
    auto value = RowsOf<T>::read(rows_, key);
    if (!value) {
      return nullptr;
    }
    auto made = std::make_unique<ThingOf<T>>(*std::move(value));
    auto* const thing = made.get();
    things_.emplace(key, std::move(made));
    return thing;
  }

  Overlay rows_;
  /// Null = removed.
  std::unordered_map<std::string, std::unique_ptr<Thing>, Hash, std::equal_to<>> things_;
  std::size_t things_max_;
};

}  // namespace langnghe::projections
