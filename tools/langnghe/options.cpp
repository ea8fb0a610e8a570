#include "options.hpp"

#include <iostream>
#include <memory>
#include <utility>

#include <boost/program_options.hpp>

#include "say.hpp"

namespace langnghe::tools {
namespace po = boost::program_options;

struct Options::Parts {
  std::string verb;
  po::options_description description;
  po::positional_options_description words;
};

Options::Options(std::string_view verb)
    : parts_(std::make_unique<Parts>(Parts{std::string(verb),
                                           po::options_description("langnghe " + std::string(verb)),
                                           po::positional_options_description()})) {
  parts_->description.add_options()(
      "help", std::string(say("xem các tùy chọn", "show the options")).c_str());
}

Options::~Options() = default;

void Options::text(const std::string& name, std::string* target, std::string_view vi,
                   std::string_view en) {
  parts_->description.add_options()(name.c_str(),
                                    po::value<std::string>(target)->default_value(*target),
                                    std::string(say(vi, en)).c_str());
}

void Options::texts(const std::string& name, std::vector<std::string>* target, std::string_view vi,
                    std::string_view en) {
  parts_->description.add_options()(name.c_str(),
                                    po::value<std::vector<std::string>>(target)->composing(),
                                    std::string(say(vi, en)).c_str());
}

void Options::number(const std::string& name, std::size_t* target, std::string_view vi,
                     std::string_view en) {
  parts_->description.add_options()(name.c_str(),
                                    po::value<std::size_t>(target)->default_value(*target),
                                    std::string(say(vi, en)).c_str());
}

void Options::flag(const std::string& name, bool* target, std::string_view vi,
                   std::string_view en) {
  parts_->description.add_options()(name.c_str(), po::bool_switch(target),
                                    std::string(say(vi, en)).c_str());
}

void Options::word(const std::string& name, std::string* target, std::string_view vi,
                   std::string_view en) {
  text(name, target, vi, en);
  parts_->words.add(name.c_str(), 1);
}

std::optional<int> Options::parse(const std::vector<std::string>& arguments) {
  try {
    po::variables_map values;
    po::store(po::command_line_parser(arguments)
                  .options(parts_->description)
                  .positional(parts_->words)
                  .run(),
              values);
    if (values.contains("help")) {
      std::cout << parts_->description;
      return 0;
    }
    po::notify(values);
    return std::nullopt;
  } catch (const po::error& error) {
    std::cerr << "langnghe " << parts_->verb << ": " << error.what() << '\n' << parts_->description;
    return 2;
  }
}

}  // namespace langnghe::tools
