#pragma once

#include <tuple>

#include <codec/fields.hpp>
#include <codec/fields/sealed.hpp>
#include <domain/dialogue.hpp>

// Wire names of fields: what was ever stored under one keeps it. Include in .cpp files only.
namespace langnghe::codec {

template <>
struct Fields<domain::Venue> {
  using T = domain::Venue;
  static constexpr auto list = std::tuple{field("kind", &T::kind), field("place", &T::place),
                                          field("host_address", &T::host_address)};
};
template <>
struct Fields<domain::DialogueScheduled> {
  using T = domain::DialogueScheduled;
  static constexpr auto list = std::tuple{field("khom", &T::khom),
                                          field("date", &T::date),
                                          field("start", &T::start),
                                          field("end", &T::end),
                                          field("venue", &T::venue),
                                          field("format", &T::format),
                                          field("chair", &T::chair),
                                          field("topics", &T::topics),
                                          field("outside_office_hours", &T::outside_office_hours)};
};
template <>
struct Fields<domain::DialogueAnnounced> {
  using T = domain::DialogueAnnounced;
  static constexpr auto list =
      std::tuple{field("document", &T::document), field("channels", &T::channels),
                 field("days_before", &T::days_before), field("short_notice", &T::short_notice)};
};
template <>
struct Fields<domain::DialogueOpened> {
  using T = domain::DialogueOpened;
  static constexpr auto list =
      std::tuple{field("start", &T::start), field("chaired_by", &T::chaired_by),
                 field("substitute", &T::substitute)};
};
template <>
struct Fields<domain::AttendanceRecorded> {
  using T = domain::AttendanceRecorded;
  static constexpr auto list =
      std::tuple{field("residents", &T::residents, between(0, 1'000'000)),
                 field("officials", &T::officials), field("bodies", &T::bodies)};
};
template <>
struct Fields<domain::OpinionRecorded> {
  using T = domain::OpinionRecorded;
  static constexpr auto list = std::tuple{
      field("opinion", &T::opinion),     field("order", &T::order), field("resident", &T::resident),
      field("anonymous", &T::anonymous), field("words", &T::words), field("issues", &T::issues)};
};
template <>
struct Fields<domain::DialogueClosed> {
  using T = domain::DialogueClosed;
  static constexpr auto list =
      std::tuple{field("end", &T::end), field("residents", &T::residents),
                 field("opinions", &T::opinions), field("issues", &T::issues)};
};
template <>
struct Fields<domain::MinutesSigned> {
  using T = domain::MinutesSigned;
  static constexpr auto list = std::tuple{field("number", &T::number),
                                          field("symbol", &T::symbol),
                                          field("date", &T::date),
                                          field("signers", &T::signers),
                                          field("answered_on_the_spot", &T::answered_on_the_spot),
                                          field("noted", &T::noted),
                                          field("taken_away", &T::taken_away),
                                          field("redirected", &T::redirected)};
};

}  // namespace langnghe::codec
