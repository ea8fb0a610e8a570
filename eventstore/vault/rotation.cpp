#include <cerrno>
#include <cstdio>
#include <map>
#include <optional>
#include <utility>

#include <files/durable_file.hpp>
#include <vault/key_file.hpp>
#include <vault/vault.hpp>

#include "key_wrap.hpp"
#include "master_key.hpp"
#include "rotation_folder.hpp"
#include "seal.hpp"

namespace langnghe::eventstore {
namespace {

namespace fs = std::filesystem;
using Done = std::expected<void, VaultError>;
constexpr std::size_t kMasterBytesMax = 2 * kKeyBytes + 2;

std::unexpected<VaultError> unavailable(std::string_view what, const std::error_code& fault) {
  return std::unexpected(
      VaultError{VaultErrorCode::unavailable, std::string(what) + ": " + fault.message()});
}

fs::path next_of(const fs::path& master_file) {
  return master_file.string() + ".next";
}

std::expected<SecretKey, VaultError> load_file(const fs::path& file, bool make) {
  return load_master_key(
      {.directory = {}, .master_file = file, .master_hex = {}, .create_master = make});
}

/// Is the vault as a whole under this key? The check tells, and it changes places with the rest.
std::expected<bool, VaultError> is_under(const SecretKey& master, const fs::path& vault) {
  const auto check = read_small_file(vault / kMasterCheckFile, kKeyFileBytes);
  if (!check) {
    return unavailable("the master check cannot be read", check.error());
  }
  if (!*check) {
    return std::unexpected(
        VaultError{VaultErrorCode::unavailable, "there is no vault here, or no master check"});
  }
  return unwrap(master, **check, place_of_master_check()).has_value();
}

/// Wraps all files of one vault for the folder beside it.
class Rewrapping {
 public:
  Rewrapping(const MasterRotation& rotation, const SecretKey& before, const SecretKey& after)
      : rotation_(rotation),
        before_(before),
        after_(after),
        from_(rotation.vault.directory),
        to_(rotation_folder(from_)) {}

  std::expected<RotatedKeys, VaultError> run() {
    const auto files = list_key_files(from_);
    if (!files) {
      return unavailable("the vault cannot be listed", files.error());
    }
    if (const auto fault = make_directories(to_)) {
      return unavailable("the folder of the new keys cannot be made", fault);
    }
    for (const fs::path& file : *files) {
      if (auto done = renew(file); !done) {
        return std::unexpected(std::move(done.error()));
      }
    }
    auto done = put(kMasterCheckFile, wrap(after_, SecretKey::random(), place_of_master_check()));
    return done ? std::expected<RotatedKeys, VaultError>(count_)
                : std::unexpected(std::move(done.error()));
  }

 private:
  Done renew(const fs::path& file) {
    const auto content = read_small_file(from_ / file, kKeyFileBytes);
    if (!content && content.error() != std::errc::file_too_large) {
      return unavailable("a key cannot be read", content.error());
    }
    const std::string bytes = content ? content->value_or("") : std::string("?");
    if (kind_of(bytes) == KeyFileKind::tombstone) {
      ++count_.destroyed;
      return put(file, bytes);
    }
    const KeyPlace place = place_in(file, bytes);
    const auto key = unwrap(before_, bytes, place);
    ++(key ? count_.renewed : count_.left);
    return put(file, key ? wrap(after_, *key, place) : bytes);
  }

  KeyPlace place_in(const fs::path& file, const std::string& bytes) {
    const std::string name = file.parent_path().string() + file.filename().string();
    return {name, bytes.starts_with(kFirstKeyMark) ? subject_of(name) : std::string()};
  }

  std::string subject_of(const std::string& name) {
    if (!subjects_) {
      subjects_.emplace();
      for (std::string& subject :
           rotation_.subjects ? rotation_.subjects() : std::vector<std::string>()) {
        subjects_->emplace(hex_name(subject), std::move(subject));
      }
    }
    const auto found = subjects_->find(name);
    return found == subjects_->end() ? std::string() : found->second;
  }

  Done put(const fs::path& file, const std::string& bytes) const {
    if (const auto fault = make_directories((to_ / file).parent_path())) {
      return unavailable("a key folder cannot be made", fault);
    }
    const auto made = create_file(to_ / file, bytes);
    return made ? Done{} : unavailable("a key cannot be written", made.error());
  }

  const MasterRotation& rotation_;
  const SecretKey& before_;
  const SecretKey& after_;
  const fs::path from_;
  const fs::path to_;
  RotatedKeys count_;
  std::optional<std::map<std::string, std::string>> subjects_;
};

/// The new key beside the present one, so that a start after a crash finds whichever is needed.
Done lay_beside(const fs::path& new_file, const fs::path& master_file) {
  auto text = read_small_file(new_file, kMasterBytesMax);
  if (!text || !*text) {
    return unavailable(
        "the new master key cannot be read",
        text ? std::make_error_code(std::errc::no_such_file_or_directory) : text.error());
  }
  const auto fault = replace_file(next_of(master_file), **text);
  return fault ? unavailable("the new master key cannot be written", fault) : Done{};
}

Done exchange(const MasterRotation& rotation) {
  const fs::path& vault = rotation.vault.directory;
  if (!rotation.in_place_of.empty()) {
    if (auto done = lay_beside(rotation.new_file, rotation.in_place_of); !done) {
      return done;
    }
  }
  if (const auto fault = exchange_with_rotation_folder(vault)) {
    return unavailable("the new keys cannot be put in place", fault);
  }
  if (const auto fault = clear_rotation_folder(vault)) {
    return unavailable("the old keys cannot be removed", fault);
  }
  return rotation.in_place_of.empty() ? Done{}
                                      : finish_master_rotation(vault, rotation.in_place_of);
}

/// The vault is under the new key already: ends what an attempt that was cut off left to do.
std::expected<RotatedKeys, VaultError> end_what_was_begun(const MasterRotation& rotation) {
  if (!rotation.in_place_of.empty()) {
    auto done = lay_beside(rotation.new_file, rotation.in_place_of);
    if (done) {
      done = finish_master_rotation(rotation.vault.directory, rotation.in_place_of);
    }
    if (!done) {
      return std::unexpected(std::move(done.error()));
    }
  }
  return RotatedKeys{};
}

}  // namespace

std::expected<RotatedKeys, VaultError> rotate_master_key(const MasterRotation& rotation) {
  if (!start_sodium()) {
    return std::unexpected(VaultError{VaultErrorCode::unavailable, "libsodium does not start"});
  }
  const fs::path& vault = rotation.vault.directory;
  if (const auto fault = clear_rotation_folder(vault)) {
    return unavailable("a key change that was cut off cannot be ended", fault);
  }
  const auto after = load_file(rotation.new_file, true);
  const auto already = after ? is_under(*after, vault)
                             : std::expected<bool, VaultError>(std::unexpected(after.error()));
  if (!already) {
    return std::unexpected(already.error());
  }
  if (*already) {
    return end_what_was_begun(rotation);
  }
  const auto before = load_master_key(rotation.vault);
  const auto good = before ? is_under(*before, vault)
                           : std::expected<bool, VaultError>(std::unexpected(before.error()));
  if (!good || !*good) {
    return std::unexpected(
        good ? VaultError{VaultErrorCode::bad_master, "the vault is under another master key"}
             : good.error());
  }
  auto count = Rewrapping(rotation, *before, *after).run();
  if (!count) {
    return count;
  }
  if (auto done = exchange(rotation); !done) {
    return std::unexpected(std::move(done.error()));
  }
  return count;
}

std::expected<void, VaultError> finish_master_rotation(const fs::path& vault,
                                                       const fs::path& master_file) {
  const fs::path next = next_of(master_file);
  std::error_code fault;
  if (!fs::exists(next, fault)) {
    return {};
  }
  const auto key = start_sodium() ? load_file(next, false)
                                  : std::expected<SecretKey, VaultError>(std::unexpected(VaultError{
                                        VaultErrorCode::unavailable, "libsodium does not start"}));
  const auto ours =
      key ? is_under(*key, vault) : std::expected<bool, VaultError>(std::unexpected(key.error()));
  if (!ours) {
    return std::unexpected(ours.error());
  }
  const std::string nothing(kMasterBytesMax - 1, '\n');
  if (*ours) {
    // Its blocks too: who finds the disk later must not find the key that was to be given up.
    if (fs::exists(master_file, fault)) {
      fault = overwrite_in_place(master_file, nothing);
    }
    if (!fault) {
      fs::rename(next, master_file, fault);
    }
  } else {
    fs::remove(next, fault);  // the vault is under the present key still
  }
  fault = fault ? fault : sync_directory(master_file.parent_path());
  return fault ? Done(unavailable("the master key's file cannot be changed", fault)) : Done{};
}

}  // namespace langnghe::eventstore
