#include <boost/asio/ip/address.hpp>

#include <http/client.hpp>

#include "client_connection.hpp"

namespace langnghe::http {

struct Client::Parts {
  ClientUrl url;
  std::optional<asio::ssl::context> tls;
  std::string token;
  std::unique_ptr<ClientConnection> connection;  ///< null while there is none to use again

  std::expected<ClientReply, ClientFault> ask(const ClientRequest& request, ClientLimits limits);
  [[nodiscard]] ClientRequest request(message::verb verb, std::string_view path) const;
};

ClientRequest Client::Parts::request(message::verb verb, std::string_view path) const {
  const std::string target = url.path + std::string(path);
  ClientRequest made(verb, target.empty() ? "/" : target, 11);
  made.set(message::field::host, url.authority);
  made.set(message::field::user_agent, "langnghe");
  if (!token.empty()) {
    made.set(message::field::authorization, "Bearer " + token);
  }
  return made;
}

std::expected<ClientReply, ClientFault> Client::Parts::ask(const ClientRequest& request,
                                                           ClientLimits limits) {
  const bool used = connection != nullptr;
  if (!used) {
    connection = std::make_unique<ClientConnection>(url, tls ? &*tls : nullptr);
  }
  auto reply = connection->ask(request, limits);
  if (!reply || !connection->reusable()) {
    connection.reset();
  }
  // The server may have closed a connection that was idle (RFC 9112 section 9.5).
  const bool again = !reply && used && request.method() == message::verb::get;
  return again ? ask(request, limits) : std::move(reply);
}

Client::Client(std::unique_ptr<Parts> parts) : parts_(std::move(parts)) {}
Client::~Client() = default;

std::expected<std::unique_ptr<Client>, std::string> Client::at(std::string_view url) {
  auto parsed = parse_client_url(url);
  if (!parsed) {
    return std::unexpected("not a URL of the form http[s]://HOST[:PORT][/PATH]");
  }
  auto parts = std::make_unique<Parts>();
  parts->url = std::move(*parsed);
  if (parts->url.tls) {
    parts->tls.emplace(trusting_system_store());
  }
  return std::unique_ptr<Client>(new Client(std::move(parts)));
}

void Client::authorize(std::string token) {
  parts_->token = std::move(token);
}

bool Client::keeps_secrets() const {
  boost::system::error_code wrong;
  const auto address = asio::ip::make_address(parts_->url.host, wrong);
  return parts_->url.tls || parts_->url.host == "localhost" || (!wrong && address.is_loopback());
}

std::expected<ClientReply, ClientFault> Client::get(std::string_view path, ClientLimits limits) {
  return parts_->ask(parts_->request(message::verb::get, path), limits);
}

std::expected<ClientReply, ClientFault> Client::post(std::string_view path, std::string body,
                                                     ClientLimits limits) {
  auto request = parts_->request(message::verb::post, path);
  request.set(message::field::content_type, "text/plain; charset=utf-8");
  request.body() = std::move(body);
  request.prepare_payload();
  return parts_->ask(request, limits);
}

std::expected<ClientReply, std::string> post_text(std::string_view url, std::string body,
                                                  ClientLimits limits) {
  const auto client = Client::at(url);
  if (!client) {
    return std::unexpected(client.error());
  }
  auto reply = (*client)->post("", std::move(body), limits);
  if (!reply) {
    return std::unexpected(std::move(reply.error().reason));
  }
  return std::move(*reply);
}

}  // namespace langnghe::http
