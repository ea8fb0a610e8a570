#pragma once

#include <optional>
#include <string>

#include <domain/ids.hpp>
#include <domain/issue_events.hpp>

namespace langnghe::search {

/// All of an issue that is indexed. Its texts are in search form; what is sealed has no place here.
struct IssueWords {
  domain::KhomId khom;
  domain::FieldCode field;
  std::string subject;
  std::string answer;
  std::string notice;  ///< numbers of what was written to the resident, also of what was replaced
  bool operator==(const IssueWords&) const = default;
};

/// An issue in the index: not yet, with its words, or never again.
struct IndexedWords {
  std::optional<IssueWords> words;
  bool is_gone = false;  ///< voided, taken down, or a denunciation: nothing of it is kept or comes
};

/// Folds one event. Total, and free of everything that the event does not say.
void evolve(IndexedWords& issue, const domain::IssueEvent& event);

}  // namespace langnghe::search
