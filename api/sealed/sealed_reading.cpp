#include "sealed/sealed_reading.hpp"

#include <variant>

#include <text/typed_text.hpp>

#include <api/uuid.hpp>
#include <domain/supervision.hpp>

#include "acting/acting.hpp"
#include "acting/sealing.hpp"
#include "bytes/digest.hpp"
#include "streams/stream_state.hpp"

namespace langnghe::api {
namespace {

constexpr std::size_t kPurposeCharactersMax = 500;

}  // namespace

std::optional<std::string> purpose_asked(const Call& call, Query& query) {
  auto purpose = query.text("purpose");
  const auto header = call.request.header("x-purpose");
  if (!purpose && !header.empty()) {
    purpose = std::string(header);
  }
  if (!purpose) {
    return std::nullopt;
  }
  auto typed = text::typed(*purpose, text::Lines::one, kPurposeCharactersMax);
  if (purpose->empty()) {
    query.add("purpose", "value_required");
  } else if (!typed) {
    const auto& fault = typed.error();
    query.add("purpose", text::wire_name(fault.what),
              fault.what == text::Wrong::too_long ? std::to_string(kPurposeCharactersMax)
                                                  : text::notation(fault.character));
  } else {
    purpose = *std::move(typed);
  }
  return call.request.method == Method::get ? purpose : std::nullopt;
}

const domain::ResidentState& SealedReading::person(const domain::ResidentId& resident) {
  const auto [found, fresh] = people_.try_emplace(resident);
  if (fresh) {
    auto state = state_now(call_.services.store, call_.ledger_id(), domain::stream_of(resident));
    if (state) {
      found->second = std::get<domain::ResidentState>(*std::move(state));
    } else {
      found->second.phase = domain::ResidentPhase::withheld;
      fault_ = fault_ ? std::move(fault_) : std::move(state.error());
    }
  }
  return found->second;
}

Shown SealedReading::show(bool may, const domain::StreamId& stream, std::string_view field,
                          const domain::SealedText& sealed) {
  if (person(sealed.resident).erasure) {
    return {Shown::As::erased, {}};
  }
  if (fault_) {
    return {Shown::As::sealed, {}};
  }
  if (!may || !purpose_) {
    return {may ? Shown::As::closed : Shown::As::sealed, {}};
  }
  auto shown = open_sealed(call_, stream, field, sealed);
  if (shown.as == Shown::As::plain) {
    opened_.insert(sealed.resident);
  }
  return shown;
}

std::optional<Shown> SealedReading::show(bool may, const domain::StreamId& stream,
                                         std::string_view field,
                                         const std::optional<domain::SealedText>& sealed) {
  if (!sealed) {
    return std::nullopt;
  }
  return show(may, stream, field, *sealed);
}

std::expected<void, Problem> record_reading(const Call& call, domain::RecordSealedRead reading) {
  // Each reading is an act of its own, also the same one a moment later.
  const auto key = call.access->user.value + ":read:" + make_uuid_v7(call.now);
  return act_unasked(call, std::move(reading), domain::Subject::supervision,
                     domain::RecordSealedRead::kAct, key);
}

std::expected<void, Problem> SealedReading::record() const {
  for (const auto& resident : opened_) {
    auto done = record_reading(call_, {resident, subject_, *purpose_});
    if (!done) {
      return done;
    }
  }
  return {};
}

Reply sealed_answer(Call& call, const Reading& reading, eventstore::Version version,
                    const SealedReading& sealed, std::string body) {
  if (const auto& fault = sealed.fault()) {
    return fail(*fault);
  }
  if (!sealed.opened_anything()) {
    return resource_answer(call, reading, version, std::move(body));
  }
  if (auto recorded = sealed.record(); !recorded) {
    return fail(std::move(recorded.error()));
  }
  return opened_answer(reading, version, std::move(body));
}

}  // namespace langnghe::api
