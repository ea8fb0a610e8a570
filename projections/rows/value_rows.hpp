#pragma once

#include <domain/attachment.hpp>
#include <domain/delivery_proof.hpp>
#include <domain/sealed.hpp>

#include "rows/row.hpp"

/// How values that many events speak in lie in rows.
namespace langnghe::projections::row {

void fields(auto& archive, Of<domain::SealedText> auto& value) {
  auto& [resident, ciphertext] = value;
  archive(resident, ciphertext);
}
void fields(auto& archive, Of<domain::Attachment> auto& value) {
  auto& [hash, media_type, bytes] = value;
  archive(hash, media_type, bytes);
}
void fields(auto& archive, Of<domain::DeliveryProof> auto& value) {
  auto& [recipient, acknowledgement, refusal, reference, files] = value;
  archive(recipient, acknowledgement, refusal, reference, files);
}

}  // namespace langnghe::projections::row
