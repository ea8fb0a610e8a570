#pragma once

#include <string>

#include <domain/command.hpp>
#include <domain/course.hpp>
#include <domain/event.hpp>

/// Private to domain/course: which part of a region an event or a command speaks of.
namespace langnghe::domain::course {

// The part that a command wraps has the name of its event.
template <class What>
const What& unwrapped(const What& what) {
  return what;
}
inline const KhomAdded& unwrapped(const AddKhom& act) {
  return act.khom;
}
inline const KhomRenamed& unwrapped(const RenameKhom& act) {
  return act.khom;
}
inline const KhomClosed& unwrapped(const CloseKhom& act) {
  return act.khom;
}
inline const OfficialAppointed& unwrapped(const AppointOfficial& act) {
  return act.official;
}
inline const OfficialLeft& unwrapped(const RecordOfficialLeft& act) {
  return act.official;
}
inline const TemplateAdopted& unwrapped(const AdoptTemplate& act) {
  return act.adopted;
}
inline const SigningDelegated& unwrapped(const DelegateSigning& act) {
  return act.delegation;
}
inline const DelegationRevoked& unwrapped(const RevokeDelegation& act) {
  return act.revocation;
}
inline const RoleGranted& unwrapped(const GrantRole& act) {
  return act.grant;
}

/// Empty where the region has no parts.
template <class What>
std::string part_of(Region region, const What& what) {
  if constexpr (requires { what.commitment.value; }) {
    if (region == Region::commitment || region == Region::evidence) {
      return what.commitment.value;
    }
  }
  // Each person whose matter was merged into another is told by themselves.
  if constexpr (requires { what.absorbed->value; }) {
    if (region == Region::delivery && what.absorbed) {
      return what.absorbed->value;
    }
  }
  if constexpr (requires { what.opinion.value; }) {
    if (region == Region::opinion) {
      return what.opinion.value;
    }
  }
  if constexpr (requires { what.participant; }) {
    if (region == Region::invitation) {
      return what.participant;
    }
  }
  if constexpr (requires { to_text(what.role); }) {
    if (region == Region::role) {
      return std::string(to_text(what.role));
    }
  }
  if constexpr (requires { what.khom.value; }) {
    if (region == Region::khom) {
      return what.khom.value;
    }
  }
  if constexpr (requires { what.official.value; }) {
    if (region == Region::official) {
      return what.official.value;
    }
  }
  if constexpr (requires { what.delegation.value; }) {
    if (region == Region::delegation) {
      return what.delegation.value;
    }
  }
  if constexpr (requires { what.type == std::string{}; }) {
    if (region == Region::wording) {
      return what.type;
    }
  }
  if constexpr (requires { what.recommendation.value; }) {
    if (region == Region::recommendation) {
      return what.recommendation.value;
    }
  }
  if constexpr (requires { to_text(what.field); }) {
    if (region == Region::correction) {
      return std::string(to_text(what.field));
    }
  }
  return {};
}

/// Told to the person of an issue that was merged into this one, beside the course of this one.
template <class What>
bool is_for_absorbed(const What& what) {
  if constexpr (requires { what.absorbed->value; }) {
    return what.absorbed.has_value();
  } else {
    return false;
  }
}

}  // namespace langnghe::domain::course
