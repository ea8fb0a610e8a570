#include "command_line/options.hpp"

#include <algorithm>
#include <charconv>
#include <iostream>
#include <memory>
#include <system_error>
#include <utility>

#include <boost/program_options.hpp>

#include <services/say.hpp>

namespace langnghe::tools {
namespace po = boost::program_options;

struct Options::Parts {
  std::string verb;
  po::options_description description;
  po::options_description hidden;  ///< words: given without a name
  po::positional_options_description words;
  std::vector<std::pair<std::string, std::string>> word_texts;
};

Options::Options(std::string_view verb)
    : parts_(std::make_unique<Parts>(
          Parts{std::string(verb),
                po::options_description(std::string(say("Tùy chọn", "Options"))),
                {},
                {},
                {}})) {
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
  // Read by hand: the library takes -1 for the largest number there is.
  const auto read = [name, target](const std::string& text) {
    const auto* const end = text.data() + text.size();
    std::size_t value = 0;
    const auto got = std::from_chars(text.data(), end, value);
    if (got.ec != std::errc{} || got.ptr != end) {
      throw po::validation_error(po::validation_error::invalid_option_value, name, text);
    }
    *target = value;
  };
  parts_->description.add_options()(
      name.c_str(),
      po::value<std::string>()->default_value(std::to_string(*target))->notifier(read),
      std::string(say(vi, en)).c_str());
}

void Options::flag(const std::string& name, bool* target, std::string_view vi,
                   std::string_view en) {
  parts_->description.add_options()(name.c_str(), po::bool_switch(target),
                                    std::string(say(vi, en)).c_str());
}

void Options::word(const std::string& name, std::string* target, std::string_view vi,
                   std::string_view en) {
  parts_->hidden.add_options()(name.c_str(), po::value<std::string>(target)->default_value(*target),
                               "");
  parts_->words.add(name.c_str(), 1);
  auto shown = name;
  std::ranges::transform(shown, shown.begin(), [](char c) {
    return c >= 'a' && c <= 'z' ? static_cast<char>(c - 32) : c;
  });
  parts_->word_texts.emplace_back(std::move(shown), say(vi, en));
}

void Options::print_help(std::ostream& out) const {
  out << say("Cách dùng: langnghe ", "Usage: langnghe ") << parts_->verb;
  for (const auto& [word, text] : parts_->word_texts) {
    out << ' ' << word;
  }
  out << say(" [tùy chọn]\n", " [options]\n");
  for (const auto& [word, text] : parts_->word_texts) {
    out << "  " << word << "  " << text << '\n';
  }
  out << parts_->description;
}

std::optional<int> Options::parse(const std::vector<std::string>& arguments) {
  try {
    po::variables_map values;
    po::options_description all;
    all.add(parts_->description).add(parts_->hidden);
    // No guessing: what a command writes must not depend on how an option was cut short.
    constexpr int kStyle =
        po::command_line_style::default_style & ~po::command_line_style::allow_guessing;
    po::store(po::command_line_parser(arguments)
                  .options(all)
                  .positional(parts_->words)
                  .style(kStyle)
                  .run(),
              values);
    if (values.contains("help")) {
      print_help(std::cout);
      return 0;
    }
    po::notify(values);
    return std::nullopt;
  } catch (const po::error& error) {
    std::cerr << "langnghe " << parts_->verb << ": "
              << say("tùy chọn không đúng: ", "wrong options: ") << error.what() << '\n';
    print_help(std::cerr);
    return 2;
  }
}

}  // namespace langnghe::tools
