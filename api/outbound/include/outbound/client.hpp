#pragma once

#include <chrono>
#include <cstddef>
#include <expected>
#include <memory>
#include <string>
#include <string_view>

namespace langnghe::outbound {

struct ClientReply {
  int status = 0;
  std::string body;
};

struct ClientLimits {
  std::chrono::milliseconds time{3'000};  ///< for everything together
  std::size_t body_bytes_max = std::size_t{64} << 10;
};

/// The reason that there is no answer, for the operator.
struct ClientFault {
  std::string reason;
  bool tls = false;  ///< the server could not show that it is the host it was asked for as
};

/// One server that is asked again and again over HTTP/1.1, by libcurl, on a connection that stays
/// open between two questions. With https:// the certificate must name the host and lead to an
/// authority this machine trusts (OpenSSL's store; SSL_CERT_FILE and SSL_CERT_DIR name another).
/// The proxy of `https_proxy` or `http_proxy` is used, as `no_proxy` allows, but never for this
/// machine itself. Redirects are not followed: an answer of another server would be taken for this
/// one's. Used by one thread at a time.
///
///   auto client = Client::at("https://phuong.example:8443/langnghe");
///   const auto reply = (*client)->get("/healthz", {.time = seconds(5)});
class Client {
 public:
  /// Connects with the first question. The URL's own path stands in front of each that is asked.
  [[nodiscard]] static std::expected<std::unique_ptr<Client>, std::string> at(std::string_view url);
  Client(const Client&) = delete;
  Client& operator=(const Client&) = delete;
  ~Client();

  /// Sent as `Authorization: Bearer` from now on.
  void authorize(std::string token);
  /// May a secret be sent: through TLS, or without leaving this machine?
  [[nodiscard]] bool keeps_secrets() const;

  [[nodiscard]] std::expected<ClientReply, ClientFault> get(std::string_view path,
                                                            ClientLimits limits = {});
  /// As text/plain.
  [[nodiscard]] std::expected<ClientReply, ClientFault> post(std::string_view path,
                                                             std::string body,
                                                             ClientLimits limits = {});

 private:
  struct Parts;
  explicit Client(std::unique_ptr<Parts> parts);
  std::unique_ptr<Parts> parts_;
};

/// Posts a text on a connection of its own and waits for the answer. Thread-safe.
[[nodiscard]] std::expected<ClientReply, std::string> post_text(std::string_view url,
                                                                std::string body,
                                                                ClientLimits limits = {});

}  // namespace langnghe::outbound
