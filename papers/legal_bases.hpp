#pragma once

#include <string>
#include <string_view>

#include <domain/time.hpp>

namespace langnghe::papers {

/// The grounds that a kind of paper names on that day, one on a line, with `;` and at last `.`
/// (Decree 30/2020, Annex I). `more` are the ward's own, in front of the full stop.
[[nodiscard]] std::string legal_bases(std::string_view kind, const domain::Date& day,
                                      std::string_view more = {});

}  // namespace langnghe::papers
