#pragma once

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include <api/accounts.hpp>
#include <api/application.hpp>
#include <ledger/staged_ledger.hpp>
#include <orders/ward_handler.hpp>

#include "access/access.hpp"
#include "caching/figures_cache.hpp"
#include "caching/page_moments.hpp"
#include "problems/failures.hpp"
#include "problems/problem.hpp"
#include "routing/target.hpp"

namespace langnghe::api {

using CommandHandler = orders::Handler;
class CaseBook;
class LiveStreams;

/// Everything that one request is answered with: the service, the request taken apart, who asks.
/// Lives on the stack of `Application::handle`.
struct Call {
  const Services& services;
  const CommandHandler& commands;
  AccessCache& accesses;
  FiguresCache& figures;
  PageMoments& pages;
  LiveStreams& live;
  CaseBook& cases;
  const Request& request;
  const Target& target;
  Waited& waited;                                  ///< see `Request::waited`
  domain::Instant now;                             ///< read once, so that one request has one now
  std::string request_id;                          ///< what the request's records are found by
  std::map<std::string_view, std::string> params;  ///< of the path, decoded
  std::string ledger;                              ///< empty outside of /wards/…
  std::shared_ptr<const projections::Snapshot> latest;  ///< of the ledger, within a ward; null
                                                        ///< for acts while views cannot be had
  std::optional<Identity> identity;                     ///< signed in, unless the route is open
  std::shared_ptr<const Access> access;                 ///< with it
  bool cacheable = false;  ///< a resource says that its answer may be given to others like this one
  std::string causation{};  ///< the record that brought an act about, where its sender names one
  /// The draft that `services.store` is, for an act of a batch that is made as a whole or not at
  /// all; else null.
  const eventstore::StagedLedger* draft = nullptr;
  /// The act is answered again because its batch was made as a whole a moment ago: whatever follows
  /// an act follows now.
  bool just_made = false;

  [[nodiscard]] const std::string& param(std::string_view name) const {
    return params.find(name)->second;
  }
  [[nodiscard]] eventstore::LedgerId ledger_id() const { return {ledger}; }
};

}  // namespace langnghe::api
