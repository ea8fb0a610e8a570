#include <utility>

#include <nlohmann/json.hpp>

#include <codec/field_error.hpp>
#include <codec/schema.hpp>

namespace langnghe::codec {
namespace {

/// Members stand in the order in which they are described, as a reader expects them.
using Ordered = nlohmann::ordered_json;

Ordered parsed(const Schema& schema) {
  return Ordered::parse(schema.text);
}

Schema schema_of(const Ordered& json) {
  return {json.dump()};
}

Schema reference_to(std::string_view name) {
  return schema_of({{"$ref", "#/components/schemas/" + std::string(name)}});
}

void add_bounds(Ordered& number, NumberBounds bounds) {
  if (bounds.least) {
    number["minimum"] = *bounds.least;
  }
  if (bounds.most) {
    number["maximum"] = *bounds.most;
  }
}

bool is_of_type(const Ordered& schema, std::string_view type) {
  const auto found = schema.find("type");
  if (found == schema.end()) {
    return false;
  }
  return found->is_array() ? found->size() == 2 && found->front() == type : *found == type;
}

}  // namespace

Schema Schemas::structure(std::string_view name, const std::function<Schema()>& make) {
  return text_form(of_request() ? std::string(name) + "Input" : std::string(name), make);
}

Schema Schemas::text_form(std::string_view name, const std::function<Schema()>& make) {
  if (!named_.contains(name)) {
    // The name stands first: a structure may hold others of its kind.
    named_.emplace(name, Schema{});
    auto made = make();
    named_.insert_or_assign(std::string(name), std::move(made));
  }
  return reference_to(name);
}

Schema boolean_schema() {
  return schema_of({{"type", "boolean"}});
}

Schema integer_schema(NumberBounds bounds) {
  Ordered number{{"type", "integer"}};
  add_bounds(number, bounds);
  return schema_of(number);
}

Schema text_schema(const Schemas& known) {
  Ordered text{{"type", "string"}};
  if (known.of_request()) {
    text["maxLength"] = kTextCharactersMax;
  }
  return schema_of(text);
}

Schema pattern_schema(std::string_view pattern) {
  return schema_of({{"type", "string"}, {"pattern", pattern}});
}

Schema constant_schema(std::string_view value) {
  return choice_schema({value});
}

Schema choice_schema(const std::vector<std::string_view>& values) {
  return schema_of({{"type", "string"}, {"enum", values}});
}

Schema array_schema(const Schemas& known, const Schema& items) {
  Ordered array{{"type", "array"}};
  if (known.of_request()) {
    array["maxItems"] = kItemsMax;
  }
  array["items"] = parsed(items);
  return schema_of(array);
}

Schema fixed_array_schema(const Schema& items, std::size_t size) {
  return schema_of(
      {{"type", "array"}, {"minItems", size}, {"maxItems", size}, {"items", parsed(items)}});
}

Schema map_schema(const Schema& values) {
  return schema_of({{"type", "object"}, {"additionalProperties", parsed(values)}});
}

Schema one_of_schema(const std::vector<Schema>& choices) {
  auto list = Ordered::array();
  for (const auto& choice : choices) {
    list.push_back(parsed(choice));
  }
  return schema_of({{"oneOf", std::move(list)}});
}

Schema nullable_schema(const Schema& schema) {
  auto json = parsed(schema);
  if (json.contains("oneOf")) {
    json["oneOf"].push_back({{"type", "null"}});
    return schema_of(json);
  }
  if (!json.contains("type")) {
    return one_of_schema({schema, schema_of({{"type", "null"}})});
  }
  if (!json["type"].is_array()) {
    json["type"] = Ordered::array({json["type"], "null"});
    if (json.contains("enum")) {
      json["enum"].push_back(nullptr);
    }
  }
  return schema_of(json);
}

Schema bounded_schema(const Schema& schema, std::int64_t least, std::int64_t most) {
  auto json = parsed(schema);
  if (is_of_type(json, "integer")) {
    add_bounds(json, {least, most});
  } else if (is_of_type(json, "array")) {
    json["items"] = parsed(bounded_schema(schema_of(json["items"]), least, most));
  }
  return schema_of(json);
}

Schema day_schema(Schemas& known) {
  return known.text_form("Day", [] {
    return schema_of({{"type", "string"},
                      {"format", "date"},
                      {"pattern", "^(19|2[01])[0-9]{2}-[0-9]{2}-[0-9]{2}$"},
                      {"description", "A day of the years 1900 to 2199."}});
  });
}

Schema clock_time_schema(Schemas& known) {
  return known.text_form("ClockTime", [] {
    return schema_of({{"type", "string"}, {"pattern", "^([01][0-9]|2[0-3]):[0-5][0-9]$"}});
  });
}

Schema happened_schema(Schemas& known) {
  return known.text_form("Happened", [] {
    return schema_of(
        {{"type", "string"},
         {"pattern", "^(19|2[01])[0-9]{2}-[0-9]{2}-[0-9]{2}(T[0-9]{2}:[0-9]{2}:[0-9]{2}.*)?$"},
         {"description", "A day, or an RFC 3339 time with +07:00. Of a request: now if left out."},
         {"examples", Ordered::array({"2021-01-18", "2021-01-18T15:58:22+07:00"})}});
  });
}

Schema instant_schema(Schemas& known) {
  return known.text_form("Instant", [] {
    return schema_of(
        {{"type", "string"}, {"format", "date-time"}, {"description", "An RFC 3339 time."}});
  });
}

Schema any_json_schema(Schemas& known) {
  return known.text_form("JsonValue", [&known] {
    const auto itself = reference_to("JsonValue");
    auto choices = Ordered::array();
    for (const auto* type : {"string", "number", "boolean", "null"}) {
      choices.push_back({{"type", type}});
    }
    // Through objects alone: TypeScript has no name for a list that holds itself, and no event
    // holds a list in a list.
    choices.push_back(parsed(map_schema(itself)));
    choices.push_back({{"type", "array"}, {"items", {{"oneOf", choices}}}});
    return schema_of(
        {{"description",
          "Any JSON, as the ledger holds it: the event's type and schema say its form."},
         {"oneOf", std::move(choices)}});
  });
}

void ObjectSchema::add(std::string_view name, Schema schema, bool required) {
  members_.push_back({std::string(name), std::move(schema), required});
}

Schema ObjectSchema::made(const Schemas& known) const {
  Ordered object{{"type", "object"}};
  // An object without members says that it has none.
  if (known.of_request() || members_.empty()) {
    object["additionalProperties"] = false;
  }
  auto required = Ordered::array();
  auto properties = Ordered::object();
  for (const auto& member : members_) {
    properties[member.name] = parsed(member.schema);
    if (member.required) {
      required.push_back(member.name);
    }
  }
  if (!required.empty()) {
    object["required"] = std::move(required);
  }
  object["properties"] = std::move(properties);
  return schema_of(object);
}

}  // namespace langnghe::codec
