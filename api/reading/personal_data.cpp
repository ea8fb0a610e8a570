#include "reading/personal_data.hpp"

#include <log/log.hpp>
#include <vault/vault.hpp>

namespace langnghe::api {
namespace {

eventstore::SealBinding binding(const Call& call, const domain::StreamId& stream,
                                std::string_view field) {
  return {call.ledger_id(), {stream.value}, std::string(field)};
}

std::string key_of(const Call& call, const domain::ResidentId& resident) {
  return eventstore::key_subject(call.ledger_id(), resident.value);
}

Problem vault_problem(const eventstore::VaultError& error) {
  if (error.code == eventstore::VaultErrorCode::key_destroyed) {
    return problem(ProblemCode::resident_key_destroyed);
  }
  log::error("vault: " + error.context);
  return retry_later(problem(ProblemCode::vault_unavailable), 30);
}

}  // namespace

std::string words_field(const domain::OpinionId& opinion) {
  return "opinion.words:" + opinion.value;
}

std::expected<void, Problem> make_key(const Call& call, const domain::ResidentId& resident) {
  auto& vault = call.services.vault;
  const auto stream = domain::stream_of(resident);
  const auto known = call.services.store.version_of(call.ledger_id(), {stream.value});
  if (!known) {
    return fail(store_problem(known.error()));
  }
  if (*known == eventstore::kAbsent) {
    const auto made = vault.create_key(key_of(call, resident));
    return made ? std::expected<void, Problem>{} : fail(vault_problem(made.error()));
  }
  // Whom the ledger knows has had a key. A new one in place of one that is lost could never open
  // what was sealed, and would stand in the way of the true one when it is found.
  const auto there = vault.seal(key_of(call, resident), binding(call, stream, "probe"), "");
  return there ? std::expected<void, Problem>{} : fail(vault_problem(there.error()));
}

std::expected<domain::SealedText, Problem> seal(const Call& call,
                                                const domain::ResidentId& resident,
                                                const domain::StreamId& stream,
                                                std::string_view field, std::string_view plain) {
  auto sealed =
      call.services.vault.seal(key_of(call, resident), binding(call, stream, field), plain);
  if (!sealed) {
    return fail(vault_problem(sealed.error()));
  }
  return domain::SealedText{resident, std::move(*sealed)};
}

Shown open_sealed(const Call& call, const domain::StreamId& stream, std::string_view field,
                  const domain::SealedText& sealed) {
  auto opened = call.services.vault.open(key_of(call, sealed.resident),
                                         binding(call, stream, field), sealed.ciphertext);
  if (opened) {
    return {Shown::As::plain, std::move(*opened)};
  }
  if (opened.error().code == eventstore::VaultErrorCode::key_destroyed) {
    return {Shown::As::erased, {}};
  }
  log::error("vault: " + opened.error().context);
  return {Shown::As::unreadable, {}};
}

}  // namespace langnghe::api
