#pragma once

#include <iosfwd>
#include <string>
#include <vector>

#include <services/data_directory.hpp>

namespace langnghe::tools {

/// One demonstration account. The passwords are random, made with the data, kept in
/// `demonstration-sign-ins.txt` (mode 0600) so that `tools/run` can show them again.
struct SignIn {
  std::string ward;
  std::string user;
  std::string password;
};

[[nodiscard]] std::vector<SignIn> read_sign_ins(const DataDirectory& data);
void write_sign_ins(const DataDirectory& data, const std::vector<SignIn>& sign_ins);

/// Prints nothing where there are none: a real ward has no such file.
void print_sign_ins(const DataDirectory& data, std::ostream& out);

/// A password people can type: groups of letters without look-alikes, 80 random bits.
[[nodiscard]] std::string make_password();

}  // namespace langnghe::tools
