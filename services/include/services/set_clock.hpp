#pragma once

#include <domain/time.hpp>
#include <services/data_directory.hpp>

namespace langnghe::tools {

/// From now on the directory's clock goes on from `day`, at the machine's time of day: in
/// `demonstration-clock.txt`, so that every later command on it reads the same clock. Only for a
/// demonstration: a real ward's records bear the real time. Throws where it cannot be written.
void set_day(const DataDirectory& data, const domain::Date& day);

/// The process takes the directory's clock, where it is a demonstration whose day was set. Called
/// wherever a ledger is opened.
void take_clock_of(const DataDirectory& data);

}  // namespace langnghe::tools
