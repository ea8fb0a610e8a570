#include "import/mapping.hpp"

#include <algorithm>
#include <iterator>
#include <utility>

#include <nlohmann/json.hpp>
#include <text/typed_text.hpp>

#include <codec/field_error.hpp>
#include <codec/json_text.hpp>
#include <services/say.hpp>

#include "import/cell_value.hpp"

namespace langnghe::tools {
namespace {

using codec::Json;

struct WrongMapping {
  std::string what;
};

[[noreturn]] void wrong(const std::string& member, std::string_view vi, std::string_view en) {
  throw WrongMapping{"`" + member + "`: " + std::string(say(vi, en))};
}

std::string text(const Json& object, const std::string& member, const std::string& name) {
  const auto found = object.find(member);
  if (found == object.end()) {
    return {};
  }
  if (!found->is_string()) {
    wrong(name, "phải là một chuỗi", "must be a text");
  }
  const auto typed =
      text::typed(found->get<std::string>(), text::Lines::one, codec::kTextCharactersMax);
  if (!typed) {
    throw WrongMapping{"`" + name + "`: " + described(typed.error())};
  }
  if (*typed == "?") {
    wrong(name, "hãy thay dấu ? bằng giá trị của phường", "put something in place of the ?");
  }
  return *typed;
}

void check_members(const Json& object, const std::string& prefix,
                   std::initializer_list<std::string_view> known) {
  for (const auto& [member, value] : object.items()) {
    if (std::ranges::find(known, member) == known.end()) {
      std::string all;
      for (const auto each : known) {
        all += (all.empty() ? "" : ", ") + std::string(each);
      }
      wrong(prefix + member, "không có mục này; các mục: " + all,
            "there is no such member; known are: " + all);
    }
  }
}

/// Without a year a date would be one of 1900.
void check_format(const std::string& format, const std::string& name) {
  const auto has = [&](std::initializer_list<std::string_view> parts) {
    return std::ranges::any_of(
        parts, [&](std::string_view part) { return format.find(part) != std::string::npos; });
  };
  const bool whole = has({"%Y", "%y"}) && has({"%m", "%b", "%B", "%h"}) && has({"%d", "%e"});
  if (format != "excel" && !has({"%F", "%D"}) && !whole) {
    wrong(name, "cần ngày, tháng và năm, ví dụ %d/%m/%Y, hoặc excel",
          "needs day, month and year, for example %d/%m/%Y, or excel");
  }
}

std::vector<std::string> formats_of(const Json& object, const std::string& member) {
  const auto found = object.find("format");
  if (found == object.end()) {
    return {"%Y-%m-%d"};
  }
  const auto name = member + ".format";
  std::vector<std::string> formats;
  if (found->is_string()) {
    formats.push_back(text(object, "format", name));
  } else if (found->is_array()) {
    for (const auto& each : *found) {
      formats.push_back(each.is_string() ? each.get<std::string>() : std::string());
    }
  }
  if (formats.empty() || std::ranges::find(formats, "") != formats.end()) {
    wrong(name, "phải là một chuỗi hoặc danh sách chuỗi", "must be a text or a list of texts");
  }
  for (const auto& format : formats) {
    check_format(format, name);
  }
  return formats;
}

void read_values(const Json& values, const std::string& member, Source& source) {
  if (!values.is_object()) {
    wrong(member + ".values", "phải là một đối tượng", "must be an object");
  }
  source.has_values = true;
  for (const auto& [word, ours] : values.items()) {
    auto meant = text(values, word, member + ".values." + word);
    const auto [place, fresh] = source.values.emplace(plain_words(word), meant);
    if (!fresh && place->second != meant) {
      wrong(member + ".values." + word, "từ này có hai nghĩa", "this word has two meanings");
    }
  }
}

Source source_of(const Json& object, const std::string& member) {
  if (!object.is_object()) {
    wrong(member, "phải là một đối tượng có `column` hoặc `otherwise`",
          "must be an object with `column` or `otherwise`");
  }
  check_members(object, member + ".", {"column", "values", "otherwise", "format"});
  Source source;
  source.column = plain_words(text(object, "column", member + ".column"));
  source.formats = formats_of(object, member);
  if (object.contains("otherwise")) {
    source.otherwise = text(object, "otherwise", member + ".otherwise");
  }
  if (const auto values = object.find("values"); values != object.end()) {
    read_values(*values, member, source);
  }
  if (source.column.empty() && !source.otherwise) {
    wrong(member, "cần `column` hoặc `otherwise`", "needs `column` or `otherwise`");
  }
  return source;
}

Source required(const Json& object, const std::string& member) {
  if (!object.contains(member)) {
    wrong(member, "còn thiếu", "is missing");
  }
  return source_of(object[member], member);
}

std::optional<Source> optional_source(const Json& object, const std::string& member) {
  return object.contains(member) ? std::optional(source_of(object[member], member)) : std::nullopt;
}

std::optional<text::Encoding> encoding_of(const Json& object) {
  const auto name = text(object, "encoding", "encoding");
  if (name.empty() || name == "unicode") {
    return std::nullopt;
  }
  if (name != "tcvn3" && name != "vni") {
    wrong("encoding", "chọn unicode, tcvn3 hoặc vni", "choose unicode, tcvn3 or vni");
  }
  return name == "tcvn3" ? text::Encoding::tcvn3 : text::Encoding::vni;
}

char separator_of(const Json& object) {
  const auto found = object.find("separator");
  if (found == object.end()) {
    return 0;
  }
  const auto written = found->is_string() ? found->get<std::string>() : std::string();
  if (written.size() != 1 || std::string_view(";,\t|").find(written) == std::string_view::npos) {
    wrong("separator", R"(chọn ";", ",", "\t" hoặc "|")", R"(choose ";", ",", "\t" or "|")");
  }
  return written.front();
}

int header_row_of(const Json& object) {
  const auto found = object.find("header_row");
  if (found == object.end()) {
    return 0;
  }
  constexpr int kRowMax = 1'000;
  if (!found->is_number_integer() || found->get<std::int64_t>() < 1 ||
      found->get<std::int64_t>() > kRowMax) {
    wrong("header_row", "phải là số dòng của tiêu đề, từ 1", "must be the header's row, from 1");
  }
  return found->get<int>();
}

Mapping mapping_of(const Json& object) {
  check_members(object, "",
                {"source", "sheet", "header_row", "separator", "encoding", "id", "received",
                 "subject", "khom", "field", "ended", "outcome", "due"});
  Mapping mapping;
  mapping.source = text(object, "source", "source");
  if (mapping.source.empty()) {
    wrong("source", "cần tên của danh sách", "needs the list's name");
  }
  mapping.sheet = text(object, "sheet", "sheet");
  mapping.header_row = header_row_of(object);
  mapping.separator = separator_of(object);
  mapping.encoding = encoding_of(object);
  mapping.id = required(object, "id");
  mapping.received = required(object, "received");
  mapping.subject = required(object, "subject");
  mapping.khom = required(object, "khom");
  mapping.field = required(object, "field");
  mapping.ended = optional_source(object, "ended");
  mapping.outcome = optional_source(object, "outcome");
  mapping.due = optional_source(object, "due");
  return mapping;
}

std::string not_json(const codec::FieldError& error) {
  if (error.code == codec::FieldErrorCode::duplicate_field) {
    auto name = error.where.substr(std::min<std::size_t>(error.where.size(), 1));
    std::ranges::replace(name, '/', '.');
    return "`" + name + "`: " +
           std::string(say("có hai lần trong tệp quy đổi; hãy bỏ một",
                           "stands twice in the mapping; remove one"));
  }
  return std::string(say("không phải JSON đúng dạng (UTF-8)", "not JSON (in UTF-8)"));
}

}  // namespace

Expected Mapping::expected() const {
  Expected all;
  const Source* sources[] = {&id,
                             &received,
                             &subject,
                             &khom,
                             &field,
                             ended ? &*ended : nullptr,
                             outcome ? &*outcome : nullptr,
                             due ? &*due : nullptr};
  for (const Source* each : sources) {
    if (each != nullptr && !each->column.empty() &&
        std::ranges::find(all.columns, each->column) == all.columns.end()) {
      all.columns.push_back(each->column);
    }
  }
  all.sheet = sheet;
  all.header_row = header_row;
  all.encoding = encoding;
  return all;
}

std::expected<Mapping, std::string> read_mapping(std::string_view text_of_file) {
  constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";
  if (text_of_file.starts_with(kByteOrderMark)) {
    text_of_file.remove_prefix(kByteOrderMark.size());
  }
  const auto object = codec::parse_json(text_of_file);
  if (!object) {
    return std::unexpected(not_json(object.error()));
  }
  if (!object->is_object()) {
    return std::unexpected(std::string(say("phải là một đối tượng JSON", "must be a JSON object")));
  }
  try {
    return mapping_of(*object);
  } catch (const WrongMapping& error) {
    return std::unexpected(error.what);
  }
}

}  // namespace langnghe::tools
