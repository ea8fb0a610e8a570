// Writes a paper of each kind and a book into a folder, for tests that read them from outside; and
// into its folder `hostile` some of each hostile text, with the texts themselves.
#include <cstdint>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <string>
#include <string_view>
#include <vector>

#include <papers/book.hpp>
#include <papers/kinds.hpp>

#include "unit/papers/hostile_texts.hpp"

namespace {

namespace papers = langnghe::papers;

bool write(const std::filesystem::path& path, std::string_view bytes) {
  std::ofstream file(path, std::ios::binary);
  file << bytes;
  return file.good();
}

papers::Book book_of(const std::vector<std::string>& texts) {
  const langnghe::domain::Date day{std::chrono::year{2021}, std::chrono::January,
                                   std::chrono::day{14}};
  papers::Book book{"Sổ tiếp nhận",
                    "SỔ TIẾP CÔNG DÂN",
                    "phường Tân Quy Đông",
                    day,
                    {{"Nội dung", 40},
                     {"Ngày", 12, papers::Column::Kind::date},
                     {"Số", 8, papers::Column::Kind::number, true}},
                    {}};
  for (const auto& words : texts) {
    book.rows.push_back({words, day, std::int64_t{3}});
  }
  return book;
}

bool write_book(const papers::Book& book, const std::filesystem::path& folder) {
  const auto bytes = papers::to_xlsx(book, folder);
  return bytes && write(folder / "book.xlsx", *bytes);
}

bool write_paper(const papers::KindFacts& kind, const papers::Content& content,
                 const std::filesystem::path& path) {
  const auto paper = papers::make(kind.kind, content);
  if (!paper) {
    std::cerr << path << ": " << paper.error().where << '\n';
  }
  return paper && write(path, *paper);
}

bool write_samples(const std::filesystem::path& folder) {
  for (const auto& kind : papers::kinds()) {
    const auto path = folder / (std::string(kind.name) + ".docx");
    if (!write_paper(kind, papers::sample_of(kind.kind), path)) {
      return false;
    }
  }
  return write_book(
      book_of({"Đèn đường hẻm 12", "=SUM(A1:A9)", "+84 901", "-1", "@cmd", "<b>&amp;</b>",
               "\xF0\x9F\x9A\xA7", "שלום", "dòng 1\ndòng 2", "x\x01y"}),
      folder);
}

/// Each text in a few kinds of paper, so that every kind has its share of them.
bool write_hostile(const std::filesystem::path& folder) {
  constexpr std::size_t kKindsOfEach = 5;
  const auto texts = papers::spec::hostile_texts();
  const auto kinds = papers::kinds();
  std::size_t next = 0;
  for (std::size_t n = 0; n < texts.size(); ++n) {
    if (!write(folder / (std::to_string(n) + ".txt"), texts[n])) {
      return false;
    }
    for (std::size_t share = 0; share < kKindsOfEach; ++share, ++next) {
      const auto& kind = kinds[next % kinds.size()];
      auto content = papers::sample_of(kind.kind);
      papers::spec::replace_texts(content, texts[n]);
      const auto name = std::to_string(n) + '-' + std::string(kind.name) + ".docx";
      if (!write_paper(kind, content, folder / name)) {
        return false;
      }
    }
  }
  return write_book(book_of(texts), folder);
}

}  // namespace

int main(int count, char** words) {
  if (count != 2) {
    std::cerr << "write_samples FOLDER\n";
    return 2;
  }
  const std::filesystem::path folder = words[1];
  std::filesystem::create_directories(folder / "hostile");
  return write_samples(folder) && write_hostile(folder / "hostile") ? 0 : 1;
}
