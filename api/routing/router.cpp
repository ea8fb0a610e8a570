#include "routing/router.hpp"

#include <algorithm>
#include <set>

namespace langnghe::api {
namespace {

bool is_param(std::string_view segment) {
  return segment.size() > 2 && segment.front() == '{' && segment.back() == '}';
}

/// `{name+}`: the rest of the path, one segment or more.
bool is_rest(std::string_view segment) {
  return is_param(segment) && segment.ends_with("+}");
}

std::string join(std::span<const std::string> segments) {
  std::string path;
  for (const auto& segment : segments) {
    path += path.empty() ? "" : "/";
    path += segment;
  }
  return path;
}

std::vector<std::string_view> split(std::string_view pattern) {
  std::vector<std::string_view> segments;
  pattern.remove_prefix(1);
  while (!pattern.empty()) {
    const auto slash = std::min(pattern.find('/'), pattern.size());
    segments.push_back(pattern.substr(0, slash));
    pattern.remove_prefix(std::min(slash + 1, pattern.size()));
  }
  return segments;
}

}  // namespace

std::string_view name_of(Method method) {
  switch (method) {
    case Method::get:
      return "GET";
    case Method::head:
      return "HEAD";
    case Method::post:
      return "POST";
    case Method::put:
      return "PUT";
    case Method::delete_:
      return "DELETE";
    case Method::options:
      return "OPTIONS";
    case Method::other:
      break;
  }
  return "other";
}

Router::Router(std::vector<Route> routes) : routes_(std::move(routes)) {
  for (const auto& route : routes_) {
    auto& shape = shapes_.emplace_back(Shape{split(route.pattern), {}, false});
    for (const auto segment : shape.segments) {
      shape.are_params.push_back(is_param(segment));
    }
    shape.has_rest = !shape.segments.empty() && is_rest(shape.segments.back());
  }
}

bool Router::fits(const Shape& shape, const Target& target) {
  const auto count = shape.segments.size();
  if (shape.has_rest ? target.segments.size() < count : target.segments.size() != count) {
    return false;
  }
  // From the end: nearly all routes begin alike.
  for (std::size_t i = count; i-- > 0;) {
    const bool any = shape.are_params[i] && !target.segments[i].empty();
    if (!any && shape.segments[i] != target.segments[i]) {
      return false;
    }
  }
  return true;
}

Router::Match Router::find(Method method, const Target& target) const {
  const auto wanted = method == Method::head ? Method::get : method;
  Match match;
  std::set<std::string_view> methods;
  for (std::size_t i = 0; i < routes_.size(); ++i) {
    if (!fits(shapes_[i], target)) {
      continue;
    }
    methods.insert(name_of(routes_[i].method));
    if (routes_[i].method != wanted || match.route != nullptr) {
      continue;
    }
    match.route = &routes_[i];
    for (std::size_t j = 0; j < shapes_[i].segments.size(); ++j) {
      const auto segment = shapes_[i].segments[j];
      if (is_rest(segment)) {
        match.params.emplace(segment.substr(1, segment.size() - 3),
                             join(std::span(target.segments).subspan(j)));
      } else if (is_param(segment)) {
        match.params.emplace(segment.substr(1, segment.size() - 2), target.segments[j]);
      }
    }
  }
  if (methods.contains("GET")) {
    methods.insert("HEAD");
  }
  for (const auto name : methods) {
    match.methods += match.methods.empty() ? "" : ", ";
    match.methods += name;
  }
  return match;
}

}  // namespace langnghe::api
