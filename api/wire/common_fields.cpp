#include "wire/common_fields.hpp"

namespace langnghe::codec {
namespace {

/// `{"sealed": true}` and the like.
Schema marks_schema(const std::vector<std::string_view>& marks) {
  ObjectSchema object;
  for (const auto mark : marks) {
    object.add(mark, {R"({"const":true})"}, mark == marks.front());
  }
  return object.made(Schemas(SchemaUse::answer));
}

}  // namespace

Json Kind<api::Shown>::write(const api::Shown& shown) {
  switch (shown.as) {
    using enum api::Shown::As;
    case plain:
      return shown.text;
    case sealed:
      return {{"sealed", true}};
    case closed:
      return {{"sealed", true}, {"purpose_required", true}};
    case erased:
      return {{"erased", true}};
    case unreadable:
      break;
  }
  return {{"unreadable", true}};
}

Schema Kind<api::Shown>::schema(Schemas& known) {
  return known.structure("Shown", [&known] {
    return one_of_schema({text_schema(known), marks_schema({"sealed", "purpose_required"}),
                          marks_schema({"erased"}), marks_schema({"unreadable"})});
  });
}

}  // namespace langnghe::codec
