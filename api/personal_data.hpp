#pragma once

#include <expected>
#include <optional>
#include <string>
#include <string_view>

#include <domain/sealed.hpp>

#include "access.hpp"
#include "call.hpp"

/// The rim where personal data is sealed before it reaches the rules, and opened for who may read
/// it (domain.md rule 15).
namespace langnghe::api {

/// A piece of personal data as one reader is shown it.
struct Shown {
  enum class As {
    plain,
    sealed,      ///< the reader's role does not need it
    erased,      ///< the key was destroyed: nobody can open it any more
    unreadable,  ///< the vault cannot open it now
  };
  As as = As::sealed;
  std::string text;  ///< plain only
};

/// Where each piece is bound: a ciphertext moved elsewhere does not open.
inline constexpr std::string_view kNameField = "resident.name";
inline constexpr std::string_view kPhoneField = "resident.phone";
inline constexpr std::string_view kAddressField = "resident.address";
inline constexpr std::string_view kHostAddressField = "venue.host_address";
inline constexpr std::string_view kFeedbackField = "feedback.words";
[[nodiscard]] std::string words_field(const domain::OpinionId& opinion);

/// Makes the resident's key if there is none yet.
[[nodiscard]] std::expected<void, Problem> make_key(const Call& call,
                                                    const domain::ResidentId& resident);
[[nodiscard]] std::expected<domain::SealedText, Problem> seal(const Call& call,
                                                              const domain::ResidentId& resident,
                                                              const domain::StreamId& stream,
                                                              std::string_view field,
                                                              std::string_view plain);

/// Opens one piece if the reader's share of personal data covers it.
[[nodiscard]] Shown show(const Call& call, bool may, const domain::StreamId& stream,
                         std::string_view field, const domain::SealedText& sealed);
[[nodiscard]] std::optional<Shown> show(const Call& call, bool may, const domain::StreamId& stream,
                                        std::string_view field,
                                        const std::optional<domain::SealedText>& sealed);

}  // namespace langnghe::api
