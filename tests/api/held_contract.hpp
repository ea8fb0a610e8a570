#pragma once

#include <api/http_types.hpp>

/// The contract (api/openapi.yaml) as the tests hold it: every answer that a test receives is
/// compared with what the contract says of it, and so is the body of every request that was taken.
namespace langnghe::api::spec {

/// Fails the running test where the answer is not what the contract allows.
void expect_as_contracted(const Request& request, const Response& response);

}  // namespace langnghe::api::spec
