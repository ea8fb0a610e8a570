#include "report/figures/figures_text.hpp"

#include <cstddef>
#include <string>
#include <string_view>

#include <ledger/canonical_json.hpp>
#include <projections/report.hpp>

#include "rows/sha256.hpp"

// RFC 8785: members sorted, no white space. Written by hand because a frozen report must give the
// same bytes for ever, whatever a JSON library does.

namespace langnghe::projections::report {
namespace {

std::string text(std::string_view value) {
  std::string out;
  eventstore::append_json_string(out, value);
  return out;
}

/// Appends `open`, the items with commas between them, and `close`.
template <class Range, class Item>
void append_list(std::string& out, char open, const Range& range, char close, const Item& item) {
  out += open;
  bool first = true;
  for (const auto& value : range) {
    if (!first) {
      out += ',';
    }
    first = false;
    item(value);
  }
  out += close;
}

void append_group(std::string& out, std::string_view name,
                  const std::map<std::string, Balance>& group) {
  out += ",\"";
  out += name;
  out += "\":";
  append_list(out, '{', group, '}', [&](const auto& entry) {
    out += text(entry.first) + ':' + balance_text(entry.second);
  });
}

void append_positions(std::string& out, const std::vector<std::uint64_t>& positions) {
  append_list(out, '[', positions, ']',
              [&](std::uint64_t position) { out += std::to_string(position); });
}

void append_items(std::string& out, const std::vector<std::string>& items) {
  append_list(out, '[', items, ']', [&](const std::string& id) { out += text(id); });
}

std::string_view kind_text(FigureKind kind) {
  switch (kind) {
    case FigureKind::count:
      return "count";
    case FigureKind::rate:
      return "rate";
    case FigureKind::average:
      return "average";
    case FigureKind::days:
      return "days";
  }
  return {};
}

/// The first dictionary knew items only, and neither kinds nor parts.
void append_figure_v1(std::string& out, const Figure& figure) {
  out += "{\"id\":" + text(figure.id) + ",\"items\":";
  append_items(out, figure.items);
  if (figure.of) {
    out += ",\"of\":" + std::to_string(*figure.of);
  }
  out += ",\"value\":" + std::to_string(figure.value) + '}';
}

/// Since the third dictionary a figure also says what counts against it.
void append_against(std::string& out, const Figure& figure) {
  out += "\"against\":{\"events\":";
  append_positions(out, figure.against_events);
  out += ",\"items\":";
  append_items(out, figure.against);
  out += "},";
}

void append_figure(std::string& out, const Figure& figure, int version) {
  out += '{';
  if (version >= 3) {
    append_against(out, figure);
  }
  out += "\"events\":";
  append_positions(out, figure.events);
  out += ",\"id\":" + text(figure.id) + ",\"items\":";
  append_items(out, figure.items);
  out += ",\"kind\":" + text(kind_text(figure.kind));
  if (figure.of) {
    out += ",\"of\":" + std::to_string(*figure.of);
  }
  out += ",\"parts\":";
  append_list(out, '[', figure.parts, ']', [&](const FigurePart& part) {
    out += "{\"events\":";
    append_positions(out, part.events);
    out += ",\"items\":";
    append_items(out, part.items);
    out += ",\"key\":" + text(part.key) + ",\"value\":" + std::to_string(part.value) + '}';
  });
  out += ",\"value\":" + std::to_string(figure.value) + '}';
}

std::string period_text(const domain::Period& period) {
  return "{\"family\":" + text(domain::to_text(period.family)) +
         ",\"from\":" + text(domain::to_text(period.from)) + ",\"name\":" + text(period.name) +
         ",\"to\":" + text(domain::to_text(period.to)) + '}';
}

}  // namespace

std::string balance_text(const Balance& balance) {
  std::string out = "{\"carried_in\":" + std::to_string(balance.carried_in) +
                    ",\"carried_out\":" + std::to_string(balance.carried_out) + ",\"ended\":";
  append_list(out, '{', balance.ended, '}', [&](const auto& entry) {
    out += text(entry.first) + ':' + std::to_string(entry.second);
  });
  out += ",\"new\":" + std::to_string(balance.fresh) +
         ",\"reopened\":" + std::to_string(balance.reopened) +
         ",\"voided\":" + std::to_string(balance.voided) + '}';
  return out;
}

std::string value_text(const Figure& figure) {
  std::string out = "{";
  if (figure.of) {
    out += "\"of\":" + std::to_string(*figure.of) + ',';
  }
  if (!figure.parts.empty()) {
    out += "\"parts\":";
    append_list(out, '{', figure.parts, '}', [&](const FigurePart& part) {
      out += text(part.key) + ':' + std::to_string(part.value);
    });
    out += ',';
  }
  return out + "\"value\":" + std::to_string(figure.value) + '}';
}

std::string canonical_text(const Figures& figures) {
  std::string out = "{\"balance\":" + balance_text(figures.balance);
  append_group(out, "by_field", figures.by_field);
  append_group(out, "by_khom", figures.by_khom);
  append_group(out, "by_type", figures.by_type);
  out += ",\"definition_version\":" + std::to_string(figures.definition_version);
  if (figures.definition_version >= 3) {
    out += std::string(",\"estimate\":") + (figures.estimate ? "true" : "false");
  }
  out += ",\"figures\":";
  append_list(out, '[', figures.figures, ']', [&](const Figure& figure) {
    if (figures.definition_version == 1) {
      append_figure_v1(out, figure);
    } else {
      append_figure(out, figure, figures.definition_version);
    }
  });
  out += ",\"late_entries\":";
  append_positions(out, figures.late_entries);
  out += ",\"measured_on\":" + text(domain::to_text(figures.measured_on)) +
         ",\"period\":" + period_text(figures.period) + '}';
  return out;
}

std::string hash_of(const Figures& figures) {
  return sha256_hex(canonical_text(figures));
}

}  // namespace langnghe::projections::report
