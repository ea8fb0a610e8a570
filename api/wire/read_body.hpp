#pragma once

#include <expected>
#include <optional>
#include <span>
#include <string_view>
#include <tuple>
#include <utility>
#include <vector>

#include <codec/fields.hpp>

#include "wire/commands.hpp"
#include "wire/schemas.hpp"

// Reads a described struct from a request's body. Include in wire/*.cpp only.
template <class T>
struct langnghe::codec::Fields<langnghe::api::wire::DatedBody<T>> {
  using Whole = api::wire::DatedBody<T>;
  static constexpr auto list =
      std::tuple{flattened(&Whole::what), field("happened", &Whole::happened)};
};

namespace langnghe::api::wire {

template <class T>
[[nodiscard]] std::expected<T, Problem> read_plain(std::string_view body) {
  auto json = body.empty() ? codec::Json::object() : codec::Json();
  if (!body.empty()) {
    auto parsed = codec::parse_json(body);
    if (!parsed) {
      return fail(body_problem({parsed.error()}));
    }
    json = std::move(*parsed);
  }
  T out{};
  if (auto read = codec::from_json(json, out); !read) {
    return fail(body_problem(read.error()));
  }
  return out;
}

template <class T>
[[nodiscard]] Read<T> read_body(std::string_view body) {
  return read_plain<DatedBody<T>>(body);
}

/// The key of the ward, its calendar and its policy: there is one stream of each, so the path names
/// none.
struct OnlyStream {};

// Each sets the member of the command that the path names.
template <class C>
void set_target(C& /*command*/, const OnlyStream& /*key*/) {}
template <class C>
void set_target(C& command, const domain::DialogueId& dialogue) {
  command.dialogue = dialogue;
}
template <class C>
void set_target(C& command, const domain::IssueId& issue) {
  command.issue = issue;
}
template <class C>
void set_target(C& command, const domain::UserId& user) {
  command.user = user;
}
template <class C>
void set_target(C& command, const domain::ReportKey& report) {
  command.report = report;
}
template <class C>
void set_target(C& command, const domain::ResidentId& resident) {
  command.resident = resident;
}
template <class C>
void set_target(C& command, const int& year) {
  command.year = year;
}

/// A file is named by the SHA-256 of its bytes; another name would name nothing.
[[nodiscard]] std::optional<Problem> check_files(const std::vector<domain::Attachment>& files);

/// One act of a stream; `Key` is what the path says of the stream.
template <class Key>
struct ActReader {
  std::string_view act;
  Read<domain::Command> (*read)(const Key& key, std::string_view body);
  codec::Schema (*schema)(codec::Schemas& known);
};

template <class C, class Key>
Read<domain::Command> read_act(const Key& key, std::string_view body) {
  auto told = read_body<C>(body);
  if (!told) {
    return std::unexpected(std::move(told.error()));
  }
  if constexpr (requires { told->what.files; }) {
    if (auto wrong = check_files(told->what.files)) {
      return fail(*std::move(wrong));
    }
  }
  set_target(told->what, key);
  return DatedBody<domain::Command>{std::move(told->what), told->happened};
}

template <class C, class Key>
constexpr ActReader<Key> reader_of() {
  return {C::kAct, &read_act<C, Key>, &codec::Kind<DatedBody<C>>::schema};
}

template <class Key>
Read<domain::Command> read_with(std::span<const ActReader<Key>> readers, std::string_view act,
                                const Key& key, std::string_view body) {
  for (const auto& reader : readers) {
    if (reader.act == act) {
      return reader.read(key, body);
    }
  }
  return fail(ProblemCode::unknown_path);
}

/// The bodies of these acts, for the contract.
template <class Key>
void describe_acts(std::span<const ActReader<Key>> readers, domain::Subject subject,
                   Bodies& bodies) {
  for (const auto& reader : readers) {
    bodies.of.emplace(act_path(subject, reader.act), reader.schema(bodies.known));
  }
}

/// The same of an act whose body is not its command's.
template <class T>
void describe_act(domain::Subject subject, std::string_view act, Bodies& bodies) {
  bodies.of.emplace(act_path(subject, act), codec::Kind<DatedBody<T>>::schema(bodies.known));
}

}  // namespace langnghe::api::wire
