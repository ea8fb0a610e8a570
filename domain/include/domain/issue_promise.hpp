#pragma once

#include <string>
#include <string_view>
#include <vector>

#include <domain/attachment.hpp>
#include <domain/ids.hpp>
#include <domain/time.hpp>
#include <domain/type_list.hpp>

/// Promises: what was promised, by whom, by when, and whether the khóm has seen it done.
namespace langnghe::domain {

// ---- events

struct CommitmentMade {
  CommitmentId commitment;
  std::string what;
  OfficialId owner;
  Date due{};
  bool operator==(const CommitmentMade&) const = default;
};
/// The first date stays in the event that made the promise.
struct CommitmentRevised {
  CommitmentId commitment;
  Date previous_due{};
  Date new_due{};
  std::string reason;
  bool operator==(const CommitmentRevised&) const = default;
};
struct EvidenceFiled {
  CommitmentId commitment;
  std::string text;
  std::vector<Attachment> files;
  bool operator==(const EvidenceFiled&) const = default;
};
struct CommitmentVerified {
  CommitmentId commitment;
  std::string seen;
  std::vector<Attachment> files;
  bool operator==(const CommitmentVerified&) const = default;
};
struct CommitmentDisputed {
  CommitmentId commitment;
  std::string reason;
  std::vector<Attachment> files;
  bool operator==(const CommitmentDisputed&) const = default;
};
struct CommitmentMissed {
  CommitmentId commitment;
  Date due{};
  bool operator==(const CommitmentMissed&) const = default;
};
/// An act that was entered later shows that it was kept, or had another day by then.
struct CommitmentMissRetracted {
  CommitmentId commitment;
  Date due{};
  bool operator==(const CommitmentMissRetracted&) const = default;
};

// ---- commands

struct MakeCommitment {
  static constexpr std::string_view kAct = "make-commitment";
  IssueId issue;
  CommitmentId commitment;
  std::string what;
  OfficialId owner;
  Date due{};
};
struct ReviseCommitment {
  static constexpr std::string_view kAct = "revise-commitment";
  IssueId issue;
  CommitmentId commitment;
  Date due{};
  std::string reason;
};
struct FileEvidence {
  static constexpr std::string_view kAct = "file-evidence";
  IssueId issue;
  CommitmentId commitment;
  std::string text;
  std::vector<Attachment> files;
};
struct VerifyCommitment {
  static constexpr std::string_view kAct = "verify-commitment";
  IssueId issue;
  CommitmentId commitment;
  std::string seen;
  std::vector<Attachment> files;
};
struct DisputeCommitment {
  static constexpr std::string_view kAct = "dispute-commitment";
  IssueId issue;
  CommitmentId commitment;
  std::string reason;
  std::vector<Attachment> files;
};
struct MarkCommitmentMissed {
  static constexpr std::string_view kAct = "mark-commitment-missed";
  IssueId issue;
  CommitmentId commitment;
};

// ---- all of this chapter

using IssuePromiseEvents =
    TypeList<CommitmentMade, CommitmentRevised, EvidenceFiled, CommitmentVerified,
             CommitmentDisputed, CommitmentMissed, CommitmentMissRetracted>;
using IssuePromiseCommands = TypeList<MakeCommitment, ReviseCommitment, FileEvidence,
                                      VerifyCommitment, DisputeCommitment, MarkCommitmentMissed>;

}  // namespace langnghe::domain
