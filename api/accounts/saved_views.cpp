// The views that a person saved: named filters of a list. No secret; kept with the account.
#include <algorithm>

#include <api/accounts.hpp>

#include "accounts/accounts_parts.hpp"

namespace langnghe::api {

using Done = std::expected<void, AccountError>;

std::vector<Accounts::SavedView> FileAccounts::saved_views(std::string_view ledger,
                                                           const domain::UserId& user) {
  const auto snapshot = parts_->file.read();
  const auto* const account = snapshot ? find_account(snapshot, key_of(ledger, user)) : nullptr;
  return account == nullptr ? std::vector<SavedView>() : account->views;
}

Done FileAccounts::save_view(std::string_view ledger, const domain::UserId& user,
                             const SavedView& view) {
  return parts_->file.update([&](AccountBook& book) -> Done {
    const auto found = book.find(key_of(ledger, user));
    if (found == book.end()) {
      return std::unexpected(AccountError::unknown_user);
    }
    auto& views = found->second.views;
    const auto known = std::ranges::find(views, view.id, &SavedView::id);
    if (known != views.end()) {
      *known = view;
    } else if (views.size() >= kSavedViewsMax) {
      return std::unexpected(AccountError::too_many_views);
    } else {
      views.push_back(view);
    }
    return {};
  });
}

std::expected<bool, AccountError> FileAccounts::drop_view(std::string_view ledger,
                                                          const domain::UserId& user,
                                                          std::string_view id) {
  bool dropped = false;
  const auto written = parts_->file.update([&](AccountBook& book) -> Done {
    const auto found = book.find(key_of(ledger, user));
    if (found != book.end()) {
      dropped = std::erase_if(found->second.views,
                              [&](const SavedView& view) { return view.id == id; }) > 0;
    }
    return {};
  });
  if (!written) {
    return std::unexpected(written.error());
  }
  return dropped;
}

}  // namespace langnghe::api
