#pragma once

#include <memory>
#include <string>
#include <vector>

#include "storage/rocksdb_handles.hpp"

// Include in projections/storage/rocksdb_*.cpp only: they alone know RocksDB here.

namespace langnghe::projections {

/// The projections whose rows are wanted.
[[nodiscard]] std::vector<Projection> wanted_projections(const ViewsOptions& options);

/// The families that a database with these must have when it is opened; the others are made when
/// they are needed.
[[nodiscard]] std::vector<std::string> families_wanted(const ViewsOptions& options,
                                                       const std::vector<std::string>& present);

/// Finds the generation to serve, and the one to build beside it, in a database just opened. Rows
/// of any other are dropped. Throws ViewFault.
void sort_out(const ViewsOptions& options, Handles& handles);

/// Says on the disk, in one durable step, that the generation built beside is the one to serve.
/// Throws ViewFault.
void make_building_the_serving(const Handles& handles);

/// Drops the families of a generation that is not served any more. Snapshots of it stay readable,
/// so its space is given back when the database is closed. A drop that fails is done by the next
/// opening.
void drop_families(const Handles& handles, const Generation& generation);

}  // namespace langnghe::projections
