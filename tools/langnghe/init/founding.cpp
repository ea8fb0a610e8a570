#include "init/founding.hpp"

#include <cstdlib>
#include <fstream>
#include <iterator>
#include <memory>
#include <stdexcept>
#include <system_error>
#include <utility>

#include <fcntl.h>
#include <nlohmann/json.hpp>
#include <unistd.h>

#include <api/file_accounts.hpp>
#include <ledger/memory_store.hpp>
#include <services/clock.hpp>
#include <services/clocks.hpp>
#include <services/ledger_pages.hpp>
#include <services/say.hpp>

#include "acts/acts.hpp"
#include "acts/example_mark.hpp"
#include "init/setup_acts.hpp"

namespace langnghe::tools {
namespace {

namespace fs = std::filesystem;
using nlohmann::json;

fs::path file_of(const DataDirectory& data) {
  return data.root / "init-unfinished.json";
}

/// A folder that is gone with its object.
class PassingFolder {
 public:
  PassingFolder() : path_((fs::temp_directory_path() / "langnghe-init-XXXXXX").string()) {
    if (::mkdtemp(path_.data()) == nullptr) {
      throw std::runtime_error("cannot make a folder in " + fs::temp_directory_path().string());
    }
  }
  ~PassingFolder() {
    std::error_code ignored;  // what stays holds no name of a resident and no key that is used
    fs::remove_all(path_, ignored);
  }
  PassingFolder(const PassingFolder&) = delete;
  PassingFolder& operator=(const PassingFolder&) = delete;
  [[nodiscard]] fs::path path() const { return path_; }

 private:
  std::string path_;
};

void load(const LoadTarget& target, const Founding& founding, domain::Instant now) {
  const auto loaded = load_acts(target, {founding.ledger}, entered_at(founding.acts, now),
                                [](std::size_t /*done*/) {});
  if (!loaded) {
    throw std::runtime_error(std::string(say("một việc bị từ chối: ", "an act was refused: ")) +
                             loaded.error().what);
  }
}

/// In one step and on the disk before the first record is.
void write_down(const DataDirectory& data, const Founding& founding) {
  const auto text = json{
      {"ledger", founding.ledger},
      {"name", founding.name},
      {"administrator", founding.administrator},
      {"acts",
       founding.acts}}.dump();
  const fs::path draft = file_of(data).string() + ".new";
  const int file = ::open(draft.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
  const bool written =
      file >= 0 && ::write(file, text.data(), text.size()) == static_cast<ssize_t>(text.size()) &&
      ::fsync(file) == 0;
  if (file >= 0) {
    ::close(file);
  }
  if (!written) {
    throw std::runtime_error("cannot write " + draft.string());
  }
  fs::rename(draft, file_of(data));
}

/// An `init` that was cut off may have left the vault's folder without a master key, which nothing
/// makes beside a vault. An empty folder goes; one that holds a key is not removed by this call.
void end_begun_vault(const DataDirectory& data) {
  std::error_code kept;
  if (!fs::exists(data.default_master(), kept)) {
    fs::remove(data.vault(), kept);
  }
}

/// The accounts that the acts register, with the names of their people.
std::vector<std::pair<std::string, std::string>> people_of(const Founding& founding) {
  std::vector<std::pair<std::string, std::string>> people{
      {founding.administrator, founding.administrator}};
  for (const auto& line : founding.acts) {
    const auto act = json::parse(line);
    const auto post = act["post"].get<std::string>();
    if (post.starts_with("users/") && post.ends_with("/register")) {
      const auto first = post.find('/') + 1;
      people.emplace_back(post.substr(first, post.rfind('/') - first),
                          act["body"]["display_name"].get<std::string>());
    }
  }
  return people;
}

}  // namespace

Founding founding_of(const WardSetup& setup) {
  return {setup.ledger, shown(setup.ward), setup.administrator, founding_acts(setup)};
}

std::optional<Founding> unfinished(const DataDirectory& data) {
  std::error_code unknown;
  if (!fs::exists(file_of(data), unknown)) {
    return std::nullopt;
  }
  std::ifstream file(file_of(data), std::ios::binary);
  const auto read =
      json::parse(std::string(std::istreambuf_iterator<char>(file), {}), nullptr, false);
  try {
    return Founding{read.at("ledger"), read.at("name"), read.at("administrator"), read.at("acts")};
  } catch (const json::exception&) {
    throw std::runtime_error("cannot read " + file_of(data).string());
  }
}

void require_room_for(const DataDirectory& data, const std::string& ledger) {
  if (is_marked_as_example(data)) {
    throw std::runtime_error(
        std::string(say("thư mục này là dữ liệu trình diễn, phường thật cần thư mục riêng; hãy "
                        "chọn bằng --data: ",
                        "this directory is the demonstration, a real ward needs one of its own; "
                        "name it with --data: ")) +
        data.root.string());
  }
  std::error_code unknown;
  if (!fs::exists(data.ledger() / "CURRENT", unknown)) {
    return;
  }
  const auto opened = open_store(data, true);
  const auto records = value_of(opened.store->size({ledger}));
  if (records > 0) {
    throw std::runtime_error(
        std::string(say("phường này đã có trong thư mục nên không ghi gì; tài khoản: langnghe "
                        "user link TÊN; thay đổi khác: qua API. Số bản ghi của ",
                        "this ward is in the directory already, so nothing is written; accounts: "
                        "langnghe user link NAME; other changes: over the API. Records of ")) +
        ledger + ": " + std::to_string(records));
  }
}

void rehearse(const Founding& founding, domain::Instant now) {
  const PassingFolder folder;
  const DataDirectory passing{folder.path()};
  const auto store = eventstore::make_memory_store();
  const auto vault = open_vault(passing, "");
  const auto views = open_views(*store, passing);
  load({*store, *vault, *views}, founding, now);
}

void found(const DataDirectory& data, const Founding& founding) {
  const auto written = last_written(data);
  const auto store = make_store(data).store;
  require_right_clock(*store, data, written);
  write_down(data, founding);
  end_begun_vault(data);
  const auto vault = open_vault(data, "");
  const auto views = open_views(*store, data);
  load({*store, *vault, *views}, founding, system_now());
}

std::vector<LinkMade> hand_over(const DataDirectory& data, const Founding& founding) {
  api::FileAccounts accounts(data.accounts(), {}, system_now);
  std::vector<LinkMade> links;
  for (const auto& [user, name] : people_of(founding)) {
    // The operator at the machine: the ledger knows no other name for them.
    const auto link = accounts.make_sign_in_link(founding.ledger, domain::UserId{user},
                                                 {{"system"}, domain::Role::system});
    if (!link) {
      throw std::runtime_error("cannot write " + data.accounts().string());
    }
    links.push_back(
        {user, name,
         "/#/sign-in-link?ward=" + founding.ledger + "&user=" + user + "&code=" + link->code,
         link->expires});
  }
  fs::remove(file_of(data));
  return links;
}

}  // namespace langnghe::tools
