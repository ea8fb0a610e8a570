#pragma once

#include <cstddef>
#include <iosfwd>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace langnghe::tools {

/// Options of one verb, read with Boost.Program_options behind this small face.
///
///   Options options("serve", "…");
///   options.text("data", &data, "the data directory");
///   if (auto status = options.parse(arguments)) return *status;   // --help or wrong usage
class Options {
 public:
  explicit Options(std::string_view verb);
  ~Options();
  Options(const Options&) = delete;
  Options& operator=(const Options&) = delete;

  /// The current value of the target is the default shown by --help.
  void text(const std::string& name, std::string* target, std::string_view vi, std::string_view en);
  /// May be given any number of times.
  void texts(const std::string& name, std::vector<std::string>* target, std::string_view vi,
             std::string_view en);
  void number(const std::string& name, std::size_t* target, std::string_view vi,
              std::string_view en);
  void flag(const std::string& name, bool* target, std::string_view vi, std::string_view en);
  /// Words without a name, in order; at most as many as were declared. `name` is what they are
  /// called in the help: `langnghe user VERB NAME`.
  void word(const std::string& name, std::string* target, std::string_view vi, std::string_view en);

  /// Nothing when all is well; else the exit status (0 after --help, 2 after wrong usage).
  [[nodiscard]] std::optional<int> parse(const std::vector<std::string>& arguments);

  void print_help(std::ostream& out) const;

 private:
  struct Parts;
  std::unique_ptr<Parts> parts_;
};

}  // namespace langnghe::tools
