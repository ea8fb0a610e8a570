// Writes a paper of each kind and a book into a folder, for tests that read them from outside.
#include <cstdint>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <string>
#include <string_view>

#include <papers/book.hpp>
#include <papers/kinds.hpp>

namespace {

namespace papers = langnghe::papers;

bool write(const std::filesystem::path& path, std::string_view bytes) {
  std::ofstream file(path, std::ios::binary);
  file << bytes;
  return file.good();
}

papers::Book sample_book() {
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
  for (const std::string_view words :
       {"Đèn đường hẻm 12", "=SUM(A1:A9)", "+84 901", "-1", "@cmd", "<b>&amp;</b>",
        "\xF0\x9F\x9A\xA7", "שלום", "dòng 1\ndòng 2", "x\x01y"}) {
    book.rows.push_back({std::string(words), day, std::int64_t{3}});
  }
  return book;
}

}  // namespace

int main(int count, char** words) {
  if (count != 2) {
    std::cerr << "write_samples FOLDER\n";
    return 2;
  }
  const std::filesystem::path folder = words[1];
  for (const auto& kind : papers::kinds()) {
    const auto paper = papers::make(kind.kind, papers::sample_of(kind.kind));
    if (!paper || !write(folder / (std::string(kind.name) + ".docx"), *paper)) {
      std::cerr << kind.name << '\n';
      return 1;
    }
  }
  const auto book = papers::to_xlsx(sample_book(), folder);
  return book && write(folder / "book.xlsx", *book) ? 0 : 1;
}
