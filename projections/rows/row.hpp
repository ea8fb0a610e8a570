#pragma once

#include <array>
#include <chrono>
#include <concepts>
#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

#include <boost/pfr/core.hpp>

#include <domain/course.hpp>
#include <domain/ids.hpp>
#include <domain/time.hpp>
#include <projections/view.hpp>

#include "rows/overlay.hpp"

/// The binary form of a row: members one after the other, integers as zigzag varints, no names. It
/// belongs to this program alone and lives as long as its projection's family
/// (docs/formats/views.md).
///
/// Structs are described nowhere: Boost.PFR lists their members in the order of the declaration. A
/// member that is added, removed or moved changes the shape (`rows/shape.hpp`), and with it the
/// name of the projection's family, so that the rows are built again.
namespace langnghe::projections::row {

/// The course of a stream serves decisions, which fold the stream itself: no row holds it.
template <class Member>
inline constexpr bool kIsStored = !std::is_same_v<Member, domain::Course>;

class Writer {
 public:
  /// Writes behind what `out` holds.
  explicit Writer(std::string& out) : out_(out) {}

  template <class... T>
  void operator()(const T&... values) {
    (put(values), ...);
  }

 private:
  template <class T>
  void put(const T& value) {
    if constexpr (std::is_enum_v<T> || std::is_integral_v<T>) {
      put_integer(static_cast<std::int64_t>(value));
    } else {
      boost::pfr::for_each_field(value, [this]<class Member>(const Member& member) {
        if constexpr (kIsStored<Member>) {
          put(member);
        }
      });
    }
  }
  void put(std::string_view text) {
    put_integer(static_cast<std::int64_t>(text.size()));
    out_ += text;
  }
  void put(const std::string& text) { put(std::string_view(text)); }
  template <class Tag>
  void put(const domain::Id<Tag>& id) {
    put(id.value);
  }
  void put(const domain::Date& date) {
    put_integer(static_cast<int>(date.year()));
    put_integer(static_cast<unsigned>(date.month()));
    put_integer(static_cast<unsigned>(date.day()));
  }
  template <class Rep, class Ratio>
  void put(const std::chrono::duration<Rep, Ratio>& duration) {
    put_integer(static_cast<std::int64_t>(duration.count()));
  }
  template <class T>
  void put(const std::optional<T>& value) {
    put_integer(value ? 1 : 0);
    if (value) {
      put(*value);
    }
  }
  template <class A, class B>
  void put(const std::pair<A, B>& pair) {
    put(pair.first);
    put(pair.second);
  }
  template <class T, std::size_t N>
  void put(const std::array<T, N>& values) {
    for (const auto& value : values) {
      put(value);
    }
  }
  template <class T>
  void put(const std::vector<T>& values) {
    put_each(values);
  }
  template <class T>
  void put(const std::set<T>& values) {
    put_each(values);
  }
  template <class K, class V>
  void put(const std::map<K, V>& values) {
    put_each(values);
  }

  template <class Container>
  void put_each(const Container& values) {
    put_integer(static_cast<std::int64_t>(values.size()));
    for (const auto& value : values) {
      put(value);
    }
  }
  void put_integer(std::int64_t value) {
    auto bits = (static_cast<std::uint64_t>(value) << 1) ^ static_cast<std::uint64_t>(value >> 63);
    while (bits >= 0x80) {
      out_ += static_cast<char>((bits & 0x7f) | 0x80);
      bits >>= 7;
    }
    out_ += static_cast<char>(bits);
  }

  std::string& out_;
};

/// Reads what a Writer of the same shape wrote; throws ViewFault on anything else.
class Reader {
 public:
  explicit Reader(std::string_view bytes) : rest_(bytes) {}

  template <class... T>
  void operator()(T&... values) {
    (get(values), ...);
  }
  void expect_end() const {
    if (!rest_.empty()) {
      fail();
    }
  }

 private:
  [[noreturn]] static void fail() { throw ViewFault("a stored row does not read back"); }

  template <class T>
  void get(T& value) {
    if constexpr (std::is_enum_v<T> || std::is_integral_v<T>) {
      value = static_cast<T>(get_integer());
    } else {
      boost::pfr::for_each_field(value, [this]<class Member>(Member& member) {
        if constexpr (kIsStored<Member>) {
          get(member);
        }
      });
    }
  }
  void get(std::string& text) {
    const std::size_t size = get_count();
    text = rest_.substr(0, size);
    rest_.remove_prefix(size);
  }
  template <class Tag>
  void get(domain::Id<Tag>& id) {
    get(id.value);
  }
  void get(domain::Date& date) {
    const auto year = get_integer();
    const auto month = get_integer();
    const auto day = get_integer();
    date = domain::Date{std::chrono::year{static_cast<int>(year)},
                        std::chrono::month{static_cast<unsigned>(month)},
                        std::chrono::day{static_cast<unsigned>(day)}};
  }
  template <class Rep, class Ratio>
  void get(std::chrono::duration<Rep, Ratio>& duration) {
    duration = std::chrono::duration<Rep, Ratio>{static_cast<Rep>(get_integer())};
  }
  template <class T>
  void get(std::optional<T>& value) {
    value.reset();
    if (get_integer() != 0) {
      get(value.emplace());
    }
  }
  template <class A, class B>
  void get(std::pair<A, B>& pair) {
    get(pair.first);
    get(pair.second);
  }
  template <class T, std::size_t N>
  void get(std::array<T, N>& values) {
    for (auto& value : values) {
      get(value);
    }
  }
  template <class T>
  void get(std::vector<T>& values) {
    const std::size_t count = get_count();
    values.clear();
    values.reserve(count);
    for (std::size_t i = 0; i < count; ++i) {
      get(values.emplace_back());
    }
  }
  template <class T>
  void get(std::set<T>& values) {
    values.clear();
    for (std::size_t count = get_count(); count > 0; --count) {
      T value{};
      get(value);
      values.insert(values.end(), std::move(value));
    }
  }
  template <class K, class V>
  void get(std::map<K, V>& values) {
    values.clear();
    for (std::size_t count = get_count(); count > 0; --count) {
      std::pair<K, V> value{};
      get(value);
      values.insert(values.end(), std::move(value));
    }
  }

  /// Every element takes at least one byte: a larger count is damage, not a reason to allocate.
  std::size_t get_count() {
    const auto count = get_integer();
    if (count < 0 || static_cast<std::uint64_t>(count) > rest_.size()) {
      fail();
    }
    return static_cast<std::size_t>(count);
  }
  std::int64_t get_integer() {
    std::uint64_t bits = 0;
    for (int shift = 0; shift < 64; shift += 7) {
      if (rest_.empty()) {
        fail();
      }
      const auto byte = static_cast<unsigned char>(rest_.front());
      rest_.remove_prefix(1);
      bits |= static_cast<std::uint64_t>(byte & 0x7f) << shift;
      if (byte < 0x80) {
        return static_cast<std::int64_t>((bits >> 1) ^ (~(bits & 1) + 1));
      }
    }
    fail();
  }

  std::string_view rest_;
};

template <class T>
[[nodiscard]] std::string to_bytes(const T& value) {
  constexpr std::size_t kTypicalRow = 512;  // grown once instead of step by step
  std::string bytes;
  bytes.reserve(kTypicalRow);
  Writer{bytes}(value);
  return bytes;
}

template <class T>
[[nodiscard]] T from_bytes(std::string_view bytes) {
  T value{};
  Reader reader(bytes);
  reader(value);
  reader.expect_end();
  return value;
}

/// Writes a row from the struct it holds.
template <class T>
void put(Overlay& rows, std::string_view key, const T& value) {
  thread_local std::string bytes;  // keeps its room from row to row
  bytes.clear();
  Writer{bytes}(value);
  rows.put(key, bytes);
}

template <class T>
[[nodiscard]] std::optional<T> read(const ViewReader& view, std::string_view key) {
  const auto bytes = view.get(key);
  if (!bytes) {
    return std::nullopt;
  }
  return from_bytes<T>(*bytes);
}

}  // namespace langnghe::projections::row
