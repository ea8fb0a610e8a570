#pragma once

#include <expected>
#include <string>
#include <string_view>

#include <papers/filling.hpp>
#include <papers/kinds.hpp>

#include <domain/time.hpp>
#include <domain/ward.hpp>

#include "call/call.hpp"

/// The Word template of a paper: the ward's own from its day on, else the shipped one.
namespace langnghe::api::resources {

struct PaperTemplate {
  std::string bytes;
  int version = 0;  ///< 0: the shipped one
  std::string sha256;
};
[[nodiscard]] std::expected<PaperTemplate, Problem> template_in_force(const Call& call,
                                                                      const domain::WardState& ward,
                                                                      papers::Kind kind,
                                                                      const domain::Date& on);

/// A stored file that may become a template: of nobody, and as a paper of that kind needs it. Else
/// the problem names what is wrong with it.
[[nodiscard]] std::expected<std::string, Problem> checked_template(const Call& call,
                                                                   papers::Kind kind,
                                                                   const std::string& hash);

/// A shipped template is at nobody's fault, and an adopted one was tried before.
[[nodiscard]] std::unexpected<Problem> broken_template(papers::Kind kind,
                                                       const papers::TemplateFault& fault);

}  // namespace langnghe::api::resources
