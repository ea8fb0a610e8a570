#pragma once

#include <expected>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>

#include <domain/resident.hpp>
#include <domain/sealed.hpp>
#include <domain/supervision.hpp>

#include "call/call.hpp"
#include "reading/personal_data.hpp"
#include "reading/reading.hpp"
#include "routing/query.hpp"

/// Opening personal data is itself an act: it needs a purpose, and the ledger keeps who read whose
/// data, where and why, before the answer goes out (domain.md rule 15).
namespace langnghe::api {

/// The purpose for which the reader opens sealed data: `purpose=` or the header X-Purpose. None:
/// all of it stays sealed. A HEAD shows nothing, so it opens nothing.
[[nodiscard]] std::optional<std::string> purpose_asked(const Call& call, Query& query);

/// Tells the ledger of one reading, before anything of it is shown.
[[nodiscard]] std::expected<void, Problem> record_reading(const Call& call,
                                                          domain::RecordSealedRead reading);

/// Everything sealed that one answer shows. Lives on the stack of the request.
class SealedReading {
 public:
  /// `subject`: the stream it is read at.
  SealedReading(const Call& call, std::optional<std::string> purpose, domain::StreamId subject)
      : call_(call), purpose_(std::move(purpose)), subject_(std::move(subject)) {}

  /// `may`: the reader's share of personal data covers this piece.
  [[nodiscard]] Shown show(bool may, const domain::StreamId& stream, std::string_view field,
                           const domain::SealedText& sealed);
  [[nodiscard]] std::optional<Shown> show(bool may, const domain::StreamId& stream,
                                          std::string_view field,
                                          const std::optional<domain::SealedText>& sealed);

  /// The person as the ledger knows them now: whoever was erased stays known as that. Where the
  /// ledger cannot be read, somebody of whom nothing may be shown, and `fault` says why.
  [[nodiscard]] const domain::ResidentState& person(const domain::ResidentId& resident);
  /// The reason that the answer must not go out: not knowing a person is not the same as there
  /// being none.
  [[nodiscard]] const std::optional<Problem>& fault() const { return fault_; }

  [[nodiscard]] bool opened_anything() const { return !opened_.empty(); }
  /// Appends one SealedRead for each person whose data was opened. Call before answering.
  [[nodiscard]] std::expected<void, Problem> record() const;

 private:
  const Call& call_;
  std::optional<std::string> purpose_;
  domain::StreamId subject_;
  std::map<domain::ResidentId, domain::ResidentState> people_;
  std::set<domain::ResidentId> opened_;
  std::optional<Problem> fault_;  ///< the first one
};

/// The answer that shows it. What was opened is told to the ledger first, is kept by no cache and
/// is never "not modified".
[[nodiscard]] Reply sealed_answer(Call& call, const Reading& reading, eventstore::Version version,
                                  const SealedReading& sealed, std::string body);

}  // namespace langnghe::api
