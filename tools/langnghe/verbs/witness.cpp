// `langnghe witness`: somebody who is not the ward remembers how far its ledger was, and signs what
// continues it (C2SP tlog-witness). A process and a folder of its own, best on another machine.
#include <chrono>
#include <fstream>
#include <iostream>
#include <iterator>
#include <stdexcept>
#include <string>

#include <http/server.hpp>
#include <services/clock.hpp>
#include <services/data_directory.hpp>
#include <services/say.hpp>
#include <services/signed_ledger.hpp>
#include <transparency/witness.hpp>

#include "command_line/options.hpp"
#include "command_line/subcommand.hpp"
#include "command_line/wrong_usage.hpp"
#include "serving/listening.hpp"

namespace langnghe::tools {
namespace es = eventstore;
namespace {

struct WitnessOptions {
  std::string data = "witness";
  std::string listen = "127.0.0.1:8090";
  std::string key;
  std::string trust;
  std::string make_key;
  std::string name;
};

int make_key(const WitnessOptions& chosen) {
  std::cout << proven(es::make_witness_key(chosen.make_key, chosen.name)).text() << '\n';
  return 0;
}

std::vector<es::VerifierKey> read_trusted(const std::string& file) {
  std::ifstream in(file, std::ios::binary);
  const std::string text{std::istreambuf_iterator<char>(in), {}};
  if (!in.is_open() || in.bad()) {
    throw std::runtime_error(
        std::string(say("không đọc được tệp khóa tin cậy", "cannot read the trusted keys")) + " (" +
        file + ")");
  }
  auto keys = proven(es::parse_trusted_logs(text));
  if (keys.empty()) {
    throw std::runtime_error(std::string(say("tệp --trust cần ít nhất một khóa kiểm tra",
                                             "the file of --trust needs at least one key")));
  }
  return keys;
}

api::Response answer(es::Witness& witness, const api::Request& request) {
  api::Response response;
  if (request.target != "/add-checkpoint") {
    response.status = 404;
  } else if (request.method != api::Method::post) {
    response.status = 405;
    response.set("Allow", "POST");
  } else {
    const auto now = std::chrono::floor<std::chrono::seconds>(system_now());
    auto made = witness.add_checkpoint(request.body,
                                       static_cast<std::uint64_t>(now.time_since_epoch().count()));
    response.status = made.status;
    response.set("Content-Type", made.content_type);
    response.body = std::move(made.body);
    return response;
  }
  response.set("Content-Type", "text/plain; charset=utf-8");
  response.body = "POST /add-checkpoint\n";
  return response;
}

int serve(const WitnessOptions& chosen) {
  const auto signals = block_ending_signals();
  make_private(chosen.data);
  const auto witness = proven(es::Witness::open(
      chosen.data, proven(es::load_witness_key(chosen.key)), read_trusted(chosen.trust)));
  auto options = listen_options(chosen.listen);
  options.worker_threads = 4;
  options.limits.body_bytes_max = 64 * 1024;  // a proof has 63 lines, a note 64 signatures
  options.limits.connections_max = 64;
  http::Server server(options,
                      [&](const api::Request& request) { return answer(*witness, request); });
  std::cout << say("Nhân chứng đang nghe tại ", "The witness listens at ")
            << url_of(options, server.port()) << '\n'
            << say("Khóa kiểm tra: ", "Verifier key: ") << witness->verifier().text() << '\n'
            << say("Ctrl-C để dừng.", "Ctrl-C stops it.") << std::endl;
  await_ending_signal(signals);
  server.stop();
  return 0;
}

}  // namespace

int run_witness(const std::vector<std::string>& arguments) {
  WitnessOptions chosen;
  Options options("witness");
  options.text("data", &chosen.data, "thư mục ghi nhớ của nhân chứng",
               "the folder of the witness's memory");
  options.text("listen", &chosen.listen, "ĐỊA_CHỈ:CỔNG (cổng 0: tự chọn)",
               "ADDRESS:PORT (0: any port)");
  options.text("key", &chosen.key, "tệp khóa của nhân chứng", "file of the witness's key");
  options.text("trust", &chosen.trust, "tệp khóa kiểm tra của các sổ cái, mỗi dòng một khóa",
               "file of the logs' verifier keys, one a line");
  options.text("make-key", &chosen.make_key, "tạo tệp khóa mới, in khóa kiểm tra rồi thôi",
               "make a new key's file, print its verifier key, and end");
  options.text("name", &chosen.name, "tên nhân chứng (với --make-key)",
               "the witness's name (with --make-key)");
  if (auto status = options.parse(arguments)) {
    return *status;
  }
  if (!chosen.make_key.empty()) {
    return make_key(chosen);
  }
  if (chosen.key.empty() || chosen.trust.empty()) {
    throw WrongUsage("cần --key và --trust", "--key and --trust are needed");
  }
  return serve(chosen);
}

}  // namespace langnghe::tools
