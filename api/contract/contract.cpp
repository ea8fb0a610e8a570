#include "contract/contract.hpp"

#include "contract/operations.hpp"
#include "contract/schemas.hpp"

namespace langnghe::contract {

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
  contract["components"]["schemas"] = made_schemas(prose, bodies.known);
  return contract;
}

}  // namespace langnghe::contract
