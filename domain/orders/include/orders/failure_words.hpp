#pragma once

#include <string>

#include <orders/ward_handler.hpp>

namespace langnghe::orders {

/// Why an order was not carried out, for a log or the command line: of a refusal its code, of a
/// fault of the machine its context. Holds no personal data.
[[nodiscard]] std::string words_of(const Failure& failure);

/// Have the rules said no? Everything else may be otherwise the next time.
[[nodiscard]] bool is_refused(const Failure& failure);

}  // namespace langnghe::orders
