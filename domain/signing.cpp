#include <algorithm>
#include <array>
#include <string>

#include <domain/signing.hpp>

#include "rules.hpp"
#include "value_checks.hpp"

namespace langnghe::domain {
namespace {

// Titles of the heads of a People's Committee, whole or followed by the committee's own name. The
// chair of the People's Council, of the Front or of an association is none of them.
constexpr std::array<std::string_view, 2> kChairs{"Chủ tịch", "CHỦ TỊCH"};
constexpr std::array<std::string_view, 4> kDeputies{"Phó Chủ tịch", "Phó chủ tịch", "PHÓ CHỦ TỊCH",
                                                    "Phó Chủ Tịch"};
constexpr std::array<std::string_view, 5> kCommittees{
    " Ủy ban nhân dân", " Uỷ ban nhân dân", " Ủy ban Nhân dân", " UBND", " ỦY BAN NHÂN DÂN"};

template <std::size_t kCount>
bool names(const std::array<std::string_view, kCount>& titles, std::string_view position) {
  return std::ranges::any_of(titles, [&](std::string_view title) {
    if (!position.starts_with(title)) {
      return false;
    }
    const std::string_view of = position.substr(title.size());
    return of.empty() || std::ranges::any_of(kCommittees, [&](std::string_view committee) {
             return of.starts_with(committee) &&
                    (of.size() == committee.size() || of[committee.size()] == ' ');
           });
  });
}

/// The capacities that an office allows without a delegation.
bool allows(Office office, SigningCapacity capacity) {
  switch (office) {
    case Office::chair:
      return capacity == SigningCapacity::tm || capacity == SigningCapacity::own;
    case Office::deputy:
      return capacity == SigningCapacity::kt;
    case Office::other:
      return false;
  }
  return false;
}

Refusal not_authorised(const OfficialId& signer, std::optional<SigningCapacity> wanted,
                       std::string_view document, const Date& on) {
  return refuse(RefusalCode::signature_not_authorised,
                {{"official", signer.value},
                 {"capacity", wanted ? std::string(to_text(*wanted)) : std::string{}},
                 {"document", std::string(document)},
                 {"date", to_text(on)}});
}

}  // namespace

Office office_by_position(std::string_view position) {
  if (names(kChairs, position)) {
    return Office::chair;
  }
  return names(kDeputies, position) ? Office::deputy : Office::other;
}

std::expected<SigningCapacity, Refusal> signing_capacity(const WardState& ward,
                                                         const OfficialId& signer,
                                                         std::optional<SigningCapacity> wanted,
                                                         std::string_view document,
                                                         const Date& on) {
  if (auto refusal = check_official(ward, signer, on)) {
    return std::unexpected(*refusal);
  }
  const Office office = ward.officials.at(signer).office;
  if (!wanted && office != Office::other) {
    return office == Office::chair ? SigningCapacity::tm : SigningCapacity::kt;
  }
  if (wanted && allows(office, *wanted)) {
    return *wanted;
  }
  for (const auto& [id, delegation] : ward.delegations) {
    const SigningCapacity given = delegation.given.capacity;
    if (delegation.covers(signer, document, on) && wanted.value_or(given) == given) {
      return given;
    }
  }
  return std::unexpected(not_authorised(signer, wanted, document, on));
}

std::expected<std::optional<SigningCapacity>, Refusal> signing_capacity_if_signed(
    const WardState& ward, const std::optional<OfficialId>& signer,
    std::optional<SigningCapacity> wanted, std::string_view document, const Date& on) {
  if (!signer) {
    // A capacity without who signs in it says nothing.
    return wanted ? std::expected<std::optional<SigningCapacity>, Refusal>(
                        std::unexpected(value_required("signer")))
                  : std::nullopt;
  }
  const auto capacity = signing_capacity(ward, *signer, wanted, document, on);
  if (!capacity) {
    return std::unexpected(capacity.error());
  }
  return *capacity;
}

}  // namespace langnghe::domain
