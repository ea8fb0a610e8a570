#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include <domain/document_register.hpp>
#include <domain/event.hpp>
#include <domain/supervision.hpp>
#include <ledger/types.hpp>
#include <projections/projection.hpp>
#include <projections/views.hpp>

/// The lists that supervisors of the ward read: the register of its documents, recommendations with
/// their clock, who opened sealed data, who opened ways into accounts, what was taken down.
namespace langnghe::projections::oversight {

[[nodiscard]] Projection definition();

/// One number of a year's register: carried by a document, or voided and carried by none.
struct DocumentRow {
  int year = 0;
  domain::DocumentType type{};
  int number = 0;
  std::string symbol;
  domain::Date date{};        ///< of the document, or of the voiding
  domain::StreamId taken_by;  ///< empty where it was voided
  bool voided = false;
  std::string reason;  ///< why it was voided
  domain::UserId by;
  eventstore::Position position;
  std::vector<domain::PaperRecorded> papers;             ///< what it was, byte for byte
  std::vector<domain::SignedFileRecorded> signed_files;  ///< what came back signed
};
/// In the order of types, then of numbers; one type only where asked.
[[nodiscard]] std::vector<DocumentRow> documents(
    const Snapshot& snapshot, int year, std::optional<domain::DocumentType> type = std::nullopt);
/// Of the stream `register-{year}`; 0 while nothing was entered.
[[nodiscard]] eventstore::Version register_version(const Snapshot& snapshot, int year);

struct RecommendationRow {
  domain::Recommendation recommendation;
  domain::Date made_on{};
  domain::UserId made_by;
  std::optional<domain::Date> answered_on;
  eventstore::Position position;     ///< of its making
  eventstore::Position answered_at;  ///< of its answer, where there is one

  [[nodiscard]] bool overdue_on(const domain::Date& today) const;
};
struct RecommendationFilter {
  std::optional<bool> answered{};
  std::optional<bool> overdue{};  ///< as of `today`
  domain::Date today{};
};
/// By the day an answer is due, then by id.
[[nodiscard]] std::vector<RecommendationRow> recommendations(const Snapshot& snapshot,
                                                             const RecommendationFilter& filter);
[[nodiscard]] std::optional<RecommendationRow> recommendation(const Snapshot& snapshot,
                                                              const domain::RecommendationId& id);

struct SealedReadRow {
  eventstore::Position position;
  domain::SealedRead read;
  domain::UserId by;
  domain::Role role{};
  domain::Happened happened;
};
/// Reads of one resident's data, or of everybody's (an empty id), the newest first, at most
/// `limit`.
[[nodiscard]] std::vector<SealedReadRow> sealed_reads(const Snapshot& snapshot,
                                                      const domain::ResidentId& resident,
                                                      std::size_t limit);

struct TakedownRow {
  eventstore::Position position;
  domain::TakedownRegistered takedown;
  domain::UserId by;
  domain::Date on{};
};
[[nodiscard]] std::vector<TakedownRow> takedowns(const Snapshot& snapshot);

/// One act on an account: that it was made, what its roles are, and each way in that was opened.
struct AccountActRow {
  eventstore::Position position;
  domain::UserId user;  ///< whose account
  std::string act;      ///< wire name of the event
  std::string detail;   ///< the means, the role, the token's name or the reason; empty where none
  std::string expires;  ///< RFC 3339, of a link or a token
  domain::UserId by;
  domain::Role role{};
  domain::Happened happened;
};
/// On one account, or on all (an empty id), from a ledger size on, the newest first, at most
/// `limit`.
[[nodiscard]] std::vector<AccountActRow> account_acts(const Snapshot& snapshot,
                                                      const domain::UserId& user,
                                                      std::uint64_t from, std::size_t limit);

/// Of the stream `supervision`.
[[nodiscard]] eventstore::Version supervision_version(const Snapshot& snapshot);

}  // namespace langnghe::projections::oversight
