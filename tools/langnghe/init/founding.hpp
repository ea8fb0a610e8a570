#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include <domain/time.hpp>
#include <ledger/store.hpp>
#include <services/data_directory.hpp>

#include "init/setup.hpp"

namespace langnghe::tools {

/// The acts of a ward that is being founded. They stand in the data directory from before the first
/// record until after the last, so that a founding that was cut off is ended by the next one.
struct Founding {
  std::string ledger;
  std::string name;  ///< as a person knows the ward
  std::string administrator;
  std::vector<std::string> acts;
};

[[nodiscard]] Founding founding_of(const WardSetup& setup);

/// The founding that an earlier `init` did not end, if there is one. Throws where its file cannot
/// be read.
[[nodiscard]] std::optional<Founding> unfinished(const DataDirectory& data);

/// Throws std::runtime_error with what to do where the directory holds a demonstration, or this
/// ward already.
void require_room_for(const DataDirectory& data, const std::string& ledger);

/// Carries all acts out on a ledger in memory: throws std::runtime_error with the first refusal,
/// before anything was written anywhere that stays.
void rehearse(const Founding& founding, domain::Instant now);

/// Writes it: the acts through the API in-process, in the administrator's name, whom the system
/// registers. Done twice it acts once.
void found(const DataDirectory& data, const Founding& founding);

struct LinkMade {
  std::string user;
  std::string name;
  std::string path;  ///< `/#/sign-in-link?…`
  domain::Instant expires{};
};

/// One-time links, the administrator's first. The founding counts as done afterwards.
[[nodiscard]] std::vector<LinkMade> hand_over(const DataDirectory& data, const Founding& founding);

}  // namespace langnghe::tools
