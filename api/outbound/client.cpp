#include <cstdlib>
#include <memory>
#include <utility>

#include <curl/curl.h>
#include <outbound/client.hpp>

#include "url.hpp"

namespace langnghe::outbound {
namespace {

struct EasyEnd {
  void operator()(CURL* easy) const { curl_easy_cleanup(easy); }
};
struct HeadersEnd {
  void operator()(curl_slist* headers) const { curl_slist_free_all(headers); }
};
using Easy = std::unique_ptr<CURL, EasyEnd>;
using Headers = std::unique_ptr<curl_slist, HeadersEnd>;

/// libcurl's own start, once and before the first handle; it is never ended, because other threads
/// may still use it while the process ends.
void start_curl() {
  static const CURLcode started = curl_global_init(CURL_GLOBAL_DEFAULT);
  static_cast<void>(started);
}

struct Body {
  std::string bytes;
  std::size_t bytes_max = 0;
};

/// Keeps what has come. libcurl ends the transfer where less is taken than was given.
std::size_t take(char* bytes, std::size_t, std::size_t count, void* into) {
  auto& body = *static_cast<Body*>(into);
  if (count > body.bytes_max - body.bytes.size()) {
    return 0;
  }
  body.bytes.append(bytes, count);
  return count;
}

/// This machine is never asked through a proxy, whatever the environment says of others.
std::string without_proxy() {
  std::string hosts = "localhost,127.0.0.0/8,::1";
  for (const char* name : {"no_proxy", "NO_PROXY"}) {
    if (const char* more = std::getenv(name); more != nullptr && *more != '\0') {
      return hosts + "," + more;
    }
  }
  return hosts;
}

bool is_loopback(std::string_view host) {
  if (host == "localhost" || host == "::1") {
    return true;
  }
  // An IPv4 address of the block 127.0.0.0/8 (RFC 1122 section 3.2.1.3), not a name that begins so.
  return host.starts_with("127.") &&
         host.find_first_not_of("0123456789.") == std::string_view::npos;
}

bool is_about_tls(CURLcode code) {
  return code == CURLE_SSL_CONNECT_ERROR || code == CURLE_PEER_FAILED_VERIFICATION ||
         code == CURLE_SSL_ISSUER_ERROR || code == CURLE_SSL_CACERT_BADFILE;
}

std::string reason_of(CURLcode code, const char* detail) {
  switch (code) {
    case CURLE_OPERATION_TIMEDOUT:
      return "no answer in time";
    case CURLE_WRITE_ERROR:
      return "the answer is longer than allowed";
    default:
      return *detail != '\0' ? detail : curl_easy_strerror(code);
  }
}

}  // namespace

struct Client::Parts {
  Url url;
  std::string token;
  std::string no_proxy = without_proxy();
  Easy easy;  ///< keeps the connection from one question to the next

  std::expected<ClientReply, ClientFault> ask(std::string_view path, const std::string* posted,
                                              ClientLimits limits);
  void prepare(const std::string& target, ClientLimits limits) const;
};

void Client::Parts::prepare(const std::string& target, ClientLimits limits) const {
  CURL* const handle = easy.get();
  curl_easy_reset(handle);  // options only: the open connection stays
  curl_easy_setopt(handle, CURLOPT_URL, target.c_str());
  curl_easy_setopt(handle, CURLOPT_PROTOCOLS_STR, "http,https");
  curl_easy_setopt(handle, CURLOPT_HTTP_VERSION, CURL_HTTP_VERSION_1_1);
  curl_easy_setopt(handle, CURLOPT_NOPROXY, no_proxy.c_str());
  curl_easy_setopt(handle, CURLOPT_TIMEOUT_MS, static_cast<long>(limits.time.count()));
  curl_easy_setopt(handle, CURLOPT_NOSIGNAL, 1L);
  curl_easy_setopt(handle, CURLOPT_USERAGENT, "langnghe");
  curl_easy_setopt(handle, CURLOPT_PATH_AS_IS, 1L);
  // RFC 8996: TLS 1.0 and 1.1 are not used any more.
  curl_easy_setopt(handle, CURLOPT_SSLVERSION, static_cast<long>(CURL_SSLVERSION_TLSv1_2));
  // OpenSSL's own variables, which libcurl leaves to its callers.
  if (const char* file = std::getenv("SSL_CERT_FILE"); file != nullptr) {
    curl_easy_setopt(handle, CURLOPT_CAINFO, file);
  }
  if (const char* folder = std::getenv("SSL_CERT_DIR"); folder != nullptr) {
    curl_easy_setopt(handle, CURLOPT_CAPATH, folder);
  }
}

std::expected<ClientReply, ClientFault> Client::Parts::ask(std::string_view path,
                                                           const std::string* posted,
                                                           ClientLimits limits) {
  CURL* const handle = easy.get();
  const std::string target =
      (url.tls ? "https://" : "http://") + url.authority + url.path + std::string(path);
  prepare(target, limits);
  Headers headers;
  const auto add_header = [&](const std::string& line) {
    headers.reset(curl_slist_append(headers.release(), line.c_str()));
  };
  if (!token.empty()) {
    add_header("Authorization: Bearer " + token);
  }
  if (posted != nullptr) {
    add_header("Content-Type: text/plain; charset=utf-8");
    add_header("Expect:");  // no round of its own to ask whether the body may come
    curl_easy_setopt(handle, CURLOPT_POST, 1L);
    curl_easy_setopt(handle, CURLOPT_POSTFIELDS, posted->data());
    curl_easy_setopt(handle, CURLOPT_POSTFIELDSIZE_LARGE, static_cast<curl_off_t>(posted->size()));
  }
  curl_easy_setopt(handle, CURLOPT_HTTPHEADER, headers.get());
  Body body{{}, limits.body_bytes_max};
  curl_easy_setopt(handle, CURLOPT_WRITEFUNCTION, take);
  curl_easy_setopt(handle, CURLOPT_WRITEDATA, &body);
  char detail[CURL_ERROR_SIZE] = "";
  curl_easy_setopt(handle, CURLOPT_ERRORBUFFER, detail);
  const CURLcode code = curl_easy_perform(handle);
  if (code != CURLE_OK) {
    return std::unexpected(ClientFault{reason_of(code, detail), is_about_tls(code)});
  }
  long status = 0;
  curl_easy_getinfo(handle, CURLINFO_RESPONSE_CODE, &status);
  return ClientReply{static_cast<int>(status), std::move(body.bytes)};
}

Client::Client(std::unique_ptr<Parts> parts) : parts_(std::move(parts)) {}
Client::~Client() = default;

std::expected<std::unique_ptr<Client>, std::string> Client::at(std::string_view url) {
  auto parsed = parse_url(url);
  if (!parsed) {
    return std::unexpected("not a URL of the form http[s]://HOST[:PORT][/PATH]");
  }
  start_curl();
  auto parts = std::make_unique<Parts>();
  parts->url = std::move(*parsed);
  parts->easy.reset(curl_easy_init());
  if (!parts->easy) {
    return std::unexpected("libcurl cannot start");
  }
  return std::unique_ptr<Client>(new Client(std::move(parts)));
}

void Client::authorize(std::string token) {
  parts_->token = std::move(token);
}

bool Client::keeps_secrets() const {
  return parts_->url.tls || is_loopback(parts_->url.host);
}

std::expected<ClientReply, ClientFault> Client::get(std::string_view path, ClientLimits limits) {
  return parts_->ask(path, nullptr, limits);
}

std::expected<ClientReply, ClientFault> Client::post(std::string_view path, std::string body,
                                                     ClientLimits limits) {
  return parts_->ask(path, &body, limits);
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

}  // namespace langnghe::outbound
