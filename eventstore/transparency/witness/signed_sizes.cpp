#include "witness/signed_sizes.hpp"

#include <utility>

#include <files/durable_file.hpp>

#include "proof/text_forms.hpp"

namespace langnghe::eventstore {
namespace {

constexpr std::size_t kBytesMax = 1u << 20;

}  // namespace

SignedSizes::SignedSizes(std::filesystem::path file) : file_(std::move(file)) {
  const auto content = read_small_file(file_, kBytesMax);
  if (!content || !*content) {
    return;
  }
  std::string_view text = **content;
  while (const auto line = take_line(text)) {
    const std::size_t first = std::min(line->find(' '), line->size());
    const std::size_t second = std::min(line->find(' ', first + 1), line->size());
    const auto size = from_decimal(line->substr(0, first));
    const auto at =
        second > first ? from_decimal(line->substr(first + 1, second - first - 1)) : std::nullopt;
    if (size && at && second < line->size()) {
      last_[std::string(line->substr(second + 1))] = {*size, *at};
    }
  }
}

SignedSizes::Signed SignedSizes::of(const std::string& verifier_key) const {
  const auto found = last_.find(verifier_key);
  return found == last_.end() ? Signed{} : found->second;
}

void SignedSizes::set(const std::string& verifier_key, Signed last) {
  last_[verifier_key] = last;
}

ProofResult<void> SignedSizes::save() const {
  std::string text;
  for (const auto& [key, last] : last_) {
    text += std::to_string(last.size) + " " + std::to_string(last.at) + " " + key + "\n";
  }
  if (const auto fault = replace_file(file_, text)) {
    return std::unexpected(
        ProofError{ProofErrorCode::unavailable, file_.string() + ": " + fault.message()});
  }
  return {};
}

}  // namespace langnghe::eventstore
