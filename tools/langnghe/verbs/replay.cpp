// `langnghe replay`: drops the views, builds them again from position 0 and compares their hashes.
#include <iostream>
#include <map>
#include <stdexcept>
#include <string>

#include <services/data_directory.hpp>
#include <services/ledger_pages.hpp>
#include <services/say.hpp>

#include "command_line/options.hpp"
#include "command_line/progress.hpp"
#include "command_line/subcommand.hpp"

namespace langnghe::tools {
namespace {

using Hashes = std::map<std::string, std::string>;

template <class T>
T must(std::expected<T, projections::ViewError> result) {
  if (!result) {
    throw std::runtime_error(result.error().what);
  }
  if constexpr (!std::is_void_v<T>) {
    return std::move(*result);
  }
}

bool compare(const Hashes& before, const Hashes& after) {
  bool equal = true;
  for (const auto& [projection, hash] : after) {
    const auto old = before.find(projection);
    const bool same = old != before.end() && old->second == hash;
    equal = equal && same;
    std::cout << "  " << projection << ' ' << hash << ' '
              << (same ? say("bằng nhau", "equal") : say("KHÁC", "DIFFERENT")) << '\n';
  }
  return equal && before.size() == after.size();
}

bool replay_ledger(projections::Views& views, eventstore::LedgerReader& store,
                   const eventstore::LedgerId& ledger) {
  must(views.catch_up(ledger, {}));
  const auto before = must(views.hashes(ledger));
  must(views.drop(ledger));
  ProgressLine progress(say("Dựng lại", "Rebuilding"));
  must(views.catch_up(
      ledger, [&](projections::Progress state) { progress.show(state.done, state.total); }));
  progress.end();
  const auto after = must(views.hashes(ledger));
  std::cout << ledger.value << ", " << value_of(store.size(ledger)) << say(" bản ghi:", " records:")
            << '\n';
  return compare(before, after);
}

}  // namespace

int run_replay(const std::vector<std::string>& arguments) {
  std::string data_path = "data";
  std::string ward;
  Options options("replay");
  options.text("data", &data_path, "thư mục dữ liệu", "the data directory");
  options.text("ward", &ward, "chỉ một phường", "one ward only");
  if (auto status = options.parse(arguments)) {
    return *status;
  }
  const DataDirectory data{data_path};
  const auto store = open_store(data, false).store;
  const auto ledgers = chosen_ledgers(*store, ward);
  const auto views = open_views(*store, data);
  bool equal = true;
  for (const auto& ledger : ledgers) {
    equal = replay_ledger(*views, *store, ledger) && equal;
  }
  std::cout << (equal ? say("Mã băm bằng nhau: các bảng nhìn đúng là sổ cái đọc lại.",
                            "The hashes are equal: the views are the ledger read again.")
                      : say("Mã băm KHÁC nhau; các bảng nhìn nay đã được dựng lại.",
                            "The hashes DIFFER; the views have been rebuilt now."))
            << '\n';
  return equal ? 0 : 1;
}

}  // namespace langnghe::tools
