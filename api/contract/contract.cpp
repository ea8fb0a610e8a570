#include "contract/contract.hpp"

#include <string>
#include <utility>

#include "contract/operations.hpp"
#include "contract/problems.hpp"
#include "contract/schemas.hpp"

namespace langnghe::contract {
namespace {

/// Without the components that nothing refers to; answers whether there was one.
bool remove_unused(Json& contract, const std::string& kind) {
  const auto text = contract.dump();
  auto& components = contract["components"][kind];
  Json used = Json::object();
  for (const auto& [name, component] : components.items()) {
    if (text.contains("\"#/components/" + kind + '/' + name + '"')) {
      used[name] = component;
    }
  }
  const bool removed = used.size() < components.size();
  components = std::move(used);
  return removed;
}

void remove_unused(Json& contract) {
  for (const auto* kind : {"responses", "parameters", "headers", "schemas"}) {
    bool removed = true;
    while (removed) {
      // One that only such a component referred to is unused in its turn.
      removed = remove_unused(contract, kind);
    }
  }
}

}  // namespace

Json made_contract(const std::filesystem::path& prose) {
  const auto bodies = api::wire::describe_bodies();
  const auto document = read_yaml(prose / "document.yaml");
  Json contract = Json::object();
  for (const auto& [name, value] : document.items()) {
    if (name == "components") {
      contract["paths"] = made_paths(prose, bodies);
    }
    contract[name] = value;
  }
  auto& components = contract["components"];
  components["responses"] = made_responses(components.at("responses"));
  components["schemas"] = made_schemas(prose, bodies.known);
  components["schemas"].update(problem_schemas(components["schemas"].at("Problem")));
  remove_unused(contract);
  return contract;
}

}  // namespace langnghe::contract
