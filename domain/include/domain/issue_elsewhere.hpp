#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <domain/delivery_proof.hpp>
#include <domain/ids.hpp>
#include <domain/issue_values.hpp>
#include <domain/signing.hpp>
#include <domain/time.hpp>
#include <domain/type_list.hpp>

/// Elsewhere: what leaves for a legal procedure or another body, and what is refused.
namespace langnghe::domain {

// ---- events

/// A complaint or a denunciation leaves for its legal procedure. For a denunciation this is the
/// whole stream, and these are the only facts kept (Law on Denunciations 2018 Art. 56, Decision
/// 774/QD-TTg; domain.md rule 14).
struct HandedOver {
  IssueType type{};
  DialogueId dialogue;
  Date received{};
  int counter = 0;
  std::string paper_register_number;
  OfficialId receiving_officer;
  bool operator==(const HandedOver&) const = default;
};
struct IssueForwarded {
  std::string body;      ///< the competent body
  std::string document;  ///< number and symbol of the transfer letter
  std::string asked;
  bool resident_told = false;
  bool operator==(const IssueForwarded&) const = default;
};
struct ForwardAcknowledged {
  std::string document;
  bool operator==(const ForwardAcknowledged&) const = default;
};
/// It is the ward's after all, or of a third body; the first clock never stopped.
struct ForwardBounced {
  std::string document;
  std::string reason;
  bool operator==(const ForwardBounced&) const = default;
};
struct ExternalResultReceived {
  std::string document;
  std::string summary;
  bool operator==(const ExternalResultReceived&) const = default;
};
/// Told to the issue's own person, or to that of a merged one. The matter ends when everybody was
/// told.
struct ExternalResultTold {
  DeliveryMethod method{};
  DeliveryProof proof{};
  std::optional<IssueId> absorbed{};
  bool others_wait = false;  ///< somebody is still to be told
  bool operator==(const ExternalResultTold&) const = default;
};
struct HandlingRefused {
  RefusalGround ground{};
  std::string reason;
  int number = 0;
  std::string symbol;  ///< of the written refusal
  Date date{};
  OfficialId signer;
  std::optional<SigningCapacity> capacity{};  ///< absent: refused before it was recorded
  bool operator==(const HandlingRefused&) const = default;
};

// ---- commands

struct HandOverIssue {
  static constexpr std::string_view kAct = "hand-over";
  IssueId issue;
  std::optional<int> counter;  ///< absent: the next of the year's series
  std::string paper_register_number;
  OfficialId receiving_officer;
};
struct ForwardIssue {
  static constexpr std::string_view kAct = "forward";
  IssueId issue;
  std::string body;
  std::string document;
  std::string asked;
  bool resident_told = false;
};
struct AcknowledgeForward {
  static constexpr std::string_view kAct = "acknowledge-forward";
  IssueId issue;
  std::string document;
};
struct BounceForward {
  static constexpr std::string_view kAct = "bounce-forward";
  IssueId issue;
  std::string document;
  std::string reason;
};
struct RecordExternalResult {
  static constexpr std::string_view kAct = "record-external-result";
  IssueId issue;
  std::string document;
  std::string summary;
};
struct TellExternalResult {
  static constexpr std::string_view kAct = "tell-external-result";
  IssueId issue;
  DeliveryMethod method{};
  DeliveryProof proof{};
  std::optional<IssueId> absorbed{};
};
struct RefuseHandling {
  static constexpr std::string_view kAct = "refuse-handling";
  IssueId issue;
  RefusalGround ground{};
  std::string reason;
  std::optional<int> number;
  OfficialId signer;
  std::optional<SigningCapacity> capacity{};  ///< absent: the one the signer's office gives
};

// ---- all of this chapter

using IssueElsewhereEvents =
    TypeList<HandedOver, IssueForwarded, ForwardAcknowledged, ForwardBounced,
             ExternalResultReceived, ExternalResultTold, HandlingRefused>;
using IssueElsewhereCommands =
    TypeList<HandOverIssue, ForwardIssue, AcknowledgeForward, BounceForward, RecordExternalResult,
             TellExternalResult, RefuseHandling>;

}  // namespace langnghe::domain
