#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace langnghe::tools {

/// One verb of the `langnghe` command.
struct Subcommand {
  std::string_view name;
  std::string_view summary_vi;
  std::string_view summary_en;
  /// Arguments after the verb; the answer is the exit status (0 well, 1 failed, 2 wrong usage).
  int (*run)(const std::vector<std::string>& arguments);
};

[[nodiscard]] std::span<const Subcommand> subcommands();

int run_serve(const std::vector<std::string>& arguments);
int run_init(const std::vector<std::string>& arguments);
int run_demo(const std::vector<std::string>& arguments);
int run_replay(const std::vector<std::string>& arguments);
int run_verify(const std::vector<std::string>& arguments);
int run_export(const std::vector<std::string>& arguments);
int run_papers(const std::vector<std::string>& arguments);
int run_bench(const std::vector<std::string>& arguments);
int run_receipt(const std::vector<std::string>& arguments);
int run_backup(const std::vector<std::string>& arguments);
int run_restore(const std::vector<std::string>& arguments);
int run_doctor(const std::vector<std::string>& arguments);
int run_import(const std::vector<std::string>& arguments);
int run_witness(const std::vector<std::string>& arguments);
int run_key(const std::vector<std::string>& arguments);
int run_user(const std::vector<std::string>& arguments);

}  // namespace langnghe::tools
