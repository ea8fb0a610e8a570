#pragma once

#include <optional>
#include <string>
#include <vector>

#include <domain/attachment.hpp>
#include <domain/issue_values.hpp>
#include <domain/sealed.hpp>

namespace langnghe::domain {

/// The proof that a document reached its addressee. The policy says which parts a method needs; all
/// that is given is kept.
struct DeliveryProof {
  std::optional<SealedText> recipient;  ///< who took it, under the key of whom it was for
  std::optional<Acknowledgement> acknowledgement;
  std::string refusal;    ///< with `refused` alone: why nobody signed and who saw it, by office
  std::string reference;  ///< postal number, message id, line of the book of documents sent
  std::vector<Attachment> files;
  bool operator==(const DeliveryProof&) const = default;
};

}  // namespace langnghe::domain
