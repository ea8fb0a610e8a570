#pragma once

#include <filesystem>
#include <vector>

#include "bench/report.hpp"

namespace langnghe::tools::bench {

/// The directory and the duration in which a bar's figures are taken.
struct Ground {
  std::filesystem::path root;  ///< of this run alone; removed after it
  Sizes sizes;
};

/// Each measures the limit and the program in turn and answers its rows.
[[nodiscard]] std::vector<Row> durable_append(const Ground& ground);  ///< P1
[[nodiscard]] std::vector<Row> latency(const Ground& ground);         ///< P2
[[nodiscard]] std::vector<Row> conditions(const Ground& ground);      ///< P3
[[nodiscard]] std::vector<Row> flat_in_size(const Ground& ground);    ///< P4
[[nodiscard]] std::vector<Row> replay(const Ground& ground);          ///< P5
[[nodiscard]] std::vector<Row> start(const Ground& ground);           ///< P8
/// D1: what a person at a desk waits for. Its memory is that of this bar where it runs alone.
[[nodiscard]] std::vector<Row> papers_and_books(const Ground& ground);

/// The data directory with `sizes.events` records that P4, P5 and P8 share; made when first asked
/// for, whole or not at all as far as this run goes.
[[nodiscard]] std::filesystem::path filled_data(const Ground& ground, std::size_t events);

}  // namespace langnghe::tools::bench
