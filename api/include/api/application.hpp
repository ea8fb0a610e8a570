#pragma once

#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include <search/issue_search.hpp>
#include <search/people_search.hpp>

#include <api/http_types.hpp>
#include <api/limits.hpp>
#include <api/trouble.hpp>
#include <attachments/attachments.hpp>
#include <domain/time.hpp>
#include <following/supervisor.hpp>
#include <ledger/store.hpp>
#include <projections/views.hpp>
#include <transparency/cosigning.hpp>
#include <transparency/ledger_watch.hpp>
#include <transparency/transparency.hpp>
#include <vault/vault.hpp>

namespace langnghe::papers {
class PdfMaker;
}

namespace langnghe::api {

class Accounts;
class ClockGuard;

/// The parts the service is built on, but for the ledgers themselves.
struct ServicesBesideStore {
  eventstore::Vault& vault;
  projections::Views& views;
  Accounts& accounts;
  std::function<domain::Instant()> now;  ///< the server's clock; tests and the demonstration set it
  Limits limits;
  /// Signed heads and proofs; where there is none, what asks for them is told to come later.
  eventstore::Transparency* transparency = nullptr;
  /// Files; where there are none, what asks for them is told to come later.
  eventstore::Attachments* attachments = nullptr;
  /// The heads that witnesses have signed; nothing where none is asked.
  const eventstore::Cosigning* cosigning = nullptr;
  /// The findings of reading whole ledgers; nothing where none are read.
  const eventstore::LedgerWatch* watch = nullptr;
  /// Acts are held while it says so; without one every clock is trusted.
  ClockGuard* clock = nullptr;
  /// Further faults an operator must know of now. Quick; any thread. May be empty.
  std::function<std::vector<Trouble>()> troubles{};
  /// How far each consumer of the ledgers is, for /metrics; nothing where none is supervised.
  const eventstore::Supervisor* following = nullptr;
  /// Finds issues by words; where there is none, what asks for it is told to come later.
  search::IssueSearch* search = nullptr;
  /// The same for people.
  search::PeopleSearch* people = nullptr;
  /// Makes PDF of papers; where there is none, who asks for one is told so.
  papers::PdfMaker* pdf = nullptr;
};

/// The parts the service is built on; all must outlive it. `{services, store}` are the same parts
/// over another store.
struct Services : ServicesBesideStore {
  eventstore::EventStore& store;
};

/// The HTTP API without HTTP: a request in, a response out. `handle` may be called from any thread
/// and blocks on the store; the server calls it on a pool, tests and the demonstration directly.
class Application {
 public:
  explicit Application(Services services);
  ~Application();
  Application(const Application&) = delete;
  Application& operator=(const Application&) = delete;

  [[nodiscard]] Response handle(const Request& request);

  /// Has live streams told of what comes, until the following is destroyed: before the application,
  /// and after whatever serves its streams. Called once.
  [[nodiscard]] std::unique_ptr<eventstore::Following> follow(eventstore::Supervisor& supervisor);

  /// Does it ask how the service itself is? Such a request is answered whatever the rest does.
  [[nodiscard]] static bool is_about_the_service(const Request& head);

  /// Is the body of a request with this head to be handed over as a stream? Quick; never blocks.
  [[nodiscard]] bool streams_body(const Request& head) const;

 private:
  struct Parts;
  std::unique_ptr<Parts> parts_;
};

}  // namespace langnghe::api
