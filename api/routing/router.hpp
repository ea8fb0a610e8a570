#pragma once

#include <functional>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <api/http_types.hpp>

#include "problems/problem.hpp"
#include "routing/target.hpp"

namespace langnghe::api {

struct Call;
struct ReadRule;

/// The users whom a route admits.
enum class Gate {
  service,  ///< anybody; outside of any ward
  ward,     ///< anybody, in a ward that exists
  member,   ///< a signed-in user of the ward with a role
};

struct Route {
  Method method{};
  std::string pattern;  ///< `/api/v1/wards/{ward}/issues/{id}`; `{name}` is one segment,
                        ///< `{name+}` at the end one or more
  Gate gate{};
  std::function<Reply(Call&)> handle;
  bool streams_body = false;  ///< takes `Request::body_stream`, unless the body says it is JSON
  const ReadRule* readers = nullptr;  ///< of a read for members: who may ask for it; none: nobody
};

inline constexpr std::string_view kWardBase = "/api/v1/wards/{ward}/";

/// Finds the route of a path. Built once; then read from any thread.
class Router {
 public:
  explicit Router(std::vector<Route> routes);

  struct Match {
    const Route* route = nullptr;  ///< none: the method is not one of `methods`
    std::map<std::string_view, std::string> params;
    std::string methods;  ///< for Allow; empty: no route has this path
  };
  [[nodiscard]] Match find(Method method, const Target& target) const;
  [[nodiscard]] std::span<const Route> routes() const { return routes_; }

 private:
  struct Shape {
    std::vector<std::string_view> segments;  ///< point into the route's pattern
    std::vector<bool> are_params;            ///< of each segment
    bool has_rest = false;                   ///< the last one takes one segment or more
  };
  [[nodiscard]] static bool fits(const Shape& shape, const Target& target);

  std::vector<Route> routes_;
  std::vector<Shape> shapes_;
};

[[nodiscard]] std::string_view name_of(Method method);

/// Every route of the service: one list, which the contract is compared with.
[[nodiscard]] std::vector<Route> all_routes();

}  // namespace langnghe::api
