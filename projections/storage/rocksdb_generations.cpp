#include "storage/rocksdb_generations.hpp"

#include <algorithm>
#include <iterator>
#include <optional>
#include <set>
#include <sstream>
#include <string>
#include <string_view>

#include <rocksdb/write_batch.h>

#include <log/log.hpp>
#include <projections/view.hpp>

namespace langnghe::projections {
namespace {

constexpr std::string_view kCheckpoints = "checkpoints";
// In the default family:
constexpr std::string_view kShapeKey = "shape";        ///< the families of the rows that are served
constexpr std::string_view kBuildingKey = "building";  ///< of those that are built beside them
/// Two generations may have a projection of one version and shape: the names of one of them all end
/// with this.
constexpr char kSecond = '+';

std::string family_name(const Projection& projection) {
  std::ostringstream name;
  name << projection.name << ".v" << projection.version << '.' << std::hex << projection.shape;
  return name.str();
}

struct Names {
  std::vector<std::string> families;  ///< in the order of the projections
  std::string checkpoints;

  [[nodiscard]] std::vector<std::string> all() const {
    auto names = families;
    names.push_back(checkpoints);
    return names;
  }
  /// As it stands under `shape` and `building`: one family a line.
  [[nodiscard]] std::string text() const {
    std::string text;
    for (const auto& name : families) {
      text += name + '\n';
    }
    return text;
  }
};

Names names_of(const std::vector<Projection>& projections, bool is_second) {
  const std::string end(is_second ? 1 : 0, kSecond);
  Names names;
  for (const auto& projection : projections) {
    names.families.push_back(family_name(projection) + end);
  }
  names.checkpoints = std::string(kCheckpoints) + end;
  return names;
}

bool is_second(const std::string& text) {
  return text.contains(kSecond);
}

/// The projections whose rows those are, if the program still has all their folds.
std::optional<std::vector<Projection>> projections_before(const std::vector<Projection>& wanted,
                                                          const std::string& text) {
  std::vector<Projection> before;
  std::istringstream lines(text);
  std::string line;
  for (auto projection : wanted) {
    if (!std::getline(lines, line)) {
      return std::nullopt;
    }
    std::erase(line, kSecond);
    if (line != family_name(projection) && projection.apply_before != nullptr) {
      --projection.version;
      projection.apply = projection.apply_before;
    }
    if (line != family_name(projection)) {
      return std::nullopt;
    }
    before.push_back(projection);
  }
  return std::getline(lines, line) ? std::nullopt : std::optional(std::move(before));
}

rocksdb::Slice slice_of(std::string_view bytes) {
  return {bytes.data(), bytes.size()};
}

rocksdb::WriteOptions durably() {
  rocksdb::WriteOptions options;
  options.sync = true;
  return options;
}

std::optional<std::string> text_under(const Handles& handles, std::string_view key) {
  std::string text;
  const auto found = handles.database->Get({}, slice_of(key), &text);
  if (found.IsNotFound()) {
    return std::nullopt;
  }
  check(found);
  return text;
}

void write_text(const Handles& handles, std::string_view key, const std::string& text) {
  check(handles.database->Put(durably(), slice_of(key), text));
}

void erase_text(const Handles& handles, std::string_view key) {
  if (text_under(handles, key)) {
    check(handles.database->Delete(durably(), slice_of(key)));
  }
}

rocksdb::ColumnFamilyHandle* find_or_make(Handles& handles, const std::string& name) {
  if (const auto found = handles.all.find(name); found != handles.all.end()) {
    return found->second.get();
  }
  rocksdb::ColumnFamilyHandle* made = nullptr;
  check(handles.database->CreateColumnFamily(handles.family_options, name, &made));
  handles.all[name].reset(made);
  return made;
}

std::shared_ptr<const Generation> generation_of(Handles& handles,
                                                const std::vector<Projection>& projections,
                                                const Names& names) {
  auto generation = std::make_shared<Generation>(Generation{.projections = projections});
  for (const auto& name : names.families) {
    generation->families.push_back(find_or_make(handles, name));
  }
  generation->checkpoints = find_or_make(handles, names.checkpoints);
  return generation;
}

void drop_all_but(Handles& handles, const std::vector<std::string>& kept) {
  const std::set<std::string> stay(kept.begin(), kept.end());
  for (const auto& [name, family] : handles.all) {
    if (name != rocksdb::kDefaultColumnFamilyName && !stay.contains(name)) {
      check(handles.database->DropColumnFamily(family.get()));
    }
  }
  std::erase_if(handles.all, [&](const auto& entry) {
    return entry.first != rocksdb::kDefaultColumnFamilyName && !stay.contains(entry.first);
  });
}

void clear(rocksdb::DB& database, rocksdb::ColumnFamilyHandle* family) {
  // Keys begin with the length of a ledger id, 1 to 64.
  check(database.DeleteRange({}, family, rocksdb::Slice("\0", 1), rocksdb::Slice("\xff", 1)));
}

/// A projection that is new or of another version makes all rows old: they are only right together.
/// The shape is written last, so a kill on the way leads here again.
/// A new database has nothing to clear: RocksDB 7.8 asserts where a compaction of deleted ranges
/// alone fails, as on a full disk.
void start_over(Handles& handles, const std::vector<Projection>& wanted, bool is_new) {
  const auto names = names_of(wanted, false);
  handles.serving = generation_of(handles, wanted, names);
  if (!is_new) {
    clear(*handles.database, handles.serving->checkpoints);
    for (auto* const family : handles.serving->families) {
      clear(*handles.database, family);
    }
    erase_text(handles, kBuildingKey);
  }
  drop_all_but(handles, names.all());
  write_text(handles, kShapeKey, names.text());
}

/// Goes on with what an earlier process has built, or begins. The note that says what is built is
/// written last, so families that a kill has left unfinished count for nothing.
void build_beside(Handles& handles, const std::vector<Projection>& wanted, const Names& serving) {
  const auto names = names_of(wanted, !is_second(serving.checkpoints));
  const bool goes_on = text_under(handles, kBuildingKey) == names.text();
  auto kept = serving.all();
  if (goes_on) {
    std::ranges::copy(names.all(), std::back_inserter(kept));
  } else {
    erase_text(handles, kBuildingKey);
  }
  drop_all_but(handles, kept);
  handles.building = generation_of(handles, wanted, names);
  if (!goes_on) {
    write_text(handles, kBuildingKey, names.text());
  }
}

}  // namespace

std::vector<Projection> wanted_projections(const ViewsOptions& options) {
  if (options.projections != nullptr) {
    return *options.projections;
  }
  const auto all = all_projections();
  return {all.begin(), all.end()};
}

std::vector<std::string> families_wanted(const ViewsOptions& options,
                                         const std::vector<std::string>& present) {
  const auto has = [&](bool second) {
    return std::ranges::find(present, names_of({}, second).checkpoints) != present.end();
  };
  const bool has_second_alone = has(true) && !has(false);
  return names_of(wanted_projections(options), has_second_alone).all();
}

void sort_out(const ViewsOptions& options, Handles& handles) {
  const auto wanted = wanted_projections(options);
  const auto shape = text_under(handles, kShapeKey);
  const auto names = names_of(wanted, shape && is_second(*shape));
  if (shape == names.text()) {
    handles.serving = generation_of(handles, wanted, names);
    if (!handles.reads_only) {
      erase_text(handles, kBuildingKey);
      drop_all_but(handles, names.all());
    }
    return;
  }
  const auto before =
      options.keeps_old && shape ? projections_before(wanted, *shape) : std::nullopt;
  if (!before) {
    start_over(handles, wanted, !shape);
    return;
  }
  const auto old_names = names_of(*before, is_second(*shape));
  handles.serving = generation_of(handles, *before, old_names);
  try {
    if (!handles.reads_only) {
      build_beside(handles, wanted, old_names);
    }
  } catch (const ViewFault& fault) {  // the old rows are well all the same
    handles.building = nullptr;
    log::warning(std::string("the views are not built anew beside the old ones: ") + fault.what());
  }
}

void make_building_the_serving(const Handles& handles) {
  const auto text = text_under(handles, kBuildingKey);
  if (!text) {
    throw ViewFault("views database: no rows are built beside those that are served");
  }
  rocksdb::WriteBatch batch;
  check(batch.Put(slice_of(kShapeKey), *text));
  check(batch.Delete(slice_of(kBuildingKey)));
  const auto status = handles.database->Write(durably(), &batch);
  if (!status.ok()) {
    handles.failed = true;
  }
  check(status);
}

void drop_families(const Handles& handles, const Generation& generation) {
  auto families = generation.families;
  families.push_back(generation.checkpoints);
  for (auto* const family : families) {
    if (const auto status = handles.database->DropColumnFamily(family); !status.ok()) {
      log::error("views database: " + status.ToString());
    }
  }
}

}  // namespace langnghe::projections
