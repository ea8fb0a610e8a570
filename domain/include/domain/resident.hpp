#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include <domain/course.hpp>
#include <domain/enum_text.hpp>
#include <domain/ids.hpp>
#include <domain/sealed.hpp>
#include <domain/time.hpp>

/// The stream `resident-{id}`: a person, every word about whom is sealed under a key of their own.
namespace langnghe::domain {

/// The grounds on which a resident's key may be destroyed (Personal data law 2025 Art. 14;
/// reference/vietnam.md 7).
enum class ErasureGround { retention_over, lawful_request };

template <>
struct EnumText<ErasureGround> {
  static constexpr std::array<std::pair<ErasureGround, std::string_view>, 2> kNames{
      {{ErasureGround::retention_over, "retention_over"},
       {ErasureGround::lawful_request, "lawful_request"}}};
};

/// The places to which a person's name and phone number are bound when they are sealed.
inline constexpr std::string_view kSealedName = "resident.name";
inline constexpr std::string_view kSealedPhone = "resident.phone";

// ---- events

struct ResidentRegistered {
  KhomId khom;
  bool anonymous = false;
  std::optional<SealedText> name;
  std::optional<SealedText> phone;
  std::optional<SealedText> address;
  bool operator==(const ResidentRegistered&) const = default;
};
/// A given part replaces the known one; an absent part stays.
struct ContactChanged {
  std::optional<SealedText> name;
  std::optional<SealedText> phone;
  std::optional<SealedText> address;
  std::string reason;
  bool operator==(const ContactChanged&) const = default;
};
/// From now on the name is shown to nobody but who handles the matter.
struct IdentityWithheld {
  std::string reason;
  bool operator==(const IdentityWithheld&) const = default;
};
struct IdentityRevealed {
  std::string reason;
  bool operator==(const IdentityRevealed&) const = default;
};
/// The person's key is gone for ever: nothing sealed under it can be read again (domain.md rule
/// 15).
struct KeyDestroyed {
  ErasureGround ground{};
  std::string reason;
  std::string decision;  ///< number and symbol of the deciding document
  Date decided_on{};
  bool operator==(const KeyDestroyed&) const = default;
};
using ResidentEvent = std::variant<ResidentRegistered, ContactChanged, IdentityWithheld,
                                   IdentityRevealed, KeyDestroyed>;

// ---- commands

/// A person the ward has not met before: registered in the commit that names them first.
struct NewResident {
  ResidentId resident;
  std::optional<SealedText> name;
  std::optional<SealedText> phone;
  std::optional<SealedText> address;
};
struct ChangeContact {
  static constexpr std::string_view kAct = "change-contact";
  ResidentId resident;
  std::optional<SealedText> name;
  std::optional<SealedText> phone;
  std::optional<SealedText> address;
  std::string reason;
};
struct WithholdIdentity {
  static constexpr std::string_view kAct = "withhold-identity";
  ResidentId resident;
  std::string reason;
};
struct RevealIdentity {
  static constexpr std::string_view kAct = "reveal-identity";
  ResidentId resident;
  std::string reason;
};
/// Refused while one of the person's issues is open, and on the ground that retention is over until
/// the policy's years have passed since the last act on any of them.
struct DestroyKey {
  static constexpr std::string_view kAct = "destroy-key";
  ResidentId resident;
  ErasureGround ground{};
  std::string reason;
  std::string decision;
  Date decided_on{};
  std::vector<IssueId> issues;  ///< all issues of this person, as the caller's views know them
};
using ResidentCommand = std::variant<ChangeContact, WithholdIdentity, RevealIdentity, DestroyKey>;

// ---- state

enum class ResidentPhase { absent, identified, anonymous, withheld, erased };

template <>
struct EnumText<ResidentPhase> {
  static constexpr std::array<std::pair<ResidentPhase, std::string_view>, 5> kNames{
      {{ResidentPhase::absent, "absent"},
       {ResidentPhase::identified, "identified"},
       {ResidentPhase::anonymous, "anonymous"},
       {ResidentPhase::withheld, "withheld"},
       {ResidentPhase::erased, "erased"}}};
};

struct ResidentState {
  ResidentPhase phase = ResidentPhase::absent;
  ResidentRegistered resident;          ///< with the contact as last changed
  std::optional<KeyDestroyed> erasure;  ///< shown in the person's place
  Course act_course;
  [[nodiscard]] bool exists() const { return phase != ResidentPhase::absent; }
  bool operator==(const ResidentState&) const = default;
};
void evolve(ResidentState& state, const ResidentEvent& event);

}  // namespace langnghe::domain
