#include <algorithm>

#include <codec/fields.hpp>

namespace langnghe::codec {

void report_unknown(const Node& object, const std::vector<std::string_view>& names, const Path& at,
                    Reader& reader) {
  std::string known;
  for (const auto& name : names) {
    known += known.empty() ? "" : "|";
    known += name;
  }
  for (const auto& [name, value] : object.members()) {
    if (std::ranges::find(names, name) == names.end()) {
      reader.fail(Path(at, name), FieldErrorCode::unknown_field, known);
    }
  }
}

}  // namespace langnghe::codec
