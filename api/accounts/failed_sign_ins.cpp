#include "accounts/failed_sign_ins.hpp"

#include <algorithm>

#include "accounts/sign_in_throttle.hpp"

namespace langnghe::api {

void FailedSignIns::add(const AccountKey& account, std::string_view peer, domain::Instant now,
                        bool refused) {
  const auto address = network_of(peer);
  const std::lock_guard lock(mutex_);
  auto& rows = rows_[account];
  auto row = std::ranges::find(rows, address, &FailedSignIn::address);
  if (row == rows.end()) {
    if (rows.size() == kRowsOfAccountMax) {
      rows.erase(std::ranges::min_element(rows, {}, &FailedSignIn::last));
    }
    rows.push_back({{account.user}, address, now, now, 0, 0});
    row = std::prev(rows.end());
  }
  row->last = std::max(row->last, now);
  ++row->times;
  row->refused += refused ? 1 : 0;
}

std::vector<FailedSignIn> FailedSignIns::of(const AccountKey& account) const {
  std::vector<FailedSignIn> found;
  {
    const std::lock_guard lock(mutex_);
    for (const auto& [key, rows] : rows_) {
      if (key.ledger == account.ledger && (account.user.empty() || key.user == account.user)) {
        found.insert(found.end(), rows.begin(), rows.end());
      }
    }
  }
  std::ranges::stable_sort(found, std::ranges::greater(), &FailedSignIn::last);
  return found;
}

}  // namespace langnghe::api
