#pragma once

#include <iosfwd>

#include <domain/time.hpp>

#include "init/draft.hpp"

namespace langnghe::tools {

/// A person is asked for so many fields at most, the last "shall it be written?" included.
inline constexpr int kQuestionsMax = 11;

/// Asks for what the draft does not hold yet, one line each, and for the go-ahead. An answer that
/// cannot stand is told why and asked for again; Enter takes the default. True when the person
/// wants it written. Throws std::runtime_error where the input ends before the last answer.
[[nodiscard]] bool ask_for_rest(WardDraft& draft, const domain::Date& today, std::istream& in,
                                std::ostream& out);

}  // namespace langnghe::tools
