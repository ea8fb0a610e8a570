#include "live/live_filter.hpp"

#include <algorithm>

namespace langnghe::api {
namespace {

template <class T>
bool has(const std::vector<T>& wanted, const T& value) {
  return wanted.empty() || std::ranges::find(wanted, value) != wanted.end();
}

}  // namespace

bool LiveFilter::admits(const LiveRecord& record) const {
  return has(kinds, record.kind) && has(streams, record.stream) && has(types, record.type);
}

}  // namespace langnghe::api
