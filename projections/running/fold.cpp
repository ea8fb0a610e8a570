#include "running/fold.hpp"

#include <array>
#include <string>
#include <utility>

#include <codec/event_codec.hpp>
#include <ledger/record.hpp>
#include <ledger/verify.hpp>
#include <projections/dialogues.hpp>
#include <projections/issues.hpp>
#include <projections/oversight.hpp>
#include <projections/projection.hpp>
#include <projections/report.hpp>
#include <projections/settings.hpp>

namespace langnghe::projections {
namespace {

ViewError unreadable(eventstore::Position position, std::string what) {
  return {.code = ViewError::Code::unreadable,
          .position = position.value,
          .what = "position " + std::to_string(position.value) + ": " + std::move(what)};
}

}  // namespace

std::span<const Projection> all_projections() {
  static const std::array kAll{settings::definition(), dialogues::definition(),
                               issues::definition(), oversight::definition(), report::definition()};
  return kAll;
}

std::uint64_t definition_of(std::span<const Projection> projections) {
  constexpr std::uint64_t kFactor = 1'099'511'628'211;  // the prime of FNV-1a, 64 bits
  std::uint64_t definition = 0;
  for (const auto& projection : projections) {
    definition = (definition ^ static_cast<std::uint64_t>(projection.version)) * kFactor;
    definition = (definition ^ projection.shape) * kFactor;
  }
  return definition;
}

std::size_t index_of(std::string_view projection) {
  const auto all = all_projections();
  std::size_t index = 0;
  while (index < all.size() && all[index].name != projection) {
    ++index;
  }
  VERIFY(index < all.size());
  return index;
}

Fold::Fold(const Snapshot& base, const FoldLimits& limits)
    : Fold(base, limits, {all_projections().begin(), all_projections().end()}) {}

Fold::Fold(const Snapshot& base, const FoldLimits& limits, std::vector<Projection> projections)
    : projections_(std::move(projections)) {
  for (const auto& projection : projections_) {
    caches_.emplace_back(base.of(projection.name), limits.structs);
  }
}

std::expected<void, ViewError> Fold::take(eventstore::Position position, std::string_view bytes) {
  const auto parsed = eventstore::parse(bytes);
  if (!parsed) {
    return std::unexpected(unreadable(position, parsed.error()));
  }
  const auto event = codec::decode(*parsed);
  if (!event) {
    return std::unexpected(unreadable(
        position,
        std::string(parsed->type) + " at " + event.error().where + ": " + event.error().what));
  }
  const Input input{
      .position = position, .version = parsed->version, .type = parsed->type, .event = *event};
  for (std::size_t i = 0; i < projections_.size(); ++i) {
    projections_[i].apply(caches_[i], input);
    caches_[i].evict_if_full();
  }
  return {};
}

std::vector<const Overlay*> Fold::changes() {
  std::vector<const Overlay*> changes;
  for (auto& cache : caches_) {
    cache.write_back();
    changes.push_back(&cache.rows());
  }
  return changes;
}

ViewError view_error(const eventstore::StoreError& error) {
  using eventstore::StoreErrorCode;
  return {.code = error.code == StoreErrorCode::unknown_ledger ? ViewError::Code::unknown_ledger
                                                               : ViewError::Code::unavailable,
          .position = 0,
          .what = std::string(eventstore::to_text(error.code)) + ": " + error.context};
}

}  // namespace langnghe::projections
