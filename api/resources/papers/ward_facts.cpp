#include "resources/papers/ward_facts.hpp"

#include <algorithm>

#include <projections/settings.hpp>

namespace langnghe::api::resources {
namespace {

using domain::SigningCapacity;

SigningCapacity capacity_of(domain::Office office) {
  switch (office) {
    case domain::Office::chair:
      return SigningCapacity::tm;
    case domain::Office::deputy:
      return SigningCapacity::kt;
    case domain::Office::other:
      break;
  }
  return SigningCapacity::tl;
}

}  // namespace

WardFacts::WardFacts(const Reading& reading)
    : ward_(projections::settings::ward(*reading.snapshot).state),
      policies_(projections::settings::policy(*reading.snapshot).state),
      today_(reading.today) {}

papers::Head WardFacts::head(domain::PaperKind kind, const std::optional<Issued>& issued) const {
  papers::Head head;
  head.issuer = ward_.ward.issuer;
  head.issuer_symbol = ward_.ward.issuer_symbol;
  head.place = ward_.ward.place_name;
  head.today = today_;
  head.draft = !issued;
  if (const auto* own = ward_.recipients_of(kind, issued ? issued->date : today_)) {
    head.recipients = own->recipients;
  }
  if (!issued) {
    return head;
  }
  head.symbol = issued->symbol;
  head.date = issued->date;
  if (!issued->signer) {
    return head;
  }
  const auto found = ward_.officials.find(*issued->signer);
  if (found != ward_.officials.end()) {
    const auto& official = found->second;
    head.signer = papers::Signer{
        official.name, issued->capacity.value_or(capacity_of(official.office)), official.position};
  }
  return head;
}

std::string WardFacts::khom(const domain::KhomId& id, const domain::Date& on) const {
  const auto* khom = ward_.find_khom(id);
  return khom == nullptr ? id.value : khom->name_on(on);
}

std::string WardFacts::field(const domain::FieldCode& code) const {
  if (policies_.exists()) {
    const auto& fields = policies_.valid_on(today_).fields;
    const auto found = std::ranges::find(fields, code, &domain::FieldDefinition::code);
    if (found != fields.end()) {
      return found->name_vi;
    }
  }
  return code.value;
}

std::string WardFacts::official(const domain::OfficialId& id) const {
  const auto found = ward_.officials.find(id);
  return found == ward_.officials.end() ? id.value : found->second.name;
}

std::string WardFacts::official_with_post(const domain::OfficialId& id) const {
  const auto found = ward_.officials.find(id);
  if (found == ward_.officials.end()) {
    return id.value;
  }
  const auto& official = found->second;
  return official.name + (official.position.empty() ? "" : ", " + official.position);
}

}  // namespace langnghe::api::resources
