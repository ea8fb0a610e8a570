#include "api/held_contract.hpp"

#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>
#include <valijson/adapters/nlohmann_json_adapter.hpp>
#include <valijson/schema.hpp>
#include <valijson/schema_parser.hpp>
#include <valijson/validation_results.hpp>
#include <valijson/validator.hpp>

#include "contract/yaml.hpp"
#include "routing/router.hpp"
#include "routing/target.hpp"

namespace langnghe::api::spec {
namespace {

using Json = nlohmann::json;
using Adapter = valijson::adapters::NlohmannJsonAdapter;

/// An answer may hold nothing that the contract does not name, or clients would never learn of it.
/// The contract itself leaves that open, because members are added to answers.
void close(Json& schema) {
  if (schema.is_object() && schema.contains("properties") && schema["properties"].is_object() &&
      !schema.contains("additionalProperties")) {
    schema["additionalProperties"] = false;
  }
  // A date has a pattern beside its format, for which the validator makes a new expression each
  // time.
  if (schema.is_object() && schema.contains("pattern")) {
    schema.erase("format");
  }
  if (schema.is_structured()) {
    for (auto& inner : schema) {
      close(inner);
    }
  }
}

class HeldContract {
 public:
  HeldContract()
      : contract_(Json::parse(
            contract::read_yaml(std::string(LANGNGHE_API_FOLDER) + "/openapi.yaml").dump())),
        router_(all_routes()) {
    close(contract_["components"]);
    close(contract_["paths"]);
  }

  void check(const Request& request, const Response& response) {
    const auto* operation = find(request);
    if (operation == nullptr) {
      return;
    }
    const auto where = operation->at("operationId").get<std::string>();
    const auto* said = response_of(*operation, response.status);
    ASSERT_NE(said, nullptr) << where << " is answered with " << response.status;
    check_headers(where, *said, response);
    check_body(where + ' ' + std::to_string(response.status), *said, response);
    if (response.status < 300) {
      check_request(where, *operation, request);
    }
  }

 private:
  [[nodiscard]] const Json* resolved(const Json* part) const {
    while (part->contains("$ref")) {
      const auto pointer = part->at("$ref").get<std::string>().substr(1);
      part = &contract_.at(Json::json_pointer(pointer));
    }
    return part;
  }

  /// Nothing where the program has no such route, which the contract does not say either.
  [[nodiscard]] const Json* find(const Request& request) const {
    const auto target = parse_target(request.target);
    if (!target) {
      return nullptr;
    }
    const auto match = router_.find(request.method, *target);
    if (match.route == nullptr) {
      return nullptr;
    }
    auto path = match.route->pattern;
    if (const auto plus = path.find("+}"); plus != std::string::npos) {
      path.erase(plus, 1);
    }
    // HEAD is answered as GET is, without a body.
    std::string method;
    for (const auto letter : name_of(match.route->method)) {
      method += static_cast<char>(letter - 'A' + 'a');
    }
    return &contract_.at("paths").at(path).at(method);
  }

  [[nodiscard]] const Json* response_of(const Json& operation, int status) const {
    const auto& responses = operation.at("responses");
    const auto own = responses.find(std::to_string(status));
    if (own != responses.end()) {
      return resolved(&*own);
    }
    const auto otherwise = responses.find("default");
    return status >= 400 && otherwise != responses.end() ? resolved(&*otherwise) : nullptr;
  }

  static std::optional<std::string> header_of(const Response& response, std::string_view name) {
    for (const auto& [held, value] : response.headers) {
      if (held == name) {
        return value;
      }
    }
    return std::nullopt;
  }

  void check_headers(const std::string& where, const Json& said, const Response& response) const {
    const auto headers = said.value("headers", Json::object());
    for (const auto& [name, header] : headers.items()) {
      if (resolved(&header)->value("required", false)) {
        EXPECT_TRUE(header_of(response, name)) << where << ' ' << response.status << ' ' << name;
      }
    }
  }

  void check_body(const std::string& where, const Json& said, const Response& response) {
    if (response.body.empty()) {
      return;
    }
    ASSERT_TRUE(said.contains("content")) << where << " has a body";
    const auto type = header_of(response, "Content-Type").value_or("");
    const auto media = type.substr(0, type.find(';'));
    const auto& content = said.at("content");
    const auto found = content.contains(media) ? content.find(media) : content.find("*/*");
    ASSERT_NE(found, content.end()) << where << " is of type " << type;
    if (media.ends_with("json")) {
      validate(where, found->at("schema"), Json::parse(response.body));
    }
  }

  void check_request(const std::string& where, const Json& operation, const Request& request) {
    const auto body = operation.find("requestBody");
    if (body == operation.end() || request.body.empty()) {
      return;
    }
    const auto& content = body->at("content");
    const auto json = content.find("application/json");
    if (json != content.end()) {
      validate(where + ", its request", json->at("schema"), Json::parse(request.body));
    }
  }

  /// Parsed once for each place of the contract.
  const valijson::Schema& parsed(const Json& schema) {
    auto& kept = schemas_[&schema];
    if (!kept) {
      // References are looked up in the document that is parsed: it has the components beside it.
      Json document{{"allOf", Json::array({schema})}, {"components", contract_["components"]}};
      kept = std::make_unique<Parsed>();
      kept->document = std::move(document);
      valijson::SchemaParser parser;
      parser.populateSchema(Adapter(kept->document), kept->schema);
    }
    return kept->schema;
  }

  void validate(const std::string& where, const Json& schema, const Json& value) {
    // Many roles are shown the same.
    if (!seen_.emplace(&schema, value.dump()).second) {
      return;
    }
    valijson::ValidationResults results;
    if (validator_.validate(parsed(schema), Adapter(value), &results)) {
      return;
    }
    std::string faults;
    valijson::ValidationResults::Error error;
    while (results.popError(error)) {
      for (const auto& step : error.context) {
        faults += step;
      }
      faults += ": " + error.description + '\n';
    }
    ADD_FAILURE() << where << " is not as contracted\n" << faults << value.dump();
  }

  struct Parsed {
    Json document;
    valijson::Schema schema;
  };

  Json contract_;
  Router router_;
  valijson::Validator validator_;  ///< keeps the patterns it has compiled
  std::map<const Json*, std::unique_ptr<Parsed>> schemas_;
  std::set<std::pair<const Json*, std::string>> seen_;  ///< compared already
};

}  // namespace

void expect_as_contracted(const Request& request, const Response& response) {
  static HeldContract contract;
  contract.check(request, response);
}

}  // namespace langnghe::api::spec
