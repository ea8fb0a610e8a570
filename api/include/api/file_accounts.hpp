#pragma once

#include <filesystem>
#include <functional>
#include <memory>

#include <api/accounts.hpp>
#include <api/limits.hpp>

namespace langnghe::api {

/// Accounts in `accounts.json` (mode 0600, replaced atomically, read again when another process
/// changed it): Argon2id hashes of passwords (libsodium), BLAKE2b hashes of tokens, links and
/// devices. Login sessions are in memory and in `sessions.json` beside it, as digests of their
/// cookies; failed sign-ins live in memory and end with the process.
class FileAccounts final : public Accounts {
 public:
  /// `device_now` is the time of the devices that make codes, where it is not `now`: a
  /// demonstration's clock can be set, a phone's goes by the real time.
  FileAccounts(const std::filesystem::path& file, Limits limits,
               std::function<domain::Instant()> now,
               std::function<domain::Instant()> device_now = {});
  ~FileAccounts() override;

  [[nodiscard]] std::expected<void, AccountError> set_password(
      std::string_view ledger, const domain::UserId& user, std::string_view password,
      const std::optional<AccountActor>& by, domain::PasswordMeans means) override;
  [[nodiscard]] std::expected<SignInLink, AccountError> make_sign_in_link(
      std::string_view ledger, const domain::UserId& user, const AccountActor& by) override;
  [[nodiscard]] std::expected<std::string, AccountError> use_sign_in_link(
      std::string_view ledger, const domain::UserId& user, std::string_view code,
      std::string_view password, std::string_view peer, const AccountActor& by) override;
  [[nodiscard]] std::expected<std::string, AccountError> make_token(
      std::string_view ledger, const domain::UserId& user, std::string_view label,
      std::chrono::hours lifetime, const std::optional<AccountActor>& by) override;
  [[nodiscard]] std::vector<Token> tokens(std::string_view ledger,
                                          const domain::UserId& user) override;
  [[nodiscard]] std::expected<bool, AccountError> revoke_token(std::string_view ledger,
                                                               const domain::UserId& user,
                                                               std::string_view id) override;
  [[nodiscard]] std::expected<void, AccountError> revoke_tokens(
      std::string_view ledger, const domain::UserId& user) override;
  [[nodiscard]] std::optional<SecondFactor> second_factor(std::string_view ledger,
                                                          const domain::UserId& user) override;
  [[nodiscard]] std::expected<SecondFactorOffer, AccountError> offer_second_factor(
      std::string_view ledger, const domain::UserId& user) override;
  [[nodiscard]] std::expected<std::vector<std::string>, AccountError> turn_on_second_factor(
      std::string_view ledger, const domain::UserId& user, std::string_view code,
      const AccountActor& by) override;
  [[nodiscard]] std::expected<bool, AccountError> turn_off_second_factor(
      std::string_view ledger, const domain::UserId& user, const AccountActor& by) override;
  [[nodiscard]] std::string fault(bool expected) override;
  [[nodiscard]] std::vector<SavedView> saved_views(std::string_view ledger,
                                                   const domain::UserId& user) override;
  [[nodiscard]] std::expected<void, AccountError> save_view(std::string_view ledger,
                                                            const domain::UserId& user,
                                                            const SavedView& view) override;
  [[nodiscard]] std::expected<bool, AccountError> drop_view(std::string_view ledger,
                                                            const domain::UserId& user,
                                                            std::string_view id) override;
  [[nodiscard]] bool has_account(std::string_view ledger, const domain::UserId& user) override;
  [[nodiscard]] bool has_password(std::string_view ledger, const domain::UserId& user) override;
  [[nodiscard]] bool has_untold() const override;
  [[nodiscard]] std::vector<AccountAct> untold(std::string_view ledger) override;
  [[nodiscard]] std::vector<std::string> ledgers_untold() override;
  [[nodiscard]] std::expected<void, AccountError> told(
      std::string_view ledger, const std::vector<std::string>& ids) override;
  [[nodiscard]] std::expected<LoginSession, AccountError> sign_in(
      std::string_view ledger, const domain::UserId& user, std::string_view password,
      std::string_view peer, std::string_view device, std::string_view code) override;
  [[nodiscard]] std::expected<void, AccountError> prove(
      std::string_view ledger, const domain::UserId& user, std::string_view password,
      std::string_view peer, const std::optional<std::string>& code) override;
  [[nodiscard]] Welcome welcome(std::string_view cookie, std::string_view device,
                                std::uint64_t ledger_size) override;
  [[nodiscard]] std::expected<void, AccountError> sign_out(std::string_view cookie) override;
  [[nodiscard]] std::vector<SessionRow> sessions(std::string_view ledger,
                                                 const domain::UserId& user) override;
  [[nodiscard]] std::expected<void, AccountError> end_sessions(std::string_view ledger,
                                                               const domain::UserId& user) override;
  [[nodiscard]] std::expected<bool, AccountError> end_session(std::string_view ledger,
                                                              const domain::UserId& user,
                                                              std::string_view id) override;
  [[nodiscard]] std::vector<FailedSignIn> failed_sign_ins(std::string_view ledger,
                                                          const domain::UserId& user) override;
  [[nodiscard]] std::optional<Identity> by_cookie(std::string_view cookie) override;
  [[nodiscard]] bool has_session(std::string_view cookie) override;
  [[nodiscard]] std::optional<Identity> by_token(std::string_view token) override;

 private:
  struct Parts;
  struct Try;
  std::unique_ptr<Parts> parts_;
};

}  // namespace langnghe::api
