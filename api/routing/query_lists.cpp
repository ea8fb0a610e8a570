#include "routing/query_lists.hpp"

#include <algorithm>

#include <codec/event_codec.hpp>
#include <domain/ids.hpp>

namespace langnghe::api {
namespace {

constexpr std::size_t kStreamBytesMax = 128;

bool is_stream_name(std::string_view text) {
  constexpr std::string_view kAllowed =
      "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789._-";
  return text.size() <= kStreamBytesMax &&
         text.find_first_not_of(kAllowed) == std::string_view::npos;
}

}  // namespace

std::vector<std::string> listed(Query& query, std::string_view name) {
  std::vector<std::string> values;
  const auto text = query.text(name);
  if (!text) {
    return values;
  }
  for (std::size_t from = 0; from <= text->size();) {
    const auto end = std::min(text->find(',', from), text->size());
    values.push_back(text->substr(from, end - from));
    from = end + 1;
  }
  if (values.size() > kListedValuesMax) {
    query.add(name, "too_many", std::to_string(kListedValuesMax));
    return {};
  }
  if (std::ranges::any_of(values, &std::string::empty)) {
    query.add(name, "value_required");
    return {};
  }
  return values;
}

std::vector<std::string> listed_streams(Query& query, std::string_view name) {
  auto values = listed(query, name);
  if (!std::ranges::all_of(values, is_stream_name)) {
    query.add(name, "not_well_formed_id", "[A-Za-z0-9._-]{1,128}");
    return {};
  }
  return values;
}

std::vector<std::string> listed_types(Query& query, std::string_view name) {
  auto values = listed(query, name);
  for (const auto& value : values) {
    if (std::ranges::find(codec::event_types(), std::string_view(value), &codec::EventType::type) ==
        codec::event_types().end()) {
      query.add(name, "not_a_choice", "issue.assigned|…");
      return {};
    }
  }
  return values;
}

}  // namespace langnghe::api
