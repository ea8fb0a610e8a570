#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include <domain/actor.hpp>
#include <domain/ids.hpp>
#include <domain/supervision.hpp>
#include <domain/time.hpp>

#include "shapes/allowed.hpp"
#include "shapes/head.hpp"

/// Requests of supervisors, openings of sealed data, and answers taken down.
namespace langnghe::api::shapes {

struct Recommendation {
  domain::RecommendationMade made;
  domain::Date made_on{};
  domain::UserId made_by;
  bool overdue = false;
  std::optional<domain::Date> answered_on;
  std::optional<domain::RecommendationAnswered> answer;
  std::uint64_t position = 0;
};

struct Takedown {
  domain::TakedownRegistered takedown;
  domain::UserId by;
  domain::Date on{};
  std::uint64_t position = 0;
};

struct Supervision {
  Head head;
  std::uint64_t version = 0;
  domain::Date today{};
  std::vector<Recommendation> recommendations;
  std::vector<Takedown> takedowns;
  std::vector<AllowedCommand> allowed_commands;
};

struct SealedRead {
  domain::SealedRead read;
  domain::UserId by;
  domain::Role role{};
  domain::Happened happened;
  std::uint64_t position = 0;
};

struct SealedReads {
  Head head;
  std::vector<SealedRead> items;
};

}  // namespace langnghe::api::shapes
