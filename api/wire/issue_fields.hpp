#pragma once

#include <tuple>

#include <codec/fields.hpp>
#include <codec/fields/issue.hpp>
#include <codec/fields/resident.hpp>

#include "shapes/issues.hpp"
#include "wire/common_fields.hpp"

// The descriptions of what several answers show of an issue. Include in wire/*.cpp only.
template <>
struct langnghe::codec::Fields<langnghe::api::shapes::IssueSummary> {
  using T = api::shapes::IssueSummary;
  static constexpr std::string_view name = "IssueSummary";
  static constexpr auto list = std::tuple{field("id", &T::id),
                                          field("version", &T::version),
                                          field("phase", &T::phase),
                                          field("open", &T::open),
                                          field("subject", &T::subject),
                                          field("khom", &T::khom),
                                          field("field", &T::field),
                                          nullable("type", &T::type),
                                          nullable("complexity", &T::complexity),
                                          field("pressing", &T::pressing),
                                          field("channel", &T::channel),
                                          field("dialogue", &T::dialogue),
                                          field("received", &T::received),
                                          nullable("assignee", &T::assignee),
                                          nullable("unit", &T::unit),
                                          nullable("first_reply_due", &T::first_reply_due),
                                          nullable("first_reply_on", &T::first_reply_on),
                                          nullable("original_due", &T::original_due),
                                          nullable("effective_due", &T::effective_due),
                                          field("overdue", &T::overdue),
                                          nullable("settled_on", &T::settled_on),
                                          nullable("delivered_on", &T::delivered_on),
                                          nullable("contested_on", &T::contested_on),
                                          field("returns", &T::returns),
                                          field("escalation", &T::escalation),
                                          nullable("paused_until", &T::paused_until),
                                          field("extensions", &T::extensions),
                                          field("extension_requested", &T::extension_requested),
                                          field("reopenings", &T::reopenings),
                                          field("reopen_requested", &T::reopen_requested),
                                          nullable("verdict", &T::verdict)};
};

template <>
struct langnghe::codec::Fields<langnghe::api::shapes::ShownSpeaker> {
  using T = api::shapes::ShownSpeaker;
  static constexpr std::string_view name = "ShownResident";
  static constexpr auto list = std::tuple{
      field("id", &T::resident),  field("phase", &T::phase),    nullable("erasure", &T::erasure),
      nullable("name", &T::name), nullable("phone", &T::phone), nullable("address", &T::address)};
};
