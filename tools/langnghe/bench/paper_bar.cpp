// D1: papers and books, beside what a person at a desk waits for.
#include <cstdint>
#include <stdexcept>
#include <string>

#include <papers/books.hpp>
#include <papers/kinds.hpp>
#include <sys/resource.h>

#include <services/say.hpp>

#include "bench/bars.hpp"

namespace langnghe::tools::bench {
namespace {

constexpr double kNoticeBarMs = 30;
constexpr double kBookBarSeconds = 5;
constexpr double kMemoryBarMb = 200;
constexpr int kNotices = 200;
constexpr int kRows = 60'000;

/// The most memory this process ever held.
double peak_mb() {
  struct rusage usage{};
  ::getrusage(RUSAGE_SELF, &usage);
  return static_cast<double>(usage.ru_maxrss) / 1'024;
}

double ms_of_a_notice() {
  const auto sample = papers::sample_of(papers::Kind::notice);
  const auto begin = Clock::now();
  for (int n = 0; n < kNotices; ++n) {
    if (!papers::make(papers::Kind::notice, sample)) {
      throw std::runtime_error("bench: no notice was made");
    }
  }
  return seconds_since(begin) * 1'000 / kNotices;
}

papers::Book long_book() {
  using std::chrono::day;
  const domain::Date on{std::chrono::year{2021}, std::chrono::January, day{14}};
  std::vector<papers::IssueLine> lines;
  lines.reserve(kRows);
  for (int row = 0; row < kRows; ++row) {
    papers::IssueLine line;
    line.code = "i-2021-" + std::to_string(row);
    line.subject = "Đèn đường hẻm " + std::to_string(row) + " hư ba tháng nay, đề nghị sửa chữa";
    line.khom = "Khóm Tân Mỹ";
    line.field = "Chiếu sáng";
    line.received = on;
    line.unit = "Địa chính - Xây dựng";
    line.due = on;
    lines.push_back(std::move(line));
  }
  return papers::issue_book({"ỦY BAN NHÂN DÂN PHƯỜNG TÂN QUY ĐÔNG", on}, lines);
}

}  // namespace

std::vector<Row> papers_and_books(const Ground& ground) {
  Rounds notices;
  Rounds books;
  for (int round = 0; round < ground.sizes.rounds; ++round) {
    notices.program.push_back(ms_of_a_notice());
    notices.limit.push_back(kNoticeBarMs);
    const auto begin = Clock::now();
    if (const auto made = papers::to_xlsx(long_book(), ground.root); !made) {
      throw std::runtime_error("bench: " + made.error());
    }
    books.program.push_back(seconds_since(begin));
    books.limit.push_back(kBookBarSeconds);
  }
  Rounds memory;
  memory.program.push_back(peak_mb());
  memory.limit.push_back(kMemoryBarMb);
  return {row_of("D1", std::string(say("một thông báo kết quả", "a notice of result")), "ms",
                 notices, Bound::at_most, 1),
          row_of("D1", std::string(say("sổ XLSX 60.000 dòng", "a book of 60,000 rows, XLSX")), "s",
                 books, Bound::at_most, 1),
          row_of("D1",
                 std::string(say("bộ nhớ cao nhất của tiến trình (đo riêng mốc này)",
                                 "peak memory of the process (this bar alone)")),
                 "MB", memory, Bound::at_most, 1)};
}

}  // namespace langnghe::tools::bench
