#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "acting/acting.hpp"
#include "reading/personal_data.hpp"

namespace langnghe::api {

/// One fault of the body that the reader of fields cannot know of.
[[nodiscard]] Problem body_fault(std::string pointer, std::string_view code);

[[nodiscard]] bool is_blank(std::string_view text);

/// A fault at `pointer` unless the ledger knows this resident and the caller may know of them:
/// sealing for somebody unknown would leave a key that belongs to nobody.
[[nodiscard]] std::optional<Problem> check_known(const Call& call,
                                                 const domain::ResidentId& resident,
                                                 std::string_view pointer);

/// Seals the parts of one act under one resident's key. Seals nothing for an act that is a repeat,
/// or that the role may not do: such an act stores nothing, and must leave no key behind.
class Sealer {
 public:
  /// `make_key`: the resident is new and has no key yet.
  Sealer(const Call& call, const Intake& intake, domain::ResidentId resident, bool make_key);

  [[nodiscard]] domain::SealedText seal(const domain::StreamId& stream, std::string_view field,
                                        std::string_view plain);
  [[nodiscard]] std::optional<domain::SealedText> seal_if(const domain::StreamId& stream,
                                                          std::string_view field,
                                                          const std::optional<std::string>& plain);
  [[nodiscard]] bool failed() const { return problem_.has_value(); }
  [[nodiscard]] const Problem& problem() const { return *problem_; }

 private:
  const Call& call_;
  domain::ResidentId resident_;
  bool idle_ = false;
  std::optional<Problem> problem_;  ///< the first one
};

}  // namespace langnghe::api
