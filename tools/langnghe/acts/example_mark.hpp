#pragma once

#include <set>
#include <string>
#include <vector>

#include <services/data_directory.hpp>

namespace langnghe::tools {

/// Wards whose ledgers a load of the demonstration began, in `demonstration-wards.txt`;
/// directories of before have their sign-ins alone.
[[nodiscard]] std::set<std::string> example_wards(const DataDirectory& data);

/// True where a demonstration lies here, whole or begun.
[[nodiscard]] bool is_marked_as_example(const DataDirectory& data);

/// Throws std::runtime_error where anything but a demonstration lies: records cannot be taken out
/// of a real ward's ledger again.
void require_example(const DataDirectory& data);

/// Before the first record: an interrupted load is known as one.
void mark_as_example(const DataDirectory& data, const std::vector<std::string>& wards);

}  // namespace langnghe::tools
