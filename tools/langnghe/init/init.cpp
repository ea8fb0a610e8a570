// `langnghe init`: a real ward in one command. What a file and options leave open is asked; all of
// it is checked and rehearsed before the first record is written.
#include <iostream>
#include <optional>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

#include <services/clock.hpp>
#include <services/data_directory.hpp>
#include <services/say.hpp>
#include <services/set_clock.hpp>

#include "acts/example.hpp"
#include "acts/example_mark.hpp"
#include "acts/living.hpp"
#include "command_line/options.hpp"
#include "command_line/subcommand.hpp"
#include "command_line/wrong_usage.hpp"
#include "init/founding.hpp"
#include "init/questions.hpp"
#include "init/setup_file.hpp"

namespace langnghe::tools {
namespace {

struct InitOptions {
  std::string data = "data";
  std::string file;
  std::string address = "http://127.0.0.1:8080";
  bool ask_nothing = false;
  bool plan = false;
  std::string ward;
  std::vector<std::string> khoms;
  std::string chair;
  std::vector<std::string> deputies;
  std::string cchc_officer;
  std::string clerk;
  std::vector<std::string> khom_heads;
  std::vector<std::string> officials;
  std::string first_year;
  std::string administrator;
  bool example = false;
  std::string today;

  void add_to(Options& options);
};

void InitOptions::add_to(Options& options) {
  options.text("data", &data, "thư mục dữ liệu", "the data directory");
  options.text("file", &file, "tệp JSON có các câu trả lời (docs/new-ward.md)",
               "a JSON file with the answers (docs/new-ward.md)");
  options.flag("yes", &ask_nothing, "không hỏi gì: cái chưa nêu lấy mặc định",
               "ask nothing: what is not given takes its default");
  options.text("ward", &ward, "phường, xã: tên hoặc mã; đơn vị đã hết thì ghi đủ",
               "the ward: name or code; one that ended is given in full");
  options.texts("khom", &khoms, "tên một khóm (nhiều lần được)", "a khóm's name (again for each)");
  options.text("chair", &chair, "họ tên Chủ tịch", "the chair's name");
  options.texts("deputy", &deputies, "họ tên Phó Chủ tịch (nhiều lần được)",
                "a deputy chair's name (again for each)");
  options.text("cchc-officer", &cchc_officer, "họ tên người phụ trách cải cách hành chính",
               "the name of the official in charge of administrative reform");
  options.text("clerk", &clerk, "họ tên văn thư", "the clerk's name");
  options.texts("khom-head", &khom_heads, "họ tên trưởng khóm, theo thứ tự các khóm",
                "a khóm head's name, in the order of the khóm");
  options.texts("official", &officials, "\"tên, chức vụ, vai trò\" (nhiều lần được)",
                "\"name, office, role\" (again for each)");
  options.text("first-year", &first_year, "năm đầu (mặc định: năm nay)",
               "the first year (default: this year)");
  options.flag("plan", &plan, "lập dự thảo kế hoạch: mỗi khóm mỗi quý một buổi",
               "draft the plan: one dialogue per khóm and quarter");
  options.text("admin", &administrator, "tên tài khoản quản trị (mặc định: quan-tri)",
               "the administrator's account (default: quan-tri)");
  options.text("address", &address, "địa chỉ đặt trước các liên kết được in",
               "what is put before the links that are printed");
  options.flag("example", &example, "nạp dữ liệu trình diễn thay cho một phường thật",
               "load the demonstration instead of a real ward");
  options.text("today", &today, "--example: ngày mà đồng hồ của dữ liệu trình diễn bắt đầu",
               "--example: the day from which the demonstration's clock goes on");
}

void put(std::optional<std::string>& field, const std::string& given) {
  if (!given.empty()) {
    field = given;
  }
}

void put(std::optional<std::vector<std::string>>& field, const std::vector<std::string>& given) {
  if (!given.empty()) {
    field = given;
  }
}

/// An option counts more than the file.
WardDraft draft_of(const InitOptions& given) {
  auto draft = given.file.empty() ? WardDraft{} : read_setup_file(given.file);
  put(draft.ward, given.ward);
  put(draft.khoms, given.khoms);
  put(draft.chair, given.chair);
  put(draft.deputies, given.deputies);
  put(draft.cchc_officer, given.cchc_officer);
  put(draft.clerk, given.clerk);
  put(draft.khom_heads, given.khom_heads);
  put(draft.first_year, given.first_year);
  put(draft.administrator, given.administrator);
  if (!given.officials.empty()) {
    draft.officials.emplace();
    for (const auto& one : given.officials) {
      draft.officials->push_back(official_of(one));
    }
  }
  if (given.plan) {
    draft.plan = true;
  }
  return draft;
}

/// The checked setup; nothing where the person does not want it written.
std::optional<WardSetup> setup_of(const InitOptions& given) {
  auto draft = draft_of(given);
  const auto today = domain::local_date(system_now());
  if (given.file.empty() && !given.ask_nothing &&
      !ask_for_rest(draft, today, std::cin, std::cout)) {
    return std::nullopt;
  }
  auto setup = check_draft(draft, today);
  if (!setup) {
    std::string wrong(say("chưa ghi gì, vì:", "nothing was written, because:"));
    for (const auto& one : setup.error()) {
      wrong += "\n  - " + one;
    }
    throw std::runtime_error(wrong);
  }
  return *std::move(setup);
}

void print_links(const InitOptions& given, const Founding& founding,
                 const std::vector<LinkMade>& links) {
  std::cout << founding.name << " (" << founding.ledger << ')'
            << say(" đã có trong sổ cái. Mỗi liên kết dùng được một lần, đến ",
                   " is in the ledger. Each link can be used once, until ")
            << domain::to_local_text(links.front().expires)
            << say("; người đó tự đặt mật khẩu:\n", "; the person sets a password with it:\n");
  for (const auto& link : links) {
    std::cout << "  " << link.name << '\n' << "    " << given.address << link.path << '\n';
  }
  std::cout << say("Tiếp theo: langnghe serve --data ", "Next: langnghe serve --data ")
            << given.data << '\n';
}

int finish(const InitOptions& given, const Founding& founding) {
  const DataDirectory data{given.data};
  found(data, founding);
  print_links(given, founding, hand_over(data, founding));
  return 0;
}

int begin(const InitOptions& given) {
  const DataDirectory data{given.data};
  require_room_for(data, "");
  const auto setup = setup_of(given);
  if (!setup) {
    std::cout << say("Không ghi gì.", "Nothing was written.") << '\n';
    return 1;
  }
  require_room_for(data, setup->ledger);
  const auto founding = founding_of(*setup);
  rehearse(founding, system_now());
  return finish(given, founding);
}

/// The demonstration: the closed year of one ward, and a ward whose year runs up to its clock.
int load_demonstration(const InitOptions& given) {
  const DataDirectory data{given.data};
  const auto day = domain::parse_date(given.today);
  if (!given.today.empty() && !day) {
    throw WrongUsage("--today cần một ngày, ví dụ 2026-09-15",
                     "--today needs a day, for example 2026-09-15");
  }
  require_example(data);
  make_private(data.root);
  mark_as_example(data, {"tan-quy-dong", std::string(kLivingWard)});
  take_clock_of(data);
  if (day) {
    set_day(data, *day);
  }
  return load_example(data, not_loaded(data, example_of_today(data)));
}

}  // namespace

int run_init(const std::vector<std::string>& arguments) {
  InitOptions given;
  Options options("init");
  given.add_to(options);
  if (auto status = options.parse(arguments)) {
    return *status;
  }
  if (given.example) {
    return load_demonstration(given);
  }
  if (!given.today.empty()) {
    throw WrongUsage("--today chỉ dùng với --example: phường thật theo giờ thật",
                     "--today goes with --example only: a real ward goes by the real time");
  }
  if (const auto begun = unfinished(DataDirectory{given.data})) {
    std::cout << say("Lần khởi tạo trước bị ngắt; làm tiếp, không đọc các câu trả lời mới: ",
                     "An earlier init was cut off; it goes on, new answers are not read: ")
              << begun->name << '\n';
    return finish(given, *begun);
  }
  return begin(given);
}

}  // namespace langnghe::tools
