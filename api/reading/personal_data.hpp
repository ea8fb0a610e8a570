#pragma once

#include <expected>
#include <optional>
#include <string>
#include <string_view>

#include <domain/resident.hpp>
#include <domain/sealed.hpp>

#include "access/access.hpp"
#include "call/call.hpp"
#include "shapes/shown.hpp"

/// The rim where personal data is sealed before it reaches the rules, and opened for who may read
/// it (domain.md rule 15).
namespace langnghe::api {

/// The place to which each piece is bound: a ciphertext moved elsewhere does not open.
inline constexpr std::string_view kNameField = domain::kSealedName;
inline constexpr std::string_view kPhoneField = domain::kSealedPhone;
inline constexpr std::string_view kAddressField = "resident.address";
inline constexpr std::string_view kHostAddressField = "venue.host_address";
inline constexpr std::string_view kFeedbackField = "feedback.words";
inline constexpr std::string_view kRecipientField = "delivery.recipient";
inline constexpr std::string_view kIssueWordsField = "issue.words";
[[nodiscard]] std::string words_field(const domain::OpinionId& opinion);

/// Makes the resident's key if there is none yet.
[[nodiscard]] std::expected<void, Problem> make_key(const Call& call,
                                                    const domain::ResidentId& resident);
[[nodiscard]] std::expected<domain::SealedText, Problem> seal(const Call& call,
                                                              const domain::ResidentId& resident,
                                                              const domain::StreamId& stream,
                                                              std::string_view field,
                                                              std::string_view plain);

/// Opens one piece. Only for who may read it, and told why: see sealed_reading.hpp.
[[nodiscard]] Shown open_sealed(const Call& call, const domain::StreamId& stream,
                                std::string_view field, const domain::SealedText& sealed);

}  // namespace langnghe::api
