#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <codec/event_schemas.hpp>
#include <codec/fields.hpp>
#include <domain/actor.hpp>

#include "registry.hpp"

namespace langnghe::codec {
namespace {

using Ordered = nlohmann::ordered_json;

Ordered parsed(const Schema& schema) {
  return Ordered::parse(schema.text);
}

/// `issue.deadline_breached` is `IssueDeadlineBreached`.
std::string name_of(std::string_view type) {
  std::string name;
  bool begins = true;
  for (const char letter : type) {
    if (letter == '.' || letter == '_') {
      begins = true;
      continue;
    }
    const bool lower = letter >= 'a' && letter <= 'z';
    name += begins && lower ? static_cast<char>(letter - 'a' + 'A') : letter;
    begins = false;
  }
  return name;
}

/// Data of an older schema may lack what its upcasters give.
Schema older_schema(const Schema& newest, const Json& given) {
  auto schema = parsed(newest);
  auto required = Ordered::array();
  for (const auto& name : schema["required"]) {
    if (!given.contains(name.get<std::string>())) {
      required.push_back(name);
    }
  }
  schema["required"] = std::move(required);
  return {schema.dump()};
}

/// The data of one type of event, one schema for each that was ever stored, the newest first.
std::vector<Schema> data_schemas(Schemas& known, const EventEntry& entry) {
  const auto name = name_of(entry.type) + "Data";
  std::vector<Schema> all{known.structure(name, [&] { return entry.describe(known); })};
  for (int schema = entry.schema - 1; schema > 0; --schema) {
    all.push_back(known.structure(name + std::to_string(schema), [&] {
      return older_schema(entry.describe(known), registry().given_to(entry.type, schema));
    }));
  }
  return all;
}

Schema any_of(const std::vector<Schema>& choices) {
  if (choices.size() == 1) {
    return choices.front();
  }
  auto list = Ordered::array();
  for (const auto& choice : choices) {
    list.push_back(parsed(choice));
  }
  return {Ordered{{"anyOf", std::move(list)}}.dump()};
}

Schema versions_schema(int newest) {
  return integer_schema({1, newest});
}

Schema actor_schema(Schemas& known) {
  ObjectSchema actor;
  actor.add("role", Kind<domain::Role>::schema(known), true);
  actor.add("user", text_schema(known), true);
  return actor.made(known);
}

/// The members of every record (docs/formats/ledger.md).
Schema one_record_schema(Schemas& known, const EventEntry& entry) {
  ObjectSchema record;
  record.add("actor", known.structure("RecordActor", [&] { return actor_schema(known); }), true);
  record.add("causation", text_schema(known), true);
  record.add("correlation", text_schema(known), true);
  record.add("data", any_of(data_schemas(known, entry)), true);
  record.add("happened", happened_schema(known), true);
  record.add("id", text_schema(known), true);
  record.add("ledger", text_schema(known), true);
  record.add("recorded", instant_schema(known), true);
  record.add("stream", text_schema(known), true);
  record.add("type", constant_schema(entry.type), true);
  record.add("v", versions_schema(entry.schema), true);
  record.add("version", integer_schema({1, std::nullopt}), true);
  return record.made(known);
}

}  // namespace

Schema record_schema(Schemas& known) {
  return known.structure("Record", [&known] {
    auto choices = Ordered::array();
    auto mapping = Ordered::object();
    for (const auto& entry : registry().entries()) {
      auto reference = parsed(known.structure(name_of(entry.type) + "Record",
                                              [&] { return one_record_schema(known, entry); }));
      mapping[std::string(entry.type)] = reference["$ref"];
      choices.push_back(std::move(reference));
    }
    return Schema{
        Ordered{{"oneOf", std::move(choices)},
                {"discriminator", {{"propertyName", "type"}, {"mapping", std::move(mapping)}}}}
            .dump()};
  });
}

Schema event_data_schema(Schemas& known) {
  return known.structure("EventData", [&known] {
    std::vector<Schema> all;
    for (const auto& entry : registry().entries()) {
      for (auto& schema : data_schemas(known, entry)) {
        all.push_back(std::move(schema));
      }
    }
    return any_of(all);
  });
}

}  // namespace langnghe::codec
