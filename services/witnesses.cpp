#include <algorithm>
#include <fstream>
#include <sstream>
#include <stdexcept>

#include <outbound/client.hpp>

#include <log/log.hpp>
#include <services/say.hpp>
#include <services/signed_ledger.hpp>
#include <services/witnesses.hpp>

namespace langnghe::tools {
namespace es = eventstore;
namespace {

std::vector<std::string> with_settings_file(std::vector<std::string> named,
                                            const std::filesystem::path& file) {
  std::ifstream in(file);
  for (std::string line; std::getline(in, line);) {
    line.erase(line.find_last_not_of(" \t\r") + 1);
    if (!line.empty() && !line.starts_with('#')) {
      named.push_back(line);
    }
  }
  return named;
}

std::vector<es::WitnessAddress> parse_all(const std::vector<std::string>& named) {
  std::vector<es::WitnessAddress> addresses;
  for (const auto& text : named) {
    auto address = proven(es::parse_witness_address(text));
    const bool twice = std::ranges::any_of(addresses, [&](const es::WitnessAddress& there) {
      return there.key.public_key == address.key.public_key;
    });
    if (twice || addresses.size() == es::kWitnessesMax) {
      throw std::runtime_error(
          std::string(say("nhân chứng trùng khóa, hoặc quá nhiều nhân chứng: ",
                          "a witness's key is there twice, or there are too many witnesses: ")) +
          text);
    }
    addresses.push_back(std::move(address));
  }
  return addresses;
}

std::expected<es::WitnessReply, std::string> post(const std::string& url, std::string body) {
  auto reply = outbound::post_text(url, std::move(body));
  if (!reply) {
    return std::unexpected(std::move(reply.error()));
  }
  return es::WitnessReply{reply->status, std::move(reply->body)};
}

std::string_view meaning(es::WitnessFault fault) {
  switch (fault) {
    case es::WitnessFault::none:
      return say("đã ký lại bình thường", "signs again");
    case es::WitnessFault::unreachable:
      return say("không liên lạc được", "cannot be reached");
    case es::WitnessFault::bad_answer:
      return say("trả lời không đúng giao thức", "answers what the protocol does not say");
    case es::WitnessFault::refused:
      return say("không nhận sổ cái này (sai khóa kiểm tra?)",
                 "does not take this ledger (another verifier key?)");
    case es::WitnessFault::seen_more:
      return say("đã ký nhiều hơn sổ cái này có: sổ đã bị thay bằng bản cũ? Hãy báo người giám sát",
                 "has signed for more than this ledger holds: was an older copy put in its place? "
                 "Tell the supervisors");
    case es::WitnessFault::other_history:
      return say("thấy sổ cái này KHÁC sổ đã ký. Hãy báo người giám sát",
                 "finds ANOTHER HISTORY than the one it has signed. Tell the supervisors");
    case es::WitnessFault::not_kept:
      return say("đã ký, nhưng không ghi lại được", "has signed, but it cannot be written here");
  }
  return "";
}

void tell(const es::WitnessState& state) {
  std::ostringstream line;
  line << say("nhân chứng ", "witness ") << state.name << " (" << state.ledger.value << ") "
       << meaning(state.fault);
  if (!state.detail.empty()) {
    line << " (" << state.detail << ")";
  }
  log::warning(line.str());
}

}  // namespace

std::unique_ptr<es::Cosigning> start_cosigning(es::LedgerReader& store, es::Transparency& log,
                                               const DataDirectory& data,
                                               const std::vector<std::string>& named) {
  es::CosigningOptions options;
  options.anchor = data.anchor();
  options.on_change = tell;
  return std::make_unique<es::Cosigning>(
      store, log, parse_all(with_settings_file(named, data.root / "witnesses")), post,
      std::move(options));
}

}  // namespace langnghe::tools
