#include "wire/oversight_json.hpp"

#include <codec/fields/supervision.hpp>

#include "wire/json_out.hpp"

namespace langnghe::api::wire {
namespace {

namespace oversight = projections::oversight;

Json document_json(const oversight::DocumentRow& row) {
  return {{"type", out(row.type)},
          {"number", row.number},
          {"symbol", row.symbol},
          {"date", out(row.date)},
          {"taken_by", row.voided ? Json(nullptr) : Json(row.taken_by.value)},
          {"voided", row.voided},
          {"reason", row.reason},
          {"by", row.by.value},
          {"position", row.position.value}};
}

Json recommendation_json(const oversight::RecommendationRow& row, const domain::Date& today) {
  const auto& answer = row.recommendation.answer;
  auto shown = codec::to_json(row.recommendation.made);
  shown.emplace("made_on", out(row.made_on));
  shown.emplace("made_by", row.made_by.value);
  shown.emplace("overdue", row.overdue_on(today));
  shown.emplace("answered_on", out(row.answered_on));
  shown.emplace("answer", answer ? codec::to_json(*answer) : Json(nullptr));
  shown.emplace("position", row.position.value);
  return shown;
}

Json takedown_json(const oversight::TakedownRow& row) {
  auto shown = codec::to_json(row.takedown);
  shown.emplace("by", row.by.value);
  shown.emplace("on", out(row.on));
  shown.emplace("position", row.position.value);
  return shown;
}

Json sealed_read_json(const oversight::SealedReadRow& row) {
  auto shown = codec::to_json(row.read);
  shown.emplace("by", row.by.value);
  shown.emplace("role", out(row.role));
  shown.emplace("happened", out(row.happened));
  shown.emplace("position", row.position.value);
  return shown;
}

}  // namespace

std::string document_register(const Call& call, const Reading& reading, int year,
                              eventstore::Version version,
                              const std::vector<oversight::DocumentRow>& documents,
                              const AllowedActs& allowed) {
  auto body = head(call, reading, {oversight::definition()});
  auto items = Json::array();
  for (const auto& row : documents) {
    items.push_back(document_json(row));
  }
  body.emplace("year", year);
  body.emplace("version", version.value);
  body.emplace("items", std::move(items));
  body.emplace("allowed_commands", out(call, allowed));
  return codec::to_json_text(body);
}

std::string supervision(const Call& call, const Reading& reading, const Supervision& shown) {
  auto body = head(call, reading, {oversight::definition()});
  auto recommendations = Json::array();
  for (const auto& row : shown.recommendations) {
    recommendations.push_back(recommendation_json(row, reading.today));
  }
  auto takedowns = Json::array();
  for (const auto& row : shown.takedowns) {
    takedowns.push_back(takedown_json(row));
  }
  body.emplace("version", shown.version.value);
  body.emplace("today", out(reading.today));
  body.emplace("recommendations", std::move(recommendations));
  body.emplace("takedowns", std::move(takedowns));
  body.emplace("allowed_commands", out(call, shown.allowed));
  return codec::to_json_text(body);
}

std::string sealed_reads(const Call& call, const Reading& reading,
                         const std::vector<oversight::SealedReadRow>& rows) {
  auto body = head(call, reading, {oversight::definition()});
  auto items = Json::array();
  for (const auto& row : rows) {
    items.push_back(sealed_read_json(row));
  }
  body.emplace("items", std::move(items));
  return codec::to_json_text(body);
}

}  // namespace langnghe::api::wire
