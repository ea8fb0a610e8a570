#include "init/setup_file.hpp"

#include <array>
#include <fstream>
#include <iterator>
#include <stdexcept>
#include <utility>

#include <nlohmann/json.hpp>

#include <services/say.hpp>

namespace langnghe::tools {
namespace {

using nlohmann::json;

constexpr std::uintmax_t kBytesMax = 1 << 20;

/// One file that is being read: knows its name for the messages.
class SetupFile {
 public:
  explicit SetupFile(std::string name) : name_(std::move(name)) {}

  [[noreturn]] void fail(std::string_view vi, std::string_view en,
                         const std::string& detail = {}) const {
    throw std::runtime_error(name_ + ": " + std::string(say(vi, en)) + detail);
  }

  [[noreturn]] void wrong_value(const std::string& field, std::string_view vi,
                                std::string_view en) const {
    fail("giá trị không đúng ở ", "wrong value at ",
         '"' + field + "\": " + std::string(say(vi, en)));
  }

  [[nodiscard]] std::string text(const std::string& field, const json& value) const {
    if (value.is_number_integer() && field == "first_year") {
      return std::to_string(value.get<std::int64_t>());
    }
    if (!value.is_string()) {
      wrong_value(field, "cần một chuỗi chữ", "a text is needed");
    }
    return value.get<std::string>();
  }

  [[nodiscard]] std::vector<std::string> texts(const std::string& field, const json& value) const {
    if (!value.is_array()) {
      wrong_value(field, "cần một danh sách [\"…\", \"…\"]", "a list [\"…\", \"…\"] is needed");
    }
    std::vector<std::string> all;
    for (const auto& one : value) {
      // A khóm without a head yet.
      all.push_back(one.is_null() && field == "khom_heads" ? std::string() : text(field, one));
    }
    return all;
  }

  [[nodiscard]] bool flag(const std::string& field, const json& value) const {
    if (!value.is_boolean()) {
      wrong_value(field, "cần true hoặc false", "true or false is needed");
    }
    return value.get<bool>();
  }

  [[nodiscard]] std::vector<OfficialDraft> officials(const json& value) const {
    if (!value.is_array()) {
      wrong_value("officials", "cần một danh sách", "a list is needed");
    }
    std::vector<OfficialDraft> all;
    for (const auto& one : value) {
      all.push_back(one.is_object() ? official(one) : official_of(text("officials", one)));
    }
    return all;
  }

 private:
  [[nodiscard]] OfficialDraft official(const json& value) const {
    OfficialDraft official;
    for (const auto& [field, given] : value.items()) {
      if (field == "name") {
        official.name = text("officials.name", given);
      } else if (field == "office") {
        official.office = text("officials.office", given);
      } else if (field == "unit") {
        official.unit = text("officials.unit", given);
      } else if (field == "roles") {
        official.roles = texts("officials.roles", given);
      } else {
        fail("một cán bộ chỉ có name, office, unit, roles, không có ",
             "an official has name, office, unit, roles, and no ", '"' + field + '"');
      }
    }
    return official;
  }

  std::string name_;
};

struct Field {
  std::string_view name;
  void (*read)(WardDraft& draft, const SetupFile& file, const std::string& field,
               const json& value);
};

template <std::optional<std::string> WardDraft::* kMember>
void read_text(WardDraft& draft, const SetupFile& file, const std::string& field,
               const json& value) {
  draft.*kMember = file.text(field, value);
}

template <std::optional<std::vector<std::string>> WardDraft::* kMember>
void read_texts(WardDraft& draft, const SetupFile& file, const std::string& field,
                const json& value) {
  draft.*kMember = file.texts(field, value);
}

void read_plan(WardDraft& draft, const SetupFile& file, const std::string& field,
               const json& value) {
  draft.plan = file.flag(field, value);
}

void read_officials(WardDraft& draft, const SetupFile& file, const std::string& /*field*/,
                    const json& value) {
  draft.officials = file.officials(value);
}

constexpr auto kFields = std::to_array<Field>({
    {"ward", &read_text<&WardDraft::ward>},
    {"khom", &read_texts<&WardDraft::khoms>},
    {"chair", &read_text<&WardDraft::chair>},
    {"deputies", &read_texts<&WardDraft::deputies>},
    {"cchc_officer", &read_text<&WardDraft::cchc_officer>},
    {"clerk", &read_text<&WardDraft::clerk>},
    {"khom_heads", &read_texts<&WardDraft::khom_heads>},
    {"officials", &read_officials},
    {"first_year", &read_text<&WardDraft::first_year>},
    {"plan", &read_plan},
    {"admin", &read_text<&WardDraft::administrator>},
    {"numbering", &read_text<&WardDraft::numbering>},
    {"reports_to", &read_text<&WardDraft::reports_to>},
    {"reports_through", &read_text<&WardDraft::reports_through>},
});

std::string known_fields() {
  std::string names;
  for (const auto& field : kFields) {
    names.append(names.empty() ? "" : ", ").append(field.name);
  }
  return names;
}

void read_field(WardDraft& draft, const SetupFile& file, const std::string& name,
                const json& value) {
  for (const auto& field : kFields) {
    if (field.name == name) {
      field.read(draft, file, name, value);
      return;
    }
  }
  file.fail("không có trường này: ", "there is no such field: ",
            '"' + name + "\"; " + std::string(say("có: ", "there are: ")) + known_fields());
}

}  // namespace

WardDraft parse_setup(std::string_view text, const std::string& name) {
  const SetupFile file(name);
  json object;
  try {
    object = json::parse(text);
  } catch (const json::parse_error& error) {
    file.fail("không phải là JSON: ", "is no JSON: ", error.what());
  }
  if (!object.is_object()) {
    file.fail("cần một đối tượng JSON {…}", "a JSON object {…} is needed");
  }
  WardDraft draft;
  for (const auto& [field, value] : object.items()) {
    read_field(draft, file, field, value);
  }
  return draft;
}

WardDraft read_setup_file(const std::filesystem::path& path) {
  std::error_code unreadable;
  const auto bytes = std::filesystem::file_size(path, unreadable);
  std::ifstream file(path, std::ios::binary);
  if (unreadable || !file || bytes > kBytesMax) {
    throw std::runtime_error(std::string(say("không đọc được tệp ", "cannot read the file ")) +
                             path.string());
  }
  return parse_setup(std::string(std::istreambuf_iterator<char>(file), {}), path.string());
}

}  // namespace langnghe::tools
