#pragma once

#include <set>

#include <domain/ids.hpp>

#include "call/call.hpp"
#include "reading/reading.hpp"
#include "shapes/issue_list.hpp"

namespace langnghe::api {

/// The identifiers in an answer that have names.
struct NamedIds {
  std::set<domain::KhomId> khoms;
  std::set<domain::FieldCode> fields;
  std::set<domain::UserId> users;
};

/// Their names at the moment of the reading: of a khóm the one it has that day, of a field that of
/// the policy in force, or else of the newest that has it, in the reader's language. One that has
/// no name is left out.
[[nodiscard]] shapes::Names names_of(const Call& call, const Reading& reading, const NamedIds& ids);

}  // namespace langnghe::api
