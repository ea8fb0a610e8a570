#pragma once

#include <array>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include <domain/course.hpp>
#include <domain/enum_text.hpp>
#include <domain/ids.hpp>
#include <domain/time.hpp>

/// The stream `supervision`: what supervisors ask of the ward, who opened sealed data, and what was
/// taken down from publication.
namespace langnghe::domain {

// ---- events

struct RecommendationMade {
  RecommendationId recommendation;
  std::string body;  ///< People's Council, Fatherland Front, People's Inspection Board
  std::string text;
  std::string basis;            ///< law or finding it rests on
  std::vector<StreamId> about;  ///< issues, dialogues or reports; may be empty
  Date answer_due{};
  int policy_version = 0;
  int calendar_version = 0;
  bool operator==(const RecommendationMade&) const = default;
};
struct RecommendationAnswered {
  RecommendationId recommendation;
  std::string text;
  std::string document;
  bool late = false;
  bool operator==(const RecommendationAnswered&) const = default;
};
/// Somebody opened what is sealed. Its purpose is asked before; what was read is never in here.
struct SealedRead {
  ResidentId resident;
  StreamId subject;  ///< where it was read: an issue, a dialogue, the resident
  std::string purpose;
  std::string file{};  ///< the name of the sealed file that was opened; empty = text was
  bool operator==(const SealedRead&) const = default;
};
/// A publication that has to go, and why: the record that something was taken down stays.
struct TakedownRegistered {
  TakedownId takedown;
  StreamId subject;
  std::string place;  ///< where it was published
  std::string reason;
  std::string decision;  ///< number and symbol
  bool operator==(const TakedownRegistered&) const = default;
};
using SupervisionEvent =
    std::variant<RecommendationMade, RecommendationAnswered, SealedRead, TakedownRegistered>;

// ---- commands

struct MakeRecommendation {
  static constexpr std::string_view kAct = "recommend";
  RecommendationId recommendation;
  std::string body;
  std::string text;
  std::string basis;
  std::vector<StreamId> about;
};
struct AnswerRecommendation {
  static constexpr std::string_view kAct = "answer-recommendation";
  RecommendationId recommendation;
  std::string text;
  std::string document;
};
struct RecordSealedRead {
  static constexpr std::string_view kAct = "record-sealed-read";
  ResidentId resident;
  StreamId subject;
  std::string purpose;
  std::string file{};
};
struct RegisterTakedown {
  static constexpr std::string_view kAct = "register-takedown";
  TakedownId takedown;
  StreamId subject;
  std::string place;
  std::string reason;
  std::string decision;
};
using SupervisionCommand =
    std::variant<MakeRecommendation, AnswerRecommendation, RecordSealedRead, RegisterTakedown>;

// ---- state

struct Recommendation {
  RecommendationMade made;
  std::optional<RecommendationAnswered> answer;
  bool operator==(const Recommendation&) const = default;
};

struct SupervisionState {
  std::map<RecommendationId, Recommendation> recommendations;
  std::set<TakedownId> takedowns;
  int sealed_reads = 0;
  Course act_course;
  bool operator==(const SupervisionState&) const = default;
};
void evolve(SupervisionState& state, const SupervisionEvent& event);

}  // namespace langnghe::domain
