#pragma once

#include <chrono>
#include <string>
#include <vector>

#include <domain/attachment.hpp>
#include <domain/issue_events.hpp>
#include <domain/sealed.hpp>

/// The values of which the samples are made.
namespace langnghe::codec::test {

inline domain::Date day(int y, unsigned m, unsigned d) {
  return domain::Date(std::chrono::year(y), std::chrono::month(m), std::chrono::day(d));
}

inline domain::SealedText sealed(const char* ciphertext) {
  return {domain::ResidentId{"resident-7"}, ciphertext};
}

inline domain::Attachment scan() {
  return {std::string(64, 'c'), "image/jpeg", 20'480};
}

/// One of every event of an issue.
[[nodiscard]] std::vector<domain::IssueEvent> issue_samples();

}  // namespace langnghe::codec::test
