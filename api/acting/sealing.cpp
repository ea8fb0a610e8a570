#include "acting/sealing.hpp"

#include "admission/visible_subject.hpp"

namespace langnghe::api {
namespace {

/// Stands where a ciphertext would, in a command that stores nothing.
constexpr std::string_view kNotSealed = "-";

}  // namespace

Problem body_fault(std::string pointer, std::string_view code) {
  auto made = problem(ProblemCode::body_invalid);
  made.faults.push_back({Fault::In::body, std::move(pointer), std::string(code), ""});
  return made;
}

bool is_blank(std::string_view text) {
  return text.find_first_not_of(" \t\r\n") == std::string_view::npos;
}

std::optional<Problem> check_known(const Call& call, const domain::ResidentId& resident,
                                   std::string_view pointer) {
  const auto khom = khom_of(call, domain::stream_of(resident));
  if (!khom) {
    return khom.error();
  }
  if (!khom->has_value() || !call.access->sees(**khom)) {
    return body_fault(std::string(pointer), "does_not_exist");
  }
  return std::nullopt;
}

Sealer::Sealer(const Call& call, const Intake& intake, domain::ResidentId resident, bool make_key)
    : call_(call), resident_(std::move(resident)), idle_(intake.answered.has_value()) {
  if (idle_ || !make_key) {
    return;
  }
  if (auto made = api::make_key(call_, resident_); !made) {
    problem_ = std::move(made.error());
  }
}

domain::SealedText Sealer::seal(const domain::StreamId& stream, std::string_view field,
                                std::string_view plain) {
  if (idle_ || problem_) {
    return {resident_, std::string(kNotSealed)};
  }
  auto sealed = api::seal(call_, resident_, stream, field, plain);
  if (!sealed) {
    problem_ = std::move(sealed.error());
    return {resident_, std::string(kNotSealed)};
  }
  return std::move(*sealed);
}

std::optional<domain::SealedText> Sealer::seal_if(const domain::StreamId& stream,
                                                  std::string_view field,
                                                  const std::optional<std::string>& plain) {
  if (!plain) {
    return std::nullopt;
  }
  return seal(stream, field, std::string_view(*plain));
}

}  // namespace langnghe::api
