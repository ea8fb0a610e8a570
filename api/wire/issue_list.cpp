#include "shapes/issue_list.hpp"

#include <algorithm>
#include <string_view>
#include <tuple>
#include <type_traits>
#include <utility>

#include "wire/answer_text.hpp"
#include "wire/issue_fields.hpp"
#include "wire/issue_members.hpp"
#include "wire/names_fields.hpp"
#include "wire/schemas.hpp"

namespace langnghe::codec {

namespace shapes = api::shapes;

/// The members are those of the summary, of which any may be left out.
template <>
struct Kind<shapes::ChosenIssue> {
  static Json write(const shapes::ChosenIssue& issue) {
    const auto& members = *issue.members;
    auto whole = to_json(issue.summary);
    auto chosen = Json::object();
    for (const auto& member : members) {
      chosen.emplace(member, std::move(whole[member]));
    }
    return chosen;
  }
  static Schema schema(Schemas& known) {
    return known.structure("ChosenIssue", [&known] {
      ObjectSchema object;
      for_each_field<shapes::IssueSummary>([&](const auto& entry) {
        using Member =
            std::remove_cvref_t<decltype(std::declval<shapes::IssueSummary&>().*entry.member)>;
        object.add(entry.name, Kind<Member>::schema(known), false);
      });
      return object.made(known);
    });
  }
};

template <>
struct Fields<shapes::IssueCounts> {
  using T = shapes::IssueCounts;
  static constexpr std::string_view name = "IssueCounts";
  static constexpr auto list =
      std::tuple{field("type", &T::type),   field("type_not_given", &T::type_not_given),
                 field("phase", &T::phase), field("field", &T::field),
                 field("khom", &T::khom),   field("channel", &T::channel)};
};
template <>
struct Fields<shapes::IssueList> {
  using T = shapes::IssueList;
  static constexpr std::string_view name = "IssueList";
  static constexpr auto list = std::tuple{flattened(&T::head),
                                          field("today", &T::today),
                                          field("total", &T::total),
                                          field("items", &T::items),
                                          nullable("chosen", &T::chosen),
                                          nullable("next", &T::next),
                                          nullable("counts", &T::counts),
                                          field("names", &T::names)};
};
template <>
struct Fields<shapes::SimilarIssue> {
  using T = shapes::SimilarIssue;
  static constexpr std::string_view name = "SimilarIssue";
  static constexpr auto list = std::tuple{
      field("issue", &T::issue), field("same_khom", &T::same_khom), field("percent", &T::percent)};
};
template <>
struct Fields<shapes::SimilarIssues> {
  using T = shapes::SimilarIssues;
  static constexpr std::string_view name = "SimilarIssues";
  static constexpr auto list =
      std::tuple{flattened(&T::head), field("items", &T::items), field("names", &T::names)};
};

}  // namespace langnghe::codec

namespace langnghe::api::wire {

const std::vector<std::string_view>& issue_members() {
  static const auto members = [] {
    std::vector<std::string_view> names;
    codec::for_each_field<shapes::IssueSummary>(
        [&names](const auto& entry) { names.push_back(entry.name); });
    return names;
  }();
  return members;
}

template std::string text(const shapes::IssueList&);
template std::string text(const shapes::SimilarIssues&);

void describe_issue_lists(codec::Schemas& answers) {
  std::ignore = codec::Kind<shapes::IssueList>::schema(answers);
  std::ignore = codec::Kind<shapes::SimilarIssues>::schema(answers);
}

}  // namespace langnghe::api::wire
