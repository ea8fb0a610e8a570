#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <domain/enum_text.hpp>
#include <domain/ids.hpp>
#include <domain/time.hpp>

#include "problems/problem.hpp"
#include "routing/target.hpp"

namespace langnghe::api {

/// Reads the query parameters a resource knows and collects what is wrong with them; `problem`
/// then also names those it does not know. Belongs to one request.
class Query {
 public:
  explicit Query(const Target& target) : target_(target) {}

  [[nodiscard]] bool has(std::string_view name) const;
  [[nodiscard]] std::optional<std::string> text(std::string_view name);
  [[nodiscard]] std::optional<std::uint64_t> number(std::string_view name, std::uint64_t least,
                                                    std::uint64_t most);
  [[nodiscard]] std::optional<bool> flag(std::string_view name);
  [[nodiscard]] std::optional<domain::Date> date(std::string_view name);

  template <class Id>
  [[nodiscard]] std::optional<Id> id(std::string_view name) {
    auto found = text(name);
    if (!found) {
      return std::nullopt;
    }
    if (!domain::is_well_formed_id(*found)) {
      add(name, "not_well_formed_id", "[a-z0-9][a-z0-9_-]{0,63}");
      return std::nullopt;
    }
    return Id{std::move(*found)};
  }

  template <domain::NamedEnum E>
  [[nodiscard]] std::optional<E> choice(std::string_view name) {
    const auto found = text(name);
    return found ? chosen<E>(name, *found) : std::nullopt;
  }

  /// Several values, separated by commas; empty where the parameter is absent.
  [[nodiscard]] std::vector<std::string> texts(std::string_view name);

  template <class Id>
  [[nodiscard]] std::vector<Id> ids(std::string_view name) {
    std::vector<Id> found;
    for (auto& value : texts(name)) {
      if (!domain::is_well_formed_id(value)) {
        add(name, "not_well_formed_id", "[a-z0-9][a-z0-9_-]{0,63}");
        return {};
      }
      found.push_back({std::move(value)});
    }
    return found;
  }

  template <domain::NamedEnum E>
  [[nodiscard]] std::vector<E> choices(std::string_view name) {
    std::vector<E> found;
    for (const auto& value : texts(name)) {
      if (const auto one = chosen<E>(name, value)) {
        found.push_back(*one);
      }
    }
    return found;
  }

  /// Tells a fault a resource found itself.
  void add(std::string_view name, std::string_view code, std::string expected = {});

  [[nodiscard]] std::optional<Problem> problem() const;

 private:
  template <domain::NamedEnum E>
  [[nodiscard]] std::optional<E> chosen(std::string_view name, std::string_view value) {
    const auto found = domain::from_text<E>(value);
    if (!found) {
      std::string choices;
      for (const auto& [each, spoken] : domain::EnumText<E>::kNames) {
        choices += choices.empty() ? "" : "|";
        choices += spoken;
      }
      add(name, "not_a_choice", std::move(choices));
    }
    return found;
  }

  const Target& target_;
  std::vector<std::string_view> known_;
  std::vector<Fault> faults_;
};

}  // namespace langnghe::api
