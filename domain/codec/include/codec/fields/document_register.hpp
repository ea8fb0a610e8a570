#pragma once

#include <tuple>

#include <codec/fields.hpp>
#include <codec/fields/attachment.hpp>
#include <codec/wire_type.hpp>
#include <domain/document_register.hpp>

// Wire names of fields: what was ever stored under one keeps it. Include in .cpp files only.
namespace langnghe::codec {

template <>
struct Fields<domain::NumberTaken> {
  using T = domain::NumberTaken;
  static constexpr auto list =
      std::tuple{field("number", &T::number), field("type", &T::type), field("symbol", &T::symbol),
                 field("date", &T::date), field("taken_by", &T::taken_by)};
};
template <>
inline constexpr EventType kWireType<domain::NumberTaken>{"register.number_taken", 1};
template <>
struct Fields<domain::NumberVoided> {
  using T = domain::NumberVoided;
  static constexpr auto list = std::tuple{field("number", &T::number), field("type", &T::type),
                                          field("symbol", &T::symbol), field("reason", &T::reason)};
};
template <>
inline constexpr EventType kWireType<domain::NumberVoided>{"register.number_voided", 1};
template <>
struct Fields<domain::NumberAllowed> {
  using T = domain::NumberAllowed;
  static constexpr auto list = std::tuple{field("number", &T::number), field("type", &T::type),
                                          field("date", &T::date), field("reason", &T::reason)};
};
template <>
inline constexpr EventType kWireType<domain::NumberAllowed>{"register.number_allowed", 1};
template <>
struct Fields<domain::CounterTaken> {
  using T = domain::CounterTaken;
  static constexpr auto list =
      std::tuple{field("series", &T::series), field("counter", &T::counter)};
};
template <>
inline constexpr EventType kWireType<domain::CounterTaken>{"register.counter_taken", 1};
template <>
struct Fields<domain::PaperRecorded> {
  using T = domain::PaperRecorded;
  // Not `hash`: no file of that name is kept (docs/decisions/0011-attachments.md).
  static constexpr auto list = std::tuple{field("kind", &T::kind),
                                          field("of", &T::of),
                                          field("symbol", &T::symbol),
                                          field("ledger_size", &T::ledger_size),
                                          field("sha256", &T::sha256),
                                          field("template_version", &T::template_version),
                                          field("template_sha256", &T::template_sha256)};
};
template <>
inline constexpr EventType kWireType<domain::PaperRecorded>{"register.paper_recorded", 1};
template <>
struct Fields<domain::SignedFileRecorded> {
  using T = domain::SignedFileRecorded;
  static constexpr auto list =
      std::tuple{field("symbol", &T::symbol),       field("of", &T::of),
                 field("files", &T::files),         field("signer", &T::signer),
                 field("signed_on", &T::signed_on), field("signed_at", &T::signed_at)};
};
template <>
inline constexpr EventType kWireType<domain::SignedFileRecorded>{"register.signed_file_recorded",
                                                                 1};

}  // namespace langnghe::codec
