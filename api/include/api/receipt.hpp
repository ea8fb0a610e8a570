#pragma once

#include <string>
#include <string_view>

#include <transparency/checkpoint.hpp>

namespace langnghe::api {

/// The receipt that a resident takes home on paper: words for people, in both languages, and below
/// them the proof (C2SP tlog-proof) with the record itself as its extra data. Only the proof is
/// evidence; who checks it believes nothing above it. `record` is proven by `receipt`. `case_code`
/// stands among the words where there is one.
[[nodiscard]] std::string printable_receipt(const eventstore::Receipt& receipt,
                                            std::string_view record,
                                            std::string_view case_code = {});

}  // namespace langnghe::api
