// The signed head, tiles and proofs: what a stranger needs to check the ledger without trusting
// this program. Hashes are for everybody; records are for who may read the ledger.
#include "shapes/proofs.hpp"

#include <api/receipt.hpp>
#include <transparency/tiles.hpp>

#include "bytes/digest.hpp"
#include "call/waiting.hpp"
#include "reading/issue_reading.hpp"
#include "reading/reading.hpp"
#include "reading/shown_code.hpp"
#include "resources/routes.hpp"
#include "routing/conditional.hpp"
#include "routing/query.hpp"
#include "wire/answers.hpp"

namespace langnghe::api::resources {
namespace {

using eventstore::ProofError;
using eventstore::ProofErrorCode;

/// The reason that no head can be had. Details for the operator stay in the log.
Problem no_head(std::string_view code, std::string_view why) {
  auto waiting = problem(ProblemCode::not_ready);
  waiting.faults.push_back({Fault::In::body, "/transparency", std::string(code), std::string(why)});
  return retry_later(std::move(waiting), 1);
}

Problem proof_problem(const ProofError& error) {
  return error.code == ProofErrorCode::not_there
             ? problem(ProblemCode::not_found)
             : no_head("checkpoints_stopped", eventstore::to_text(error.code));
}

/// The log, once it has signed a first head of this ledger.
std::expected<const eventstore::Transparency*, Problem> open_log(const Call& call) {
  const auto* log = call.services.transparency;
  if (log == nullptr || log->published(call.ledger_id()) == 0) {
    return fail(no_head("checkpoint_absent", ""));
  }
  return log;
}

Response text_response(std::string body) {
  Response response;
  response.body = std::move(body);
  response.set("Content-Type", "text/plain; charset=utf-8");
  return response;
}

// GET …/tlog/checkpoint: the last signed head (C2SP tlog-checkpoint).
Reply get_checkpoint(Call& call) {
  const auto log = open_log(call);
  if (!log) {
    return fail(log.error());
  }
  auto response = text_response(*(*log)->checkpoint(call.ledger_id()));
  response.set("Cache-Control", "no-cache");
  return response;
}

// GET …/tlog/vkey: whose signature that is. Compare it with one from elsewhere.
Reply get_verifier_key(Call& call) {
  const auto log = open_log(call);
  if (!log) {
    return fail(log.error());
  }
  auto response = text_response((*log)->verifier(call.ledger_id()).text() + '\n');
  response.set("Cache-Control", "no-cache");
  return response;
}

// GET …/tlog/witnessed: the head that most witnesses have signed, which may be an older one.
Reply get_witnessed(Call& call) {
  const auto log = open_log(call);
  if (!log) {
    return fail(log.error());
  }
  const auto head = (*log)->witnessed(call.ledger_id());
  if (!head) {
    return fail(ProblemCode::not_found);
  }
  auto response = text_response(head->note);
  response.set("Cache-Control", "no-cache");
  return response;
}

// GET …/tlog/vkeys: that key and those before it, newest first.
Reply get_verifier_keys(Call& call) {
  const auto log = open_log(call);
  if (!log) {
    return fail(log.error());
  }
  std::string lines;
  for (const auto& key : (*log)->verifiers(call.ledger_id())) {
    lines += key.text() + '\n';
  }
  auto response = text_response(std::move(lines));
  response.set("Cache-Control", "no-cache");
  return response;
}

// GET …/tlog/key-changes: the notes by which one key gave way to the next, signed by both.
Reply get_key_changes(Call& call) {
  const auto log = open_log(call);
  if (!log) {
    return fail(log.error());
  }
  auto changes = (*log)->key_changes(call.ledger_id());
  if (!changes) {
    return fail(proof_problem(changes.error()));
  }
  auto response = text_response(std::move(*changes));
  response.set("Cache-Control", "no-cache");
  return response;
}

Reply tile_answer(const Call& call, const std::string& path) {
  const auto log = open_log(call);
  if (!log) {
    return fail(log.error());
  }
  const auto coordinate = eventstore::parse_tile_path(path);
  if (!coordinate) {
    return fail(ProblemCode::not_found);
  }
  auto tile = (*log)->tile(call.ledger_id(), *coordinate);
  if (!tile) {
    return fail(proof_problem(tile.error()));
  }
  Response response;
  response.body = std::move(*tile);
  response.set("Content-Type", "application/octet-stream");
  return response;
}

// GET …/tlog/tile/{level}/{tile+}: hashes only, which tell nothing of what was hashed.
Reply get_tile(Call& call) {
  auto answer = tile_answer(call, "tile/" + call.param("level") + "/" + call.param("tile"));
  if (answer) {
    // A tile never changes (C2SP tlog-tiles).
    answer->set("Cache-Control", "public, max-age=31536000, immutable");
  }
  return answer;
}

// GET …/tlog/tile/entries/{tile+}: the records.
Reply get_entries(Call& call) {
  // A bundle is proven as it is, so nothing can be left out of it: it is for who reads all records.
  const auto path = "tile/entries/" + call.param("tile");
  auto answer = tile_answer(call, path);
  if (answer) {
    // It never changes either, but the next person at this machine may have no right to it: a
    // browser has to ask, and is told "not modified" only as the same reader.
    constexpr std::size_t kDigits = 12;
    answer->set("Cache-Control", "private, no-cache");
    answer->set("Vary", "Authorization, Cookie");
    answer->set("ETag",
                "W/\"" + sha256_hex(path).substr(0, kDigits) + '-' + reader_view(call) + '"');
  }
  return answer;
}

shapes::Base64Hash shape_of(const eventstore::Hash& hash) {
  return {to_base64({reinterpret_cast<const char*>(hash.data()), hash.size()})};
}

std::vector<shapes::Base64Hash> shape_of(const eventstore::HashPath& path) {
  std::vector<shapes::Base64Hash> hashes;
  hashes.reserve(path.size());
  for (const auto& hash : path) {
    hashes.push_back(shape_of(hash));
  }
  return hashes;
}

// GET …/proofs/inclusion?position=&size=: that a record is in the ledger of that size.
Reply get_inclusion(Call& call) {
  const auto log = open_log(call);
  if (!log) {
    return fail(log.error());
  }
  const auto published = (*log)->published(call.ledger_id());
  Query query(call.target);
  const auto size = query.number("size", 1, published).value_or(published);
  const auto position = query.number("position", 0, size - 1);
  if (!position && !query.has("position")) {
    query.add("position", "missing_parameter", "0.." + std::to_string(size - 1));
  }
  if (auto wrong = query.problem()) {
    return fail(std::move(*wrong));
  }
  const auto record = call.services.store.read_ledger(call.ledger_id(), {*position}, 1);
  if (!record) {
    return fail(store_problem(record.error()));
  }
  const auto path = (*log)->inclusion(call.ledger_id(), *position, size);
  if (!path || record->empty()) {
    return fail(path ? problem(ProblemCode::not_found) : proof_problem(path.error()));
  }
  const shapes::InclusionProof proof{.ledger = call.ledger,
                                     .position = *position,
                                     .size = size,
                                     .leaf = shape_of(eventstore::leaf_hash(record->front().bytes)),
                                     .hashes = shape_of(*path)};
  return json_response(200, wire::text(proof));
}

// GET …/proofs/consistency?from=&to=: that the ledger of size `to` continues that of size `from`.
Reply get_consistency(Call& call) {
  const auto log = open_log(call);
  if (!log) {
    return fail(log.error());
  }
  const auto published = (*log)->published(call.ledger_id());
  Query query(call.target);
  const auto to = query.number("to", 0, published).value_or(published);
  const auto from = query.number("from", 0, to);
  if (!from && !query.has("from")) {
    query.add("from", "missing_parameter", "0.." + std::to_string(to));
  }
  if (auto wrong = query.problem()) {
    return fail(std::move(*wrong));
  }
  const auto path = (*log)->consistency(call.ledger_id(), *from, to);
  if (!path) {
    return fail(proof_problem(path.error()));
  }
  const shapes::ConsistencyProof proof{
      .ledger = call.ledger, .from = *from, .to = to, .hashes = shape_of(*path)};
  return json_response(200, wire::text(proof));
}

// GET …/issues/{id}/receipt: the record with which the issue began, proven, to be printed.
Reply get_issue_receipt(Call& call) {
  const auto found = open_issue(call);
  if (!found) {
    return fail(found.error());
  }
  const auto log = open_log(call);
  if (!log) {
    return fail(log.error());
  }
  const eventstore::StreamName stream{"issue-" + found->row.id.value};
  const auto first = call.services.store.read_stream(call.ledger_id(), stream, {0}, 1);
  if (!first || first->empty()) {
    return fail(first ? problem(ProblemCode::not_found) : store_problem(first.error()));
  }
  const auto& record = first->front();
  const auto is_signed = wait_for_head(call, **log, record.position.value + 1);
  if (!is_signed) {
    return fail(is_signed.error());
  }
  if (!*is_signed) {
    return fail(no_head("checkpoint_absent", ""));
  }
  const auto receipt = (*log)->receipt(call.ledger_id(), record.position);
  if (!receipt) {
    return fail(proof_problem(receipt.error()));
  }
  return text_response(printable_receipt(
      *receipt, record.bytes, shown_case_code(call, found->row).value_or(std::string())));
}

void add_open(std::vector<Route>& routes, std::string_view tail, Reply (*handle)(Call&)) {
  routes.push_back({Method::get, std::string(kWardBase) + std::string(tail), Gate::ward, handle});
}

}  // namespace

void add_proof_routes(std::vector<Route>& routes) {
  add_open(routes, "tlog/checkpoint", &get_checkpoint);
  add_open(routes, "tlog/witnessed", &get_witnessed);
  add_open(routes, "tlog/vkey", &get_verifier_key);
  add_open(routes, "tlog/vkeys", &get_verifier_keys);
  add_open(routes, "tlog/key-changes", &get_key_changes);
  add_read(routes, "tlog/tile/entries/{tile+}", &get_entries);
  add_open(routes, "tlog/tile/{level}/{tile+}", &get_tile);
  add_open(routes, "proofs/inclusion", &get_inclusion);
  add_open(routes, "proofs/consistency", &get_consistency);
  add_read(routes, "issues/{id}/receipt", &get_issue_receipt);
}

}  // namespace langnghe::api::resources
