#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <papers/documents.hpp>

#include <domain/settings.hpp>
#include <domain/signing.hpp>
#include <domain/ward.hpp>

#include "reading/reading.hpp"

namespace langnghe::api::resources {

/// The number, day and signer of an issued document; a draft has none.
struct Issued {
  std::string symbol;
  domain::Date date{};
  std::optional<domain::OfficialId> signer;
  std::optional<domain::SigningCapacity> capacity;  ///< absent: the one the office gives
};

/// The ward at the moment that is read, as papers name it.
class WardFacts {
 public:
  explicit WardFacts(const Reading& reading);

  /// Without `issued` it is the head of a draft, and the chair's block stands below.
  [[nodiscard]] papers::Head head(domain::PaperKind kind,
                                  const std::optional<Issued>& issued) const;

  [[nodiscard]] const domain::WardState& ward() const { return ward_; }
  [[nodiscard]] const domain::Date& today() const { return today_; }
  [[nodiscard]] std::string khom(const domain::KhomId& id, const domain::Date& on) const;
  [[nodiscard]] std::string field(const domain::FieldCode& code) const;
  [[nodiscard]] std::string official(const domain::OfficialId& id) const;  ///< the name
  /// `Lê Văn Mẫu, Phó Chủ tịch`.
  [[nodiscard]] std::string official_with_post(const domain::OfficialId& id) const;

 private:
  domain::WardState ward_;
  domain::PolicyState policies_;
  domain::Date today_;
};

}  // namespace langnghe::api::resources
