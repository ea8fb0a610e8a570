#include "contract/operations.hpp"

#include <algorithm>
#include <map>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <domain/permissions.hpp>

#include "contract/problems.hpp"
#include "contract/schemas.hpp"
#include "resources/act_subjects.hpp"
#include "routing/router.hpp"

namespace langnghe::contract {
namespace {

using api::Precondition;

Json reference(std::string_view kind, std::string_view name) {
  return {{"$ref", "#/components/" + std::string(kind) + '/' + std::string(name)}};
}

/// A name alone stands for the parameter of that name.
Json parameter(const Json& said) {
  return said.is_string() ? reference("parameters", said.get_ref<const std::string&>()) : said;
}

/// The parameters of a path, in its order.
Json path_parameters(const std::string& path) {
  static const std::map<std::string_view, std::string_view> kNames{
      {"ward", "Ward"},         {"id", "PathId"},     {"year", "Year"},     {"family", "Family"},
      {"file", "File"},         {"figure", "Figure"}, {"hash", "Hash"},     {"level", "Level"},
      {"tile", "Tile"},         {"khom", "Khom"},     {"period", "Period"}, {"token", "Token"},
      {"session", "SessionId"}, {"kind", "Kind"}};
  auto list = Json::array();
  for (auto at = path.find('{'); at != std::string::npos; at = path.find('{', at + 1)) {
    const auto name = path.substr(at + 1, path.find('}', at) - at - 1);
    list.push_back(reference("parameters", kNames.at(name)));
  }
  return list;
}

/// Every answer names its request.
void add_request_id(Json& response) {
  if (!response.contains("$ref")) {
    response["headers"]["X-Request-Id"] = reference("headers", "RequestId");
  }
}

std::vector<std::string_view> version_headers(Precondition precondition) {
  switch (precondition) {
    case Precondition::seen:
      return {"IfMatch"};
    case Precondition::seen_or_any:
      return {"IfMatchOrAny"};
    case Precondition::absent_or_any:
      return {"IfNoneMatch", "IfMatchZero"};
    case Precondition::seen_or_first:
      return {"IfMatchUnlessFirst"};
    case Precondition::any:
      return {"IfMatchOptional"};
    case Precondition::unasked:
      break;
  }
  return {};
}

std::string roles_of(const domain::ActRule& rule) {
  std::string roles = "Roles: ";
  for (const auto role : rule.roles) {
    roles += roles.ends_with(' ') ? "" : ", ";
    roles += domain::to_text(role);
  }
  return roles + '.';
}

Json body_of(const Json& said, const codec::Schema& described, const std::string& name) {
  auto schema = json_of(described);
  add_prose(schema, said.value("members", Json::object()), name);
  Json content{{"schema", std::move(schema)}};
  if (said.contains("example")) {
    content["example"] = said["example"];
  }
  return {{"required", said.value("body", std::string("required")) == "required"},
          {"content", {{"application/json", std::move(content)}}}};
}

/// One act of the domain's table.
Json act_operation(const domain::ActRule& rule, const Json& said, const api::wire::Bodies& bodies) {
  const auto name = api::wire::act_path(rule.subject, rule.act);
  Json operation{{"operationId", said.at("operationId")}, {"summary", said.at("summary")}};
  const auto more = said.value("description", std::string{});
  operation["description"] = roles_of(rule) + (more.empty() ? "" : ' ' + more);
  operation["tags"] = said.value("tags", Json::array({"acts"}));
  const bool recorded = !said.contains("responses");
  if (recorded) {
    auto parameters = Json::array({parameter("IdempotencyKey")});
    for (const auto header :
         version_headers(api::resources::precondition_of(rule.subject, rule.act))) {
      parameters.push_back(reference("parameters", header));
    }
    parameters.push_back(parameter("ActingRole"));
    operation["parameters"] = std::move(parameters);
  }
  operation["requestBody"] = body_of(said, bodies.of.at(name), name);
  auto responses = said.value("responses", Json::object());
  if (recorded) {
    // Of an act on a dialogue that begins an issue the answer is the issue's.
    const auto subject =
        domain::from_text<domain::Subject>(said.value("answers_of", std::string{}));
    const auto acted = api::wire::acted_name(subject.value_or(rule.subject));
    responses["200"] = reference("responses", acted);
    if (said.value("creates", false)) {
      responses["201"] = reference("responses", acted + "First");
    }
  }
  responses["default"] = reference("responses", "Problem");
  operation["responses"] = std::move(responses);
  return operation;
}

/// The answer of a read: the shape it names, with what every read has.
Json read_responses(const Json& said) {
  Json content{{"schema", reference("schemas", said.at("answer").get<std::string>())}};
  if (said.contains("example")) {
    content["example"] = said["example"];
  }
  return {{"200",
           {{"description", said.value("answers", said.at("summary").get<std::string>())},
            {"headers",
             {{"X-Ledger-Size", reference("headers", "LedgerSize")},
              {"ETag", reference("headers", "ETag")}}},
            {"content", {{"application/json", std::move(content)}}}}},
          {"304", {{"description", "The reader has it already."}}}};
}

/// An operation that is no act: parameters and answers are said by hand, shapes come from code.
Json other_operation(const Json& said, const api::wire::Bodies& bodies) {
  Json operation = Json::object();
  for (const auto& [keyword, value] : said.items()) {
    if (keyword == "parameters") {
      operation[keyword] = Json::array();
      for (const auto& one : value) {
        operation[keyword].push_back(parameter(one));
      }
    } else if (keyword == "requestBody") {
      const std::string name = said.at("operationId");
      operation[keyword] =
          value.contains("content") ? value : body_of(value, bodies.of.at(name), name);
    } else if (keyword == "answer") {
      operation["responses"] = read_responses(said);
    } else if (keyword != "answers" && keyword != "example" && keyword != "problems") {
      operation[keyword] = value;
    }
  }
  if (!said.contains("problems")) {
    operation["responses"]["default"] = reference("responses", "Problem");
  }
  return operation;
}

/// The statuses of what may go wrong, before `default`.
void add_problems(const Asked& asked, Json& responses) {
  if (!responses.contains("default")) {
    return;
  }
  for (const auto& [status, codes] : problems_of(asked)) {
    const auto key = std::to_string(status);
    if (!responses.contains(key)) {
      responses[key] = reference("responses", problem_name(status));
    }
  }
  const Json otherwise = responses["default"];
  responses.erase("default");
  responses["default"] = otherwise;
}

bool has_tag(const Json& operation, std::string_view tag) {
  return std::ranges::find(operation.at("tags"), tag) != operation.at("tags").end();
}

/// Done once for each key, as acts are.
bool takes_key(const Json& operation) {
  const auto parameters = operation.value("parameters", Json::array());
  return std::ranges::find(parameters, parameter("IdempotencyKey")) != parameters.end();
}

bool takes_json(const Json& operation) {
  return operation.contains("requestBody") &&
         operation["requestBody"]["content"].contains("application/json");
}

/// Everything people say of operations, by `get /path` or by act; what was used is taken out.
class Prose {
 public:
  explicit Prose(const std::filesystem::path& folder) {
    for (const auto& entry : std::filesystem::directory_iterator(folder / "acts")) {
      const auto said = read_yaml(entry.path());
      for (const auto& [act, of_act] : said.items()) {
        add(entry.path().stem().string() + '/' + act, of_act);
      }
    }
    for (const auto& entry : std::filesystem::directory_iterator(folder / "operations")) {
      const auto said = read_yaml(entry.path());
      for (const auto& [path, methods] : said.items()) {
        for (const auto& [method, operation] : methods.items()) {
          add(method + ' ' + path, operation);
        }
      }
    }
  }

  [[nodiscard]] Json take(const std::string& name) {
    const auto found = said_.extract(name);
    if (found.empty()) {
      throw std::runtime_error("nothing is said of " + name);
    }
    return found.mapped();
  }
  void check_all_used() const {
    if (!said_.empty()) {
      throw std::runtime_error("there is prose of what there is not: " + said_.begin()->first);
    }
  }

 private:
  void add(std::string name, const Json& said) {
    if (!said_.emplace(name, said).second) {
      throw std::runtime_error("said twice: " + name);
    }
  }

  std::map<std::string, Json> said_;
};

std::string lower(std::string_view text) {
  std::string out(text);
  for (auto& letter : out) {
    letter = letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter - 'A' + 'a') : letter;
  }
  return out;
}

/// A response of acts with the answer's schema in it.
Json answered_with(Json response, const std::string& schema) {
  response["content"]["application/json"]["schema"] = reference("schemas", schema);
  return response;
}

}  // namespace

Json made_responses(const Json& said) {
  Json responses = Json::object();
  for (const auto& [subject, name] : domain::EnumText<domain::Subject>::kNames) {
    const auto acted = api::wire::acted_name(subject);
    responses[acted] = answered_with(said.at("Acted"), acted);
    responses[acted + "First"] = answered_with(said.at("Created"), acted);
  }
  responses["Problem"] = said.at("Problem");
  responses.update(problem_responses(said.at("Problem")));
  for (auto& response : responses) {
    add_request_id(response);
  }
  return responses;
}

Json made_paths(const std::filesystem::path& prose, const api::wire::Bodies& bodies) {
  Prose said(prose);
  std::map<std::string, const domain::ActRule*> acts;
  for (const auto& rule : domain::act_rules()) {
    if (!domain::is_clock_act(rule)) {
      acts.emplace(api::resources::route_of(rule.subject, rule.act), &rule);
    }
  }
  Json paths = Json::object();
  for (const auto& route : api::all_routes()) {
    // `{name+}` is the router's own: OpenAPI has no template of several segments.
    auto path = route.pattern;
    if (const auto plus = path.find("+}"); plus != std::string::npos) {
      path.erase(plus, 1);
    }
    auto& item = paths[path];
    item["parameters"] = path_parameters(path);
    item["parameters"].push_back(parameter("RequestId"));
    const auto method = lower(api::name_of(route.method));
    Asked asked;
    asked.gate = route.gate;
    asked.writes = method != "get";
    const auto act = acts.find(path);
    if (method == "post" && act != acts.end()) {
      const auto& rule = *act->second;
      const auto of_act = said.take(api::wire::act_path(rule.subject, rule.act));
      item[method] = act_operation(rule, of_act, bodies);
      asked.act = true;
    } else {
      item[method] = other_operation(said.take(method + ' ' + path), bodies);
    }
    auto& operation = item[method];
    asked.batch = has_tag(operation, "batch");
    asked.act = asked.act || asked.batch;
    asked.json_body = takes_json(operation);
    asked.file = asked.act || has_tag(operation, "files");
    asked.paper = has_tag(operation, "papers");
    asked.secrets = has_tag(operation, "session");
    asked.live = has_tag(operation, "live");
    asked.cases = has_tag(operation, "public") && asked.writes;
    asked.act = asked.act || (asked.cases && takes_key(operation));
    add_problems(asked, operation["responses"]);
    for (auto& response : operation["responses"]) {
      add_request_id(response);
    }
  }
  said.check_all_used();
  return paths;
}

}  // namespace langnghe::contract
