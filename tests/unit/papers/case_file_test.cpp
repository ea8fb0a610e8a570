#include <string>

#include <gtest/gtest.h>
#include <papers/case_file.hpp>
#include <papers/kinds.hpp>

#include "small_template.hpp"

namespace langnghe::papers::spec {
namespace {

CaseFile sample() {
  CaseFile file;
  file.issuer = "ỦY BAN NHÂN DÂN PHƯỜNG TÂN QUY ĐÔNG";
  file.code = "i-2021-0001";
  file.matter.subject = "Đèn <b>hẻm</b> & \"cống\"";
  file.matter.received = {std::chrono::year{2021}, std::chrono::January, std::chrono::day{14}};
  file.ledger_size = 120;
  file.records = {{7, "2021-01-14", "Ghi nội dung", "cchc", "q83v"}};
  file.attachments = {{std::string(64, 'a'), "image/jpeg", 9, true}};
  file.papers = {{"Thông báo kết quả", "thong-bao-ket-qua",
                  make(Kind::notice, sample_of(Kind::notice)).value_or("")}};
  return file;
}

TEST(CaseFilePage, ShowsWhatWasSaidAndNothingOfItAsMarkup) {
  const auto page = case_page(sample());
  EXPECT_EQ(page.find("<b>hẻm</b>"), std::string::npos);
  EXPECT_NE(page.find("Đèn &lt;b&gt;hẻm&lt;/b&gt; &amp; &quot;cống&quot;"), std::string::npos);
  for (const auto* words : {"HỒ SƠ i-2021-0001", "Ghi nội dung", "q83v", "image/jpeg",
                            "120 bản ghi đầu", "đội chiếu sáng đã thay 3 bóng đèn", "size:A4"}) {
    EXPECT_NE(page.find(words), std::string::npos) << words;
  }
}

TEST(CaseFilePage, OfNothingIsAPageToo) {
  EXPECT_NE(case_page({}).find("</html>"), std::string::npos);
}

TEST(Bundle, HasEveryFileAndTheSameBytesEachTime) {
  const std::vector<std::pair<std::string, std::string>> files{{"ho-so.html", case_page(sample())},
                                                               {"ban-ghi/7.json", "{\"a\":1}"}};
  const auto zip = bundle(files);
  EXPECT_EQ(zip, bundle(files));
  EXPECT_EQ(part_of(zip, "ho-so.html"), files[0].second);
  EXPECT_EQ(part_of(zip, "ban-ghi/7.json"), files[1].second);
}

}  // namespace
}  // namespace langnghe::papers::spec
