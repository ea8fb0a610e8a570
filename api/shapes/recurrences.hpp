#pragma once

#include <vector>

#include <domain/ids.hpp>

#include "shapes/head.hpp"

/// Matters that people raise again and again, by khóm and field.
namespace langnghe::api::shapes {

struct Recurrence {
  domain::KhomId khom;
  domain::FieldCode field;
  int issues = 0;
  int recurring = 0;
  int reopened = 0;
  std::vector<domain::IssueId> ids;
};

struct RecurrenceList {
  Head head;
  std::vector<Recurrence> items;
};

}  // namespace langnghe::api::shapes
