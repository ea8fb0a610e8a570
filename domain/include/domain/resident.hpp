#pragma once

#include <optional>
#include <variant>

#include <domain/ids.hpp>
#include <domain/sealed.hpp>

/// The stream `resident-{id}`: a person, every word about whom is sealed under a key of their own.
namespace langnghe::domain {

struct ResidentRegistered {
  KhomId khom;
  bool anonymous = false;
  std::optional<SealedText> name;
  std::optional<SealedText> phone;
  std::optional<SealedText> address;
  bool operator==(const ResidentRegistered&) const = default;
};
using ResidentEvent = std::variant<ResidentRegistered>;

struct ResidentState {
  bool exists = false;
  ResidentRegistered resident;
  bool operator==(const ResidentState&) const = default;
};
void evolve(ResidentState& state, const ResidentEvent& event);

}  // namespace langnghe::domain
